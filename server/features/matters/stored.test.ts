import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { purposeCodes } from '#domain/access/outside-opening.ts';
import { participationParts, roles, unitKinds } from '#domain/access/vocabulary.ts';
import {
  outcomes,
  paperKinds,
  partyKinds,
  seats,
  statuses,
  taskStatuses,
} from '#domain/matters/vocabulary.ts';
import { messageStates, messageWays, toldBy, toldLanguages } from '#domain/messages/vocabulary.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;
let dispatcher: Person;

const secretWords = ['钱多多', '13655556666', '150204199001010011', '青山路9号', '住在娘家'];
const withoutCheck = '15020419900101001';

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
});
afterAll(() => program?.stop());

/** The whole database as text, every table of the city. */
async function dump(): Promise<string> {
  const { db } = program.admin;
  const { rows: tables } = await sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'hejie' and c.relkind = 'r'`.execute(db);
  let text = '';
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db);
    text += rows.map(({ row }) => row).join('\n');
  }
  return text;
}

describe('what is stored', () => {
  it('of a party stands nowhere in clear, not before and not after the matter ends', async () => {
    const { residentIdCheckDigit } = await import('#domain/parties/resident-id.ts');
    const residentId = withoutCheck + residentIdCheckDigit(withoutCheck);
    const { body, status } = await clerk.post('matters', {
      channel: 'window',
      kind: '01',
      regionCode: '150204',
      story: '夫妻因琐事争吵分居。',
      parties: [
        {
          seat: 'applicant',
          kind: 'person',
          name: secretWords[0],
          phone: secretWords[1],
          residentId,
          address: secretWords[3],
          note: secretWords[4],
        },
      ],
      safety: {
        danger: 'violence-threatened',
        hiddenFrom: ['respondent'],
        help: 'consented',
        note: '目前住在娘家',
      },
    });
    expect(status, JSON.stringify(body)).toBe(201);
    const { id } = body.matter;
    const withdrawn = await clerk.post(`matters/${id}/actions/withdraw`, {
      version: 1,
      reason: '钱多多自己来撤回',
    });
    expect(withdrawn.body).toMatchObject({ status: 'closed' });
    const stored = await dump();
    for (const word of [...secretWords, residentId]) expect(stored).not.toContain(word);
    const { rows } =
      await sql`select phone_hash, number_hash from hejie.party where matter_id = ${id}`.execute(
        program.admin.db,
      );
    expect(rows).toEqual([{ phone_hash: null, number_hash: null }]);
    const { body: file } = await clerk.get(`matters/${id}`);
    expect(file.parties[0]).toMatchObject({ name: '钱多多', phone: '13655556666' });
    expect(file.danger).toBeNull();
    expect(file.timeline[0].text).toBe('钱多多自己来撤回');
  });

  it('gives two centres different hashes of the same phone, so that no join across centres finds a person', async () => {
    const other = await hire(program, '150203', 'clerk');
    const body = {
      channel: 'window',
      kind: '99',
      regionCode: '1502',
      story: '咨询。',
      parties: [{ seat: 'applicant', kind: 'person', name: '甲', phone: '13500001111' }],
    };
    await clerk.post('matters', body);
    await other.post('matters', body);
    const { rows } = await sql<{ n: number; d: number }>`
      select count(*)::int as n, count(distinct phone_hash)::int as d from hejie.party where phone_hash is not null`.execute(
      program.admin.db,
    );
    expect(rows[0]?.d).toBe(rows[0]?.n);
  });

  it('holds no register of people: no column counts, scores, ranks or links persons (scope.md)', async () => {
    const { rows } = await sql<{ column: string }>`
      select table_name || '.' || column_name as column from information_schema.columns where table_schema = 'hejie'`.execute(
      program.admin.db,
    );
    const columns = rows.map(({ column }) => column);
    expect(columns.length).toBeGreaterThan(100);
    const unlawful =
      /score|rank|risk|label|colour|profile|ethnic|religio|gender|birth|occupation|repeat|petitioner|household|resident_id|person_id|citizen/;
    expect(
      columns.filter(
        (column) =>
          unlawful.test(column) && column !== 'hejie.api_token.label' && column !== 'api_token.label',
      ),
    ).toEqual([]);
    // A party belongs to one matter: whatever names one is found by that matter's key only, never by the party's.
    const naming = columns
      .filter((column) => /party(_id)?$/.test(column))
      .map((column) => column.split('.')[0]);
    expect(naming.filter((table) => !columns.includes(`${table}.matter_id`))).toEqual([]);
    const { rows: indexes } = await sql<{ name: string }>`
      select indexname as name from pg_indexes
      where schemaname = 'hejie' and indexdef ~ '\\((city_code, )?\\w*party(_id)?[,)]'`.execute(
      program.admin.db,
    );
    expect(indexes).toEqual([]);
  });
});

describe('each list of the domain', () => {
  it.each([
    ['matter', 'status', statuses],
    ['matter', 'outcome', outcomes],
    ['task', 'status', taskStatuses],
    ['party', 'seat', seats],
    ['party', 'kind', partyKinds],
    ['party', 'told_by', toldBy],
    ['party', 'told_language', toldLanguages],
    ['message', 'way', messageWays],
    ['message', 'language', toldLanguages],
    ['message', 'state', messageStates],
    ['outbox', 'way', messageWays],
    ['paper', 'kind', paperKinds],
    ['participation', 'part', participationParts],
    ['posting', 'role', roles],
    ['unit', 'kind', unitKinds],
    ['opening', 'purpose', purposeCodes],
  ] as const)('%s.%s is the one that the database checks', async (table, column, list) => {
    const { rows } = await sql<{ check: string }>`
      select pg_get_constraintdef(oid) as check from pg_constraint
      where conrelid = ${`hejie.${table}`}::regclass and contype = 'c'`.execute(program.admin.db);
    const definition =
      rows.map(({ check }) => check).find((check) => check.includes(`(${column} = ANY`)) ?? '';
    const stored = [...definition.matchAll(/'([a-z-]+)'::text/g)].map(([, value]) => value);
    expect(stored).toEqual([...list]);
  });
});

describe('an opening of a file', () => {
  it('is on record with who, when and what, and only the auditor reads it', async () => {
    const { body } = await clerk.post('matters', {
      channel: 'letter',
      kind: '99',
      regionCode: '1502',
      story: '来信一封。',
      parties: [{ seat: 'applicant', kind: 'anonymous' }],
    });
    await dispatcher.get(`matters/${body.matter.id}`);
    await clerk.post('visitors/look-up', { phone: '13500001111' });
    const { rows } = await sql<{ what: string; user_id: string; data: unknown }>`
      select what, user_id, data from hejie.access_log order by id desc limit 3`.execute(program.admin.db);
    // The look-up, and the matter that it found: its parties see that.
    expect(rows.map(({ what }) => what)).toEqual(['look-up', 'look-up-found', 'page']);
    expect(JSON.stringify(rows)).not.toContain('13500001111');
  });
});
