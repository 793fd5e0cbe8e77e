import type pg from 'pg';
import type { Services } from '#server/app/services.ts';
import { lifeId, lifeOf } from './life.ts';
import { fittingLives, readLives, type TableColumns, versionsOf } from './life-rows.queries.ts';
import { liveLives } from './live-lives.ts';
import { hireStaff, staffOf } from './staff.ts';
import { type Template, templateOf } from './template.ts';

/** Lives those that are not lived yet, and reads what was written of all that others may live, too. */
export async function livedTemplates(
  services: Services,
  client: pg.Client,
  columns: TableColumns,
  count: number,
  onLived: (lived: number) => void,
): Promise<Template[]> {
  const cityCode = services.pack.city.code;
  const staff = staffOf(services);
  await hireStaff(services, staff);
  const numbers = Array.from({ length: count }, (_, number) => number);
  const lives = new Map(numbers.map((number) => [lifeId(number), lifeOf(services, staff, number)]));
  const versions = await versionsOf(client, cityCode, [...lives.keys()]);
  const unlived = [...lives.values()].filter(
    ({ matter: { id, steps } }) => (versions.get(id) ?? 0) <= steps.length,
  );
  await liveLives(services, unlived, onLived);
  const fitting = await fittingLives(client, cityCode, [...lives.keys()]);
  const stored = await readLives(client, cityCode, [...fitting], columns);
  return [...stored].flatMap(([id, tables]) => {
    const life = lives.get(id);
    return life === undefined
      ? []
      : [templateOf(services, tables, { story: life.story, told: life.matter.body })];
  });
}
