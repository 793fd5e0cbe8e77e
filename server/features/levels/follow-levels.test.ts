import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unitIdOf } from '#server/app/known-ids.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { setNextLevels } from './follow-levels.queries.ts';
import { followLevels } from './follow-levels.ts';

let program: TestProgram;
let supervisor: Person;
const cityCode = '1502';
const open = 1_100;
const today = '2026-03-02';
const red = { level: 'red', when: [{ fact: 'danger', op: '=', number: 1 }] };
const late = (days: number) => ({
  level: 'orange',
  when: [{ fact: 'days-overdue', op: '>=', number: days }],
});

/** Open matters of which each is due one day later than the one before, and some that have ended. */
beforeAll(async () => {
  program = await createTestProgram();
  supervisor = await hire(program, '1502', 'supervisor');
  const { admin, services } = program;
  const unit = unitIdOf(cityCode, '150204');
  const ids = Array.from({ length: open + 20 }, () => services.newId());
  await sql`
    insert into hejie.matter (city_code, id, code, version, status, channel, kind, region_code, subject, story, request,
      needs, is_anonymous, party_count, lead_unit_id, holder_unit_id, offered_to_centre, returns, reopenings,
      not_reached_on, is_sampled, due_from, due_on, registered_at, is_history)
    select ${cityCode}, m.id, m.id::text, 1, case when n > ${open} then 'closed' else 'accepted' end, 'window', '02',
      '150204', '', '', '', '{}', false, 2, ${unit}::uuid, ${unit}::uuid, false, 0, 0, '{}', false, ${today}::date,
      case when n <= ${open} then ${today}::date + n::int end, now(), false
    from unnest(${ids}::uuid[]) with ordinality as m (id, n)`.execute(admin.db);
});
afterAll(() => program?.stop());
beforeEach(async () => {
  const { db } = program.admin;
  await sql`delete from hejie.level_version`.execute(db);
  await sql`delete from hejie.level_follow`.execute(db);
  await sql`update hejie.matter set next_level_on = null`.execute(db);
  program.services.clock.set(`${today}T01:00:00Z`);
});

async function publish(version: number, days: number, inForceFrom = today): Promise<void> {
  const body = { version, rows: [late(days), red], inForceFrom, note: '调整' };
  expect((await supervisor.post('levels/versions', body)).status).toBe(201);
}

/** How many days after it is due each open matter changes its colour; ended ones do not. */
async function daysAfterDue(): Promise<{ days: number | null; matters: number }[]> {
  const { rows } = await sql<{ days: number | null; matters: number }>`
    select next_level_on - due_on as days, count(*)::int as matters from hejie.matter
    group by 1 order by 1`.execute(program.admin.db);
  return rows;
}

const following = async () => (await supervisor.get('levels/rules')).body.following;

