import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { makeMatterCode } from '#domain/matters/matter-code.ts';
import { type Connection, connect } from '#server/database/connection.ts';
import { connectOrStart } from '#server/database/embedded.ts';
import { prepareDatabase } from '#server/database/prepare.ts';
import { searchKeys, searchTerms } from '#server/features/search/public.ts';
import { storiesInAll, storyOf } from './stories.ts';

/** The bench's own way into the database of its instance, past every policy. */
export type Filler = {
  /** Fills the city up to so many matters; the caseload of the unit that is measured does not grow. */
  fillUpTo(count: number): Promise<void>;
  close(): Promise<void>;
};

/** What the measured unit takes part in, however large the city: as a county's centre or office has it. */
export const caseload = { open: 300, ended: 1000 } as const;
/** Words that stand in all, and in a handful, of the measured unit's matters. */
export const searched = { common: '业主', rare: '鹦鹉', rareMatters: 5 } as const;

const cityCode = '1502';
const batch = 2000;
const firstDay = Date.UTC(2026, 0, 5);

const codes = new Set<string>();

/** Of a hundred thousand codes of 35 random bits two meet in one run of seven. */
function codeOfItsOwn(): string {
  let code: string;
  do code = makeMatterCode({ year: 2026, random: randomBytes(8) });
  while (codes.has(code));
  codes.add(code);
  return code;
}

export async function openFiller(dataFolder: string, unitId: string): Promise<Filler> {
  const embedded = await connectOrStart({ dataFolder, log: () => undefined });
  const { adminUrl } = await prepareDatabase(embedded);
  const admin = connect({ url: adminUrl, connections: 1 });
  const { rows: others } = await sql<{ id: string }>`
    select id from hejie.unit where city_code = ${cityCode} and kind = 'centre' and id <> ${unitId}::uuid
    order by code`.execute(admin.db);
  const keys = Array.from({ length: storiesInAll }, (_, index) => searchTerms(storyOf(index)));
  let filled = 0;
  return {
    async fillUpTo(count) {
      if (filled === 0) {
        filled = caseload.open + caseload.ended;
        await insert(admin, keys, 0, filled, () => unitId);
      }
      for (; filled < count; filled += batch) {
        const elsewhere = (index: number) => others[index % others.length]?.id ?? unitId;
        await insert(admin, keys, filled, Math.min(batch, count - filled), elsewhere);
      }
      // Grown tables are vacuumed and counted by the database itself; the bench does not wait for it.
      await sql`vacuum (analyze) hejie.matter, hejie.matter_search, hejie.participation, hejie.event, hejie.party, hejie.clock`.execute(
        admin.db,
      );
    },
    async close() {
      await admin.close();
      await embedded.stop();
    },
  };
}

async function insert(
  { db }: Connection,
  terms: readonly string[][],
  from: number,
  count: number,
  unitOf: (index: number) => string,
): Promise<void> {
  const made = Array.from({ length: count }, (_, offset) => {
    const index = from + offset;
    const at = new Date(firstDay + index * 30_000);
    const story = index % storiesInAll;
    const isOpen = index % (caseload.open + caseload.ended) < caseload.open;
    const isRare = index < searched.rareMatters;
    const unitId = unitOf(index);
    const words = [...(terms[story] ?? []), ...(isRare ? [searched.rare] : [])];
    return {
      id: v7({ msecs: at.getTime() }),
      code: codeOfItsOwn(),
      status: isOpen ? 'registered' : 'closed',
      kind: String(1 + (index % 17)).padStart(2, '0'),
      story: `${storyOf(story)}${isRare ? `家里的${searched.rare}也受了惊。` : ''}`,
      unitId,
      at: at.toISOString(),
      dueOn: isOpen ? new Date(at.getTime() + 20 * 86_400_000).toISOString().slice(0, 10) : null,
      endedAt: isOpen ? null : new Date(at.getTime() + 10 * 86_400_000).toISOString(),
      keys: searchKeys(words, unitId, isOpen ? 'open' : 'ended'),
    };
  });
  const of = <K extends keyof (typeof made)[number]>(key: K) => made.map((one) => one[key]);
  await db.transaction().execute(async (trx) => {
    await sql`
      insert into hejie.matter (city_code, id, code, version, status, channel, kind, region_code, subject, story, request,
        needs, danger, is_anonymous, party_count, lead_unit_id, holder_unit_id, offered_to_centre, returns, reopenings,
        not_reached_on, is_sampled, due_on, registered_at, ended_at, is_history, wrapped_key)
      select ${cityCode}, m.id, m.code, 1, m.status, 'window', m.kind, u.region_code, left(m.story, 24), m.story, '', '{}',
        null, true, 0, m.unit_id, m.unit_id, false, 0, 0, '{}', false, m.due_on, m.at, m.ended_at, false, null
      from unnest(${of('id')}::uuid[], ${of('code')}::text[], ${of('status')}::text[], ${of('kind')}::text[],
        ${of('story')}::text[], ${of('unitId')}::uuid[], ${of('at')}::timestamptz[], ${of('dueOn')}::date[],
        ${of('endedAt')}::timestamptz[]) as m (id, code, status, kind, story, unit_id, at, due_on, ended_at)
      join hejie.unit u on u.city_code = ${cityCode} and u.id = m.unit_id`.execute(trx);
    await sql`
      insert into hejie.participation (city_code, matter_id, id, unit_id, part, from_at)
      select ${cityCode}, m.id, gen_random_uuid(), m.unit_id, p.part, m.at
      from unnest(${of('id')}::uuid[], ${of('unitId')}::uuid[], ${of('at')}::timestamptz[]) as m (id, unit_id, at),
        unnest('{lead,holder}'::text[]) as p (part)`.execute(trx);
    await sql`
      insert into hejie.matter_search (city_code, matter_id, keys)
      select ${cityCode}, m.id, array(select jsonb_array_elements_text(m.keys))
      from unnest(${of('id')}::uuid[], ${made.map((one) => JSON.stringify(one.keys))}::jsonb[]) as m (id, keys)`.execute(
      trx,
    );
    await sql`
      insert into hejie.event (city_code, matter_id, version, id, type, actor_unit_id, actor_role, occurred_at,
        recorded_at, data)
      select ${cityCode}, m.id, 1, gen_random_uuid(), 'register', m.unit_id, 'clerk', m.at, m.at, '{}'
      from unnest(${of('id')}::uuid[], ${of('unitId')}::uuid[], ${of('at')}::timestamptz[]) as m (id, unit_id, at)`.execute(
      trx,
    );
  });
}
