import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MatterPresent } from '#contract/matters/matter.ts';
import { createServices } from '#server/app/create-services.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { loadCity } from '#server/features/organisations/public.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { recountClocks } from '../passing-time/recount-clocks.ts';
import {
  act,
  hireAll,
  housing,
  labour,
  type People,
  register,
  toHandling,
} from '../steps/side-ways/side-ways.fixture.ts';
import { type FoundDifference, replayMatters } from './replay-matters.ts';

let program: TestProgram;
let people: People;

beforeAll(async () => {
  program = await createTestProgram();
  people = await hireAll(program);
});
afterAll(() => program?.stop());
const on = (day: string): void => program.services.clock.set(`${day}T02:00:00Z`);
beforeEach(() => on('2026-03-02'));

const clock = 'medical-mediation/settle';
const mediation = { procedure: 'medical-mediation', confirmed: ['both-agree', 'no-suit-pending'] };

/** Halted, run on again, extended, with another office's task and a flag beside it. */
async function busyMatter(): Promise<MatterPresent> {
  const { handler, supervisor } = people;
  const safety = { danger: 'violence-threatened', hiddenFrom: ['respondent'], help: 'consented' };
  let matter = await toHandling(people, { kind: '13', safety });
  matter = await act(handler, matter, 'ask-assistance', { unitId: labour, text: '请核实用工。', days: 4 });
  matter = await act(handler, matter, 'start-procedure', mediation);
  matter = await act(handler, matter, 'note-procedure', { event: 'accepted' });
  const asked = { clock, reason: '委托鉴定。' };
  const pause = { change: 'pause', ground: 'appraisal', from: '2026-03-03', until: '2026-04-02' };
  matter = await act(handler, matter, 'ask-clock-change', { ...asked, ...pause });
  matter = await act(supervisor, matter, 'decide-clock-change', { ...asked, isApproved: true });
  on('2026-03-10');
  matter = await act(handler, matter, 'end-pause', { clock });
  matter = await act(handler, matter, 'ask-clock-change', { ...asked, change: 'extension', days: 10 });
  return act(supervisor, matter, 'decide-clock-change', { ...asked, isApproved: true });
}

async function replayed(services: Services = program.services, code?: string) {
  const differences: FoundDifference[] = [];
  const counts = await replayMatters(services, { code, onDifference: (one) => differences.push(one) });
  return { counts, differences };
}

/** Meddles with what is stored, looks, and puts it back. */
async function meddled(
  order: (admin: TestProgram['admin']['db']) => Promise<unknown>,
): Promise<FoundDifference[]> {
  const { db } = program.admin;
  await sql`create table if not exists public.kept_clock as select * from hejie.clock`.execute(db);
  await sql`create table if not exists public.kept_matter as select id, due_on, due_from from hejie.matter`.execute(
    db,
  );
  await sql`create table if not exists public.kept_run as select * from hejie.procedure_run`.execute(db);
  try {
    await order(db);
    return (await replayed()).differences;
  } finally {
    await sql`delete from hejie.clock`.execute(db);
    await sql`delete from hejie.procedure_run`.execute(db);
    await sql`insert into hejie.procedure_run select * from public.kept_run`.execute(db);
    await sql`insert into hejie.clock select * from public.kept_clock`.execute(db);
    await sql`update hejie.matter m set due_on = k.due_on, due_from = k.due_from from public.kept_matter k
      where k.id = m.id`.execute(db);
    await sql`drop table public.kept_clock, public.kept_matter, public.kept_run`.execute(db);
  }
}