describe('following the rules', () => {
  it('goes through every open matter once rules are published', async () => {
    await publish(0, 4);
    expect(await following()).toBe(null);
    expect(await runJobs(program.services)).toBe(1);
    expect(await following()).toEqual({ version: 1, done: open, total: open, isFinished: true });
    expect(await daysAfterDue()).toEqual([
      { days: 4, matters: open },
      { days: null, matters: 20 },
    ]);
  });

  it('does nothing twice, and begins anew for other rules', async () => {
    await publish(0, 4);
    await followLevels(program.services, { cityCode });
    await sql`update hejie.matter set next_level_on = null`.execute(program.admin.db);
    await followLevels(program.services, { cityCode });
    expect(await daysAfterDue()).toEqual([{ days: null, matters: open + 20 }]);
    await publish(1, 6);
    await followLevels(program.services, { cityCode });
    expect(await following()).toMatchObject({ version: 2, isFinished: true });
    expect((await daysAfterDue())[0]).toEqual({ days: 6, matters: open });
  });

  it('leaves a change that is still to be told', async () => {
    await sql`update hejie.matter set next_level_on = ${today}::date where due_on = ${today}::date + 1`.execute(
      program.admin.db,
    );
    await publish(0, 4);
    await followLevels(program.services, { cityCode });
    expect(await daysAfterDue()).toEqual([
      { days: -1, matters: 1 },
      { days: 4, matters: open - 1 },
      { days: null, matters: 20 },
    ]);
  });

  it('waits for a day to come', async () => {
    await publish(0, 4, '2026-03-03');
    await runJobs(program.services);
    await followLevels(program.services, { cityCode });
    expect(await following()).toMatchObject({ version: 0 });
    program.services.clock.set('2026-03-02T16:00:00Z');
    await followLevels(program.services, { cityCode });
    expect(await following()).toMatchObject({ version: 1, isFinished: true });
  });

  it('goes on where it was interrupted', async () => {
    await publish(0, 4);
    const { services } = program;
    let asked = 0;
    const clock = {
      now: () => {
        asked += 1;
        // Twice before the first part, twice within a part that is not the last.
        if (asked > 4) throw new Error('killed');
        return services.clock.now();
      },
    };
    await expect(followLevels({ ...services, clock }, { cityCode })).rejects.toThrow('killed');
    const interrupted = await following();
    expect(interrupted).toMatchObject({ total: open, isFinished: false });
    expect([500, 1_000]).toContain(interrupted.done);
    expect((await daysAfterDue())[0]).toEqual({ days: 4, matters: interrupted.done });

    await sql`update hejie.matter set next_level_on = null`.execute(program.admin.db);
    await followLevels(services, { cityCode });
    expect(await following()).toEqual({ version: 1, done: open, total: open, isFinished: true });
    // What was done before was not done again.
    expect((await daysAfterDue())[0]).toEqual({ days: 4, matters: open - interrupted.done });
  });

  it('is shared by two that walk at once', async () => {
    await publish(0, 4);
    const { services } = program;
    await Promise.all([followLevels(services, { cityCode }), followLevels(services, { cityCode })]);
    expect(await following()).toEqual({ version: 1, done: open, total: open, isFinished: true });
    expect((await daysAfterDue())[0]).toEqual({ days: 4, matters: open });
  });

  it('waits for a step under way, and reads what it wrote', async () => {
    const { services, admin } = program;
    const { rows } = await sql<{ id: string }>`
      select id from hejie.matter where due_on = ${today}::date + 100`.execute(admin.db);
    const id = rows[0]?.id ?? '';
    const overdue = [{ level: 'orange', when: [{ fact: 'steps-overdue', op: '>=', number: 1 }] }, red];
    const body = { version: 0, rows: overdue, inForceFrom: today, note: '调整' };
    expect((await supervisor.post('levels/versions', body)).status).toBe(201);
    let following: Promise<void> = Promise.resolve();
    await admin.db.transaction().execute(async (trx) => {
      await sql`select from hejie.matter where id = ${id}::uuid for update`.execute(trx);
      following = followLevels(services, { cityCode });
      await new Promise((resolve) => setTimeout(resolve, 300));
      await sql`update hejie.matter set version = version + 1 where id = ${id}::uuid`.execute(trx);
      await sql`insert into hejie.clock (city_code, matter_id, id, step, started_on, limit_count, limit_unit, due_on,
          is_provisional, source)
        values (${cityCode}, ${id}::uuid, gen_random_uuid(), 'accept', ${today}, 1, 'working-day', '2026-03-20', false, '')`.execute(
        trx,
      );
    });
    await following;
    const { rows: then } = await sql<{ next: string | null }>`
      select next_level_on as next from hejie.matter where id = ${id}::uuid`.execute(admin.db);
    await sql`delete from hejie.clock`.execute(admin.db);
    expect(then).toEqual([{ next: '2026-03-21' }]);
  });

  it('is the program’s alone', async () => {
    const { services } = program;
    await inTransaction(services, supervisor.actor, async (trx) => {
      const { rows } = await sql`select * from hejie.levelled_matters(${cityCode}, null, 10)`.execute(trx);
      expect(rows).toEqual([]);
      const { rows: some } = await sql<{
        id: string;
      }>`select id from hejie.overseen_matters(${cityCode}, ${cityCode})
        limit 1`.execute(trx);
      await setNextLevels(trx, cityCode, [{ id: some[0]?.id ?? '', nextOn: '2026-05-01' }], today);
    });
    expect(await daysAfterDue()).toEqual([{ days: null, matters: open + 20 }]);
  });
});
