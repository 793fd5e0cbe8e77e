import { join } from 'node:path';
import { sql } from 'kysely';
import { loadCityPack } from '#server/adapters/city-pack.ts';
import { readConfig } from '#server/app/config.ts';
import { createServices } from '#server/app/create-services.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { connect } from '#server/database/connection.ts';
import { loadCity } from '#server/features/organisations/public.ts';
import { matterId, openOpenFiller } from '../fill/fill-open-matters.ts';
import type { Instance } from '../instance/start-instance.ts';

/** A city full of open matters, in which time passes when the bench says so. */
export type TickingCity = {
  readonly services: Services;
  /** Matters from the whole city became late yesterday, and nobody has been told; others in every round. */
  bringAbout(changes: number, round: number): Promise<void>;
  standing(): Promise<{ due: number; notices: number }>;
  close(): Promise<void>;
};

export async function openTickingCity(instance: Instance, size: number): Promise<TickingCity> {
  const read = readConfig(instance.environment);
  if (!read.ok) throw new Error(read.faults.join(' '));
  const { config } = read;
  const database = connect({ url: instance.databaseUrl, connections: 2 });
  const pack = await loadCityPack(join(import.meta.dirname, '../../cities', config.city));
  const services = await createServices({ config, database, pack });
  await loadCity(services);
  const { code } = pack.city;
  const today = todayOf(services);
  const filler = await openOpenFiller(config.dataFolder, instance.staff.handler.actor, today);
  const { db } = filler.admin;
  // The instance's own ticks would take the changes away.
  await sql`delete from jobs.schedule`.execute(db);
  await filler.fillUpTo(size);
  return {
    services,
    async bringAbout(changes, round) {
      const ids = Array.from({ length: changes }, (_, index) => matterId((index * size) / changes + round));
      await sql`
        update hejie.clock set started_on = ${today}::date - 29, due_on = ${today}::date - 1
        where city_code = ${code} and matter_id = any(${ids}::uuid[])`.execute(db);
      await sql`
        update hejie.matter set due_from = ${today}::date - 29, due_on = ${today}::date - 1,
          next_level_on = ${today}::date
        where city_code = ${code} and id = any(${ids}::uuid[])`.execute(db);
    },
    async standing() {
      const { rows } = await sql<{ due: number; notices: number }>`
        select (select count(*)::int from hejie.matter
            where city_code = ${code} and is_open and next_level_on <= ${today}::date) as due,
          (select count(*)::int from hejie.notice) as notices`.execute(db);
      return rows[0] ?? { due: 0, notices: 0 };
    },
    async close() {
      await filler.close();
      await database.close();
    },
  };
}