describe('replay', () => {
  let busy: MatterPresent;

  beforeAll(async () => {
    on('2026-03-02');
    busy = await busyMatter();
    on('2026-03-02');
  });

  it('finds every clock as its events tell it: side ways, merged and split, closed and reopened', async () => {
    const { clerk, dispatcher, handler, labourHandler } = people;
    let handled = await toHandling(people);
    handled = await act(handler, handled, 'start-procedure', {
      procedure: 'people-mediation',
      confirmed: ['both-agree', 'no-suit-pending'],
    });
    on('2026-03-06');
    handled = await act(handler, handled, 'end-procedure', { outcome: 'agreed', text: '十日内修好。' });

    const twice = await act(dispatcher, await register(clerk), 'accept');
    const into = await act(dispatcher, await register(clerk), 'accept');
    await act(dispatcher, twice, 'merge', {
      intoId: into.id,
      intoVersion: into.version,
      reason: '同一处漏水。',
    });
    const file = (await dispatcher.get(`matters/${handled.id}`)).body;
    handled = await act(dispatcher, handled, 'split', {
      kind: '04',
      subject: '车位收费',
      story: '车位管理费没有公示标准。',
      partyIds: [file.parties[0].id],
      reason: '两件事。',
    });
    handled = await act(handler, handled, 'record-outcome', { outcome: 'settled', text: '谈成。' });
    handled = await act(handler, handled, 'answer', { text: '谈成。', by: 'phone' });
    handled = await act(clerk, handled, 'call-back', {
      result: 'unsatisfied',
      text: '没有修好。',
    });
    await act(handler, handled, 'transfer', { unitId: labour, reason: '实为劳动争议。' });
    expect((await labourHandler.get(`matters/${handled.id}`)).status).toBe(200);
    const gone = await act(clerk, await register(clerk), 'withdraw', { reason: '已和解。' });
    await act(dispatcher, gone, 'reopen', { reason: '又发生了。' });

    const { counts, differences } = await replayed();
    expect(differences).toEqual([]);
    expect(counts).toMatchObject({ matters: 6, differences: 0, toBeRecounted: 0 });
    expect(counts?.clocks).toBeGreaterThan(20);
    expect((await replayed(program.services, busy.code)).counts).toMatchObject({ matters: 1 });
    expect((await replayed(program.services, '202600000000')).counts).toBeNull();
  });

  it.each([
    ['due_on', 'dueOn', sql`due_on + 1`],
    ['ended_on', 'endedOn', sql`date '2026-03-09'`],
    ['pauses', 'pauses', sql`'[]'::jsonb`],
    ['extensions', 'extensions', sql`'[]'::jsonb`],
    ['limit_count', 'count', sql`limit_count + 1`],
    ['is_provisional', 'isProvisional', sql`true`],
    ['owed_by', 'owedBy', sql`'party'`],
  ])('finds a clock of which somebody changed %s', async (column, field, value) => {
    const found = await meddled((db) =>
      sql`update hejie.clock set ${sql.ref(column)} = ${value} where matter_id = ${busy.id}::uuid and step = ${clock}`.execute(
        db,
      ),
    );
    expect(found).toMatchObject([
      { kind: 'different', matterId: busy.id, code: busy.code, step: clock, field },
    ]);
  });

  it('finds a clock that is gone, one that came from nowhere, a moved day of a matter, a procedure that is another', async () => {
    expect(
      await meddled((db) =>
        sql`delete from hejie.clock where matter_id = ${busy.id}::uuid and step = ${clock}`.execute(db),
      ),
    ).toMatchObject([{ kind: 'missing', step: clock, field: 'clock' }]);
    expect(
      await meddled((db) =>
        sql`insert into hejie.clock (city_code, matter_id, id, step, started_on, limit_count, limit_unit, due_on,
            is_provisional, source)
          values ('1502', ${busy.id}::uuid, gen_random_uuid(), 'route', '2026-03-02', 1, 'natural-day', '2026-03-03',
            false, '')`.execute(db),
      ),
    ).toMatchObject([{ kind: 'unknown', step: 'route', field: 'clock' }]);
    expect(
      await meddled((db) =>
        sql`update hejie.matter set due_on = due_on + 7 where id = ${busy.id}::uuid`.execute(db),
      ),
    ).toMatchObject([{ kind: 'different', clockId: null, field: 'dueOn' }]);
    expect(
      await meddled((db) =>
        sql`update hejie.procedure_run set started_on = '2026-02-01' where matter_id = ${busy.id}::uuid`.execute(
          db,
        ),
      ),
    ).toMatchObject([
      { kind: 'different', clockId: null, field: expect.stringMatching(/^run .* startedOn$/) },
    ]);
    expect((await replayed()).differences).toEqual([]);
  });

  it('is for the program alone, and hands out nothing sealed and no words', async () => {
    const asked = (actor: Parameters<typeof inTransaction>[1]) =>
      inTransaction(program.services, actor, (trx) =>
        sql<object>`select * from hejie.replayed_matters('1502', null, 500)`.execute(trx),
      );
    expect((await asked(people.dispatcher.actor)).rows).toEqual([]);
    expect((await asked({ cityCode: '1503', role: 'program' })).rows).toEqual([]);
    const text = JSON.stringify((await asked({ cityCode: '1502', role: 'program' })).rows);
    expect(text).toContain(busy.code);
    for (const word of ['漏水', '王秀兰', 'sealed', '鉴定']) expect(text).not.toContain(word);
    const direct = inTransaction(program.services, people.dispatcher.actor, (trx) =>
      sql`select * from hejie.replayed`.execute(trx),
    );
    await expect(direct).rejects.toThrow('permission denied');
  });
});

it('a day counted before a calendar came out is right as of then; once it is out it waits to be recounted', async () => {
  on('2026-12-29');
  const { clerk, dispatcher, handler } = people;
  const ended = await act(dispatcher, await register(clerk), 'accept');
  await act(dispatcher, ended, 'route', { unitId: housing });
  const open = await toHandling(people);
  expect((await handler.get(`matters/${open.id}`)).body.clocks[0]).toMatchObject({ isProvisional: true });
  expect((await replayed()).counts).toMatchObject({ differences: 0, toBeRecounted: 0 });

  const { config, pack } = program.services;
  const calendar = {
    holidays: ['2027-01-01', '2027-01-04', '2027-01-05'],
    makeUpWorkdays: [],
    publishedYears: [2027],
  };
  on('2026-12-30');
  const made = await createServices({ config, database: program.services, pack: { ...pack, calendar } });
  const later: Services = { ...made, clock: program.services.clock, jobs: program.services.jobs };
  await loadCity(later);
  const waiting = await replayed(later);
  expect(waiting.counts).toMatchObject({ differences: 0 });
  expect(waiting.counts?.toBeRecounted).toBeGreaterThan(0);
  expect(new Set(waiting.differences.map(({ kind }) => kind))).toEqual(new Set(['to-be-recounted']));

  await recountClocks(later, { cityCode: '1502' });
  expect((await replayed(later)).counts).toMatchObject({ differences: 0, toBeRecounted: 0 });
  // The clocks that had ended keep the day that they had then, told by the calendar of then.
  const { rows } = await sql<{ dueOn: string }>`select due_on as "dueOn" from hejie.clock
    where matter_id = ${ended.id}::uuid and is_provisional and ended_on is not null`.execute(
    program.admin.db,
  );
  expect(rows.length).toBeGreaterThan(0);
});
