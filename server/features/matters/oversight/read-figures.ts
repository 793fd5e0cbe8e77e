import { Temporal } from 'temporal-polyfill';
import type { Language } from '#contract/language/language.ts';
import type { Figures, FiguresQuery, FiguresRow } from '#contract/oversight/oversight.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { kindLabel, regionLabel } from '../present/labels.ts';
import { presentUnit } from '../present/matter-present.ts';
import { type CountedRow, countedFigures, countOverseen, overseenTasks } from './oversight.queries.ts';
import { withinOwnRegion } from './within-own-region.ts';

type Labels = { readonly services: Services; readonly language: Language; readonly prefix: string };
type Row = Omit<FiguresRow, (typeof countedFigures)[number]>;

/** Open matters of a region by place, by office or by kind; every figure opens as the list. */
export async function readFigures(
  services: Services,
  actor: Actor,
  query: FiguresQuery,
  language: Language,
): Promise<Figures> {
  const { by = 'centre' } = query;
  const prefix = withinOwnRegion(actor, query.region);
  const today = todayOf(services);
  const weekEnd = Temporal.PlainDate.from(today).add({ days: 6 }).toString();
  const table = services.levels.inForceOn(today);
  // Of one region the same for everybody who may see it, and the database looks at role and region.
  const key = [
    'figures',
    actor.cityCode,
    actor.role,
    actor.regionCode,
    prefix,
    by,
    today,
    table.version,
  ].join(' ');
  const { countedAt, counted } = await services.remembered.of(key, async () => {
    const countedAt = services.clock.now().toString();
    const counted = await inTransaction(services, actor, async (trx) => {
      const tasks = await overseenTasks(trx, actor, prefix, null);
      const late = tasks.filter(({ dueOn }) => dueOn < today).map(({ matterId }) => matterId);
      return countOverseen(trx, actor, {
        prefix,
        by,
        today,
        weekEnd,
        table,
        withLateTask: [...new Set(late)],
      });
    });
    return { countedAt, counted };
  });
  const labels = { services, language, prefix };
  const rows =
    by === 'centre'
      ? byPlace(labels, counted)
      : by === 'office'
        ? byOffice(labels, counted)
        : byKind(labels, counted);
  return { region: regionLabel(services, prefix, language), countedAt, by, rows };
}

/** Those at the region itself, and each region right below it with all that it holds. */
function byPlace({ services, language, prefix }: Labels, counted: readonly CountedRow[]): FiguresRow[] {
  const all = [...services.pack.regions.values()];
  const row = (code: string, isHere: boolean): FiguresRow => ({
    ...plainRow,
    region: regionLabel(services, code, language),
    isHere,
    hasRegionsBelow: !isHere && all.some((region) => region.parentCode === code),
    ...summed(counted.filter(({ key }) => (isHere ? key === code : key?.startsWith(code)))),
  });
  const below = all.filter((region) => region.parentCode === prefix);
  return [row(prefix, true), ...below.map(({ code }) => row(code, false))];
}

/** Each office that has some of them now. */
function byOffice({ services, language, prefix }: Labels, counted: readonly CountedRow[]): FiguresRow[] {
  return counted.flatMap((row) =>
    row.key === null
      ? []
      : [
          {
            ...plainRow,
            region: regionLabel(services, services.directory.unit(row.key)?.regionCode ?? prefix, language),
            unit: presentUnit(services, row.key, language),
            ...summed([row]),
          },
        ],
  );
}

function byKind({ services, language, prefix }: Labels, counted: readonly CountedRow[]): FiguresRow[] {
  return counted.map((row) => ({
    ...plainRow,
    region: regionLabel(services, prefix, language),
    kind: row.key === null ? null : kindLabel(services, row.key, language),
    isSealed: row.key === null,
    ...summed([row]),
  }));
}

const plainRow = {
  unit: null,
  kind: null,
  isSealed: false,
  isHere: false,
  hasRegionsBelow: false,
} as const satisfies Partial<Row>;

function summed(rows: readonly CountedRow[]): Omit<CountedRow, 'key'> {
  const sums = countedFigures.map((figure) => [figure, rows.reduce((sum, row) => sum + row[figure], 0)]);
  return Object.fromEntries(sums) as Omit<CountedRow, 'key'>;
}
