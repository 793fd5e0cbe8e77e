import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Draw, makeDay, makeFacts, makeTable } from '#domain/levels/levels.fixture.ts';
import { type LevelFacts, levelOn } from '#domain/levels/levels.ts';
import { levels } from '#domain/levels/vocabulary.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { hasLevel, levelColumn } from './level-filter.queries.ts';

const any = <One>(make: (draw: Draw) => One): fc.Arbitrary<One> =>
  fc.gen().map((next) => make((max) => next(fc.nat, { max })));

let program: TestProgram;
const matters = new Map<string, LevelFacts>();

/** Some hundreds of matters with any facts, and clocks that must not count beside those that do. */
beforeAll(async () => {
  program = await createTestProgram();
  for (const facts of fc.sample(any(makeFacts), { numRuns: 400, seed: 1707 })) {
    matters.set(program.services.newId(), facts);
  }
  const unit = unitIdOf('1502', '150204');
  const all = [...matters].map(([id, facts]) => ({ id, ...facts }));
  const { db } = program.admin;
  await sql`
    insert into hejie.matter (city_code, id, code, version, status, channel, kind, region_code, subject, story, request,
      needs, danger, is_anonymous, party_count, lead_unit_id, holder_unit_id, offered_to_centre, returns, reopenings,
      not_reached_on, is_sampled, due_on, registered_at, is_history, due_from, transfers, returned_times)
    select '1502', m.id, m.id::text, 1, case when m.due_on is null then 'closed' else 'accepted' end, 'window', '02',
      '150204', '', '', '', '{}', case when m.danger then 'life-in-danger' end, false, m.parties, ${unit}::uuid,
      ${unit}::uuid, false, 0, m.reopenings, '{}', false, m.due_on, now(), false, m.due_from, m.transfers, m.returns
    from unnest(${all.map((m) => m.id)}::uuid[], ${all.map((m) => m.dueFrom)}::date[],
      ${all.map((m) => m.dueOn)}::date[], ${all.map((m) => m.returns)}::int[], ${all.map((m) => m.transfers)}::int[],
      ${all.map((m) => m.reopenings)}::int[], ${all.map((m) => m.parties)}::int[],
      ${all.map((m) => m.isInDanger)}::boolean[])
      as m (id, due_from, due_on, returns, transfers, reopenings, parties, danger)`.execute(db);
  const clocks = all.flatMap(({ id, runningDue }) =>
    runningDue.flatMap((dueOn) => [
      { id, dueOn, endedOn: null, owedBy: 'office' },
      { id, dueOn, endedOn: '2026-09-30', owedBy: 'office' },
      { id, dueOn, endedOn: null, owedBy: 'party' },
    ]),
  );
  await sql`
    insert into hejie.clock (city_code, matter_id, id, step, started_on, limit_count, limit_unit, due_on, is_provisional,
      source, ended_on, owed_by)
    select '1502', c.matter_id, gen_random_uuid(), 'accept', c.due_on, 1, 'natural-day', c.due_on, false, '', c.ended_on,
      c.owed_by
    from unnest(${clocks.map((c) => c.id)}::uuid[], ${clocks.map((c) => c.dueOn)}::date[],
      ${clocks.map((c) => c.endedOn)}::date[], ${clocks.map((c) => c.owedBy)}::text[])
      as c (matter_id, due_on, ended_on, owed_by)`.execute(db);
});
afterAll(() => program?.stop());

test('the filter in the database and the function of the domain agree on every matter', async () => {
  const colours = new Map<string | null, number>();
  await fc.assert(
    fc.asyncProperty(any(makeTable), any(makeDay), async (table, today) => {
      const each = levels.map((level) => sql`${hasLevel(table, level, today)} as ${sql.ref(level)}`);
      const { rows } = await sql<Record<string, unknown>>`
        select m.id, ${levelColumn(table, today)} as level, ${hasLevel(table, null, today)} as none,
          ${sql.join(each)}
        from hejie.matter m where m.city_code = '1502'`.execute(program.admin.db);
      expect(rows).toHaveLength(matters.size);
      for (const { id, level, none, ...has } of rows) {
        const facts = matters.get(String(id));
        if (!facts) throw new Error(`no matter ${id}`);
        const expected = levelOn(table, facts, today).level;
        expect(level, JSON.stringify({ facts, table, today })).toBe(expected);
        expect(none).toBe(expected === null);
        expect(has).toEqual(Object.fromEntries(levels.map((one) => [one, one === expected])));
        colours.set(expected, (colours.get(expected) ?? 0) + 1);
      }
    }),
    { numRuns: 60 },
  );
  // The trial would prove nothing if most matters had no colour.
  for (const level of [null, ...levels]) expect(colours.get(level), String(level)).toBeGreaterThan(100);
});

test('where the clocks may not be read, steps overdue come from elsewhere', async () => {
  const table = { rows: [{ level: 'red', when: [{ fact: 'steps-overdue', op: '>=', number: 2 }] }] } as const;
  const { rows } = await sql<{ level: string | null }>`
    select ${levelColumn(table, '2026-10-01', { stepsOverdue: sql`2` })} as level
    from hejie.matter m where m.city_code = '1502' limit 1`.execute(program.admin.db);
  expect(rows).toEqual([{ level: 'red' }]);
});
