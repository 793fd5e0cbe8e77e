import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '#server/database/transaction.ts';
import { hireWithPassword } from '#server/testing/getting-in.ts';
import { hire } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { places } from '../places.fixture.ts';
import { liveADay, lookOften, type Office, readADay } from './a-day.fixture.ts';
import { type GrowingTable, growCity } from './grown-city.fixture.ts';
import { plansOf, type ToldPlan } from './told-plans.fixture.ts';
import { weakScans } from './weak-scans.fixture.ts';

/** What is known to read more than it needs, by what its faults say; each must still do so, and goes from here when mended. */
const owed: readonly { readonly within: string; readonly why: string }[] = [
  {
    within: 'SQL function "similar_candidates"',
    why: "Reads the city's newest 2,000, for those of the same kind: enough, and never more.",
  },
  {
    within: 'SQL function "overseen_tasks"',
    why: "Reads the city's open tasks, or its matters, for those of one region.",
  },
];

let program: TestProgram;
let office: Office;
let growing: readonly GrowingTable[];
let told: readonly ToldPlan[];

beforeAll(async () => {
  program = await createTestProgram();
  office = await hireOffice(program);
  await liveADay(program, office);
  growing = await growCity(program.admin);
  let matters: Awaited<ReturnType<typeof liveADay>> = [];
  const asItIs = await plansOf(program, 'as-it-is', async () => {
    matters = await liveADay(program, office);
  });
  await lookOften(program, matters);
  // Tables that are empty here say with this whether they could be looked up.
  const anyIndexFirst = await plansOf(program, 'any-index-first', () => readADay(program, office, matters));
  told = [...asItIs, ...anyIndexFirst];
}, 180_000);
afterAll(() => program?.stop());

async function hireOffice(program: TestProgram): Promise<Office> {
  const { lead, holder, assisting, origin, sibling, upper, unrelated } = places;
  const username = 'at-a-browser';
  return {
    username,
    clerk: await hireWithPassword(program, lead, 'clerk', username),
    dispatcher: await hire(program, lead, 'dispatcher'),
    handler: await hire(program, holder, 'handler'),
    assistant: await hire(program, assisting, 'handler'),
    predecessor: await hire(program, sibling, 'handler'),
    upper: await hire(program, upper, 'dispatcher'),
    originClerk: await hire(program, origin, 'clerk'),
    originDispatcher: await hire(program, origin, 'dispatcher'),
    stranger: await hire(program, unrelated, 'clerk'),
    supervisor: await hire(program, lead, 'supervisor'),
    above: await hire(program, upper, 'supervisor'),
    auditor: await hire(program, upper, 'auditor'),
  };
}

it('reads no table that grows as a whole, nor a whole city of it', () => {
  const faults = weakScans(told, growing);
  const isOwed = (fault: string) => owed.some(({ within }) => fault.includes(within));
  expect(faults.filter((fault) => !isOwed(fault))).toEqual([]);
  const mended = owed.filter(({ within }) => !faults.some((fault) => fault.includes(within)));
  expect(mended, 'take these out of the list').toEqual([]);
});

it('has looked at what people do every day, in tables that have grown', () => {
  expect(told.length).toBeGreaterThan(3000);
  const looked = told.map(({ statement, within }) => `${within} ${statement}`).join('\n');
  for (const part of [
    'hejie.search_matters(',
    'SQL function "search_matters"',
    'SQL function "refresh_search"',
    'SQL function "overseen_board"',
    'SQL function "audited_sealed"',
    'insert into hejie.event',
    'insert into hejie.message',
    'insert into hejie.notice',
    'FOR KEY SHARE',
    'sign_in.session',
  ])
    expect(looked.includes(part), part).toBe(true);
  const small = growing.filter(({ rows }) => rows < 3000).map(({ name }) => name);
  for (const name of [
    'matter',
    'event',
    'party',
    'clock',
    'paper',
    'message',
    'notice',
    'access_log',
    'task',
  ])
    expect(small).not.toContain(`hejie.${name}`);
});

it('would find a statement that reads them whole', async () => {
  const { services } = program;
  const { actor } = office.clerk;
  const planted = await plansOf(program, 'as-it-is', () =>
    inTransaction(services, actor, async (trx) => {
      const { cityCode } = actor;
      await sql`select id from hejie.event where city_code = ${cityCode} and type = ${'planted'}`.execute(
        trx,
      );
      await sql`select id from hejie.matter where city_code = ${cityCode} order by registered_at limit 5`.execute(
        trx,
      );
      await sql`select id from hejie.matter where city_code = ${cityCode} and holder_unit_id = ${actor.unitId}::uuid
        and is_open`.execute(trx);
    }),
  );
  const faults = weakScans(planted, growing);
  expect(faults.filter((fault) => fault.includes('planted') || fault.includes('hejie.event'))).toHaveLength(
    1,
  );
  expect(faults.filter((fault) => fault.includes('registered_at'))).toHaveLength(1);
  expect(faults).toHaveLength(2);
});
