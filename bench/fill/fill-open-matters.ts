import { sql } from 'kysely';
import { type Connection, connect } from '#server/database/connection.ts';
import { connectOrStart } from '#server/database/embedded.ts';
import { prepareDatabase } from '#server/database/prepare.ts';

/** Open matters and nothing else, a million of them in a few minutes: what a tick looks at, made by the database itself. */
export type OpenFiller = {
  readonly admin: Connection;
  /** None of them changes its colour within the next days. */
  fillUpTo(count: number): Promise<void>;
  close(): Promise<void>;
};

const cityCode = '1502';
const batch = 50_000;

type Handler = { readonly userId: string; readonly unitId: string };

/** The matter of a number. */
export const matterId = (number: number): string =>
  `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

export async function openOpenFiller(
  dataFolder: string,
  handler: Handler,
  today: string,
): Promise<OpenFiller> {
  const embedded = await connectOrStart({ dataFolder, log: () => undefined });
  const { adminUrl } = await prepareDatabase(embedded);
  const admin = connect({ url: adminUrl, connections: 1 });
  let filled = 0;
  return {
    admin,
    async fillUpTo(count) {
      while (filled < count) {
        const next = Math.min(filled + batch, count);
        await insert(admin, filled, next - 1, handler, today);
        filled = next;
      }
      await sql`vacuum (analyze) hejie.matter, hejie.clock, hejie.notice`.execute(admin.db);
      await sql`checkpoint`.execute(admin.db);
    },
    async close() {
      await admin.close();
      await embedded.stop();
    },
  };
}

/** In handlers' hands at every centre of the city, begun three weeks ago at most, due in ten days at least. */
async function insert(
  { db }: Connection,
  from: number,
  until: number,
  handler: Handler,
  today: string,
): Promise<void> {
  await sql`
    with unit as (
      select array_agg(id order by code) as ids, array_agg(region_code order by code) as regions from hejie.unit
      where city_code = ${cityCode} and kind = 'centre'
    )
    insert into hejie.matter (city_code, id, code, version, status, channel, kind, region_code, subject, story, request,
      needs, is_anonymous, party_count, lead_unit_id, holder_unit_id, handling_unit_id, handler_user_id,
      offered_to_centre, returns, reopenings, not_reached_on, is_sampled, due_from, due_on, next_level_on, registered_at,
      is_history)
    select ${cityCode}, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'bench-' || n, 1, 'handling',
      'window', '15', unit.regions[1 + n % cardinality(ids)], '漏水', '小区顶楼漏水半年，物业一直没有修。', '', '{}', true, 1,
      unit.ids[1 + n % cardinality(ids)], ${handler.unitId}::uuid, ${handler.unitId}::uuid, ${handler.userId}::uuid,
      false, 0, 0, '{}', false, ${today}::date + n % 20 - 18, ${today}::date + n % 20 + 10, ${today}::date + n % 20 + 3, now(),
      false
    from unit, generate_series(${from}::int, ${until}::int) n`.execute(db);
  await sql`
    insert into hejie.clock (city_code, matter_id, id, step, started_on, limit_count, limit_unit, due_on, is_provisional,
      source)
    select ${cityCode}, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
      ('01900000-0001-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'handle', ${today}::date + n % 20 - 18, 20,
      'working-day', ${today}::date + n % 20 + 10, false, 'bench'
    from generate_series(${from}::int, ${until}::int) n`.execute(db);
}
