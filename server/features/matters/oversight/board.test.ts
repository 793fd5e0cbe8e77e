import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figures, FiguresRow, OverseenAnswer } from '#contract/oversight/oversight.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import {
  act,
  hireAll,
  housing,
  type People,
  register,
  toHandling,
} from '../steps/side-ways/side-ways.fixture.ts';

let program: TestProgram;
let people: People;
let city: Person;
let elsewhere: Person;

/** Two handled at housing, one of them sealed; two at the counter, of other kinds, one in danger; all looked at much later. */
beforeAll(async () => {
  program = await createTestProgram();
  people = await hireAll(program);
  city = await hire(program, '1502', 'leader');
  elsewhere = await hire(program, '150203', 'supervisor');
  const { clerk, dispatcher, handler } = people;
  await toHandling(people);
  await act(dispatcher, await toHandling(people), 'seal', {
    ground: 'child-involved',
    reason: '涉及未成年人。',
    readerUserIds: [handler.actor.userId],
  });
  await register(clerk, { kind: '10', regionCode: '150204' });
  await register(clerk, {
    kind: '01',
    safety: { danger: 'violence-threatened', hiddenFrom: ['respondent'], help: 'consented' },
  });
  program.services.clock.set(Temporal.Instant.from('2026-03-12T02:00:00Z'));
}, 60_000);
afterAll(() => program?.stop());

async function board(by: Person, query: string): Promise<Figures> {
  const { status, body } = await by.get(`oversight/figures?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}
async function listed(by: Person, query: string): Promise<OverseenAnswer['matters']> {
  return (await by.get(`oversight/matters?limit=100&${query}`)).body.matters;
}

/** The list that a figure opens, as the desk asks for it. */
function listOf(row: FiguresRow, by: Figures['by']): string {
  if (by === 'office') return `holder=${row.unit?.id}`;
  if (by === 'kind') return row.isSealed ? 'sealed=true' : `kind=${row.kind?.code}`;
  return `region=${row.region.code}${row.isHere ? '&here=true' : ''}`;
}
const columns = {
  open: '',
  late: '&due=late',
  dueThisWeek: '&due=week',
  disputed: '&status=disputed',
  inDanger: '&inDanger=true',
  lateTasks: '&lateTasks=true',
  blue: '&level=blue',
  yellow: '&level=yellow',
  orange: '&level=orange',
  red: '&level=red',
} as const;

describe('the board', () => {
  it.each(['centre', 'office', 'kind'] as const)(
    'by %s counts the same matters, and every figure opens as many as it says',
    async (by) => {
      const { rows } = await board(people.supervisor, `by=${by}`);
      const sum = (figure: keyof typeof columns) => rows.reduce((all, row) => all + row[figure], 0);
      expect([sum('open'), sum('late'), sum('inDanger')]).toEqual([4, 2, 1]);
      // Whoever is in danger makes it red at once; what is late is orange by the rules of the pack.
      expect([sum('red'), sum('orange')]).toEqual([1, 1]);
      for (const row of rows) {
        for (const [figure, filter] of Object.entries(columns)) {
          const found = await listed(people.supervisor, listOf(row, by) + filter);
          expect(found.length, `${by} ${listOf(row, by)}${filter}`).toBe(row[figure as keyof typeof columns]);
        }
      }
    },
  );

  it('by office names the office that has them now', async () => {
    const { rows } = await board(people.supervisor, 'by=office');
    expect(rows.find(({ unit }) => unit?.id === housing)).toMatchObject({
      unit: { name: expect.stringContaining('住房') },
      region: { code: '150204' },
      open: 2,
    });
    expect(rows).toHaveLength(2);
  });

  it('by kind says nothing of what a sealed matter is about', async () => {
    const { rows } = await board(people.supervisor, 'by=kind');
    const counts = Object.fromEntries(rows.map(({ kind, open }) => [kind?.code ?? 'sealed', open]));
    expect(counts).toEqual({ '01': 1, '10': 1, '15': 1, sealed: 1 });
    expect(rows.filter(({ isSealed }) => isSealed)).toHaveLength(1);
    expect(await listed(people.supervisor, 'kind=15')).toHaveLength(1);
    const [only] = await listed(people.supervisor, 'sealed=true');
    expect(only).toMatchObject({ isSealed: true, kind: null, region: null });
  });

  it('shows the same colours as the list', async () => {
    const all = await listed(people.supervisor, '');
    const counted = Object.groupBy(all, ({ level }) => level?.level ?? 'none');
    const { rows } = await board(people.supervisor, 'by=kind');
    for (const level of ['blue', 'yellow', 'orange', 'red'] as const) {
      const sum = rows.reduce((total, row) => total + row[level], 0);
      expect([level, sum]).toEqual([level, counted[level]?.length ?? 0]);
      expect(await listed(people.supervisor, `level=${level}`)).toHaveLength(sum);
    }
    expect(await listed(people.supervisor, 'level=orange&level=red')).toHaveLength(2);
  });

  it('leads from the city to the street, and no further than the region of whoever asks', async () => {
    const above = await board(city, '');
    const county = above.rows.find(({ region }) => region.code === '150204');
    expect(county).toMatchObject({ open: 4, hasRegionsBelow: true, isHere: false });
    const below = await board(city, 'region=150204');
    expect(below.rows.find(({ isHere }) => isHere)).toMatchObject({ open: 1 });
    expect(below.rows.find(({ region }) => region.code === '150204001')).toMatchObject({
      open: 3,
      hasRegionsBelow: false,
    });
    for (const by of ['centre', 'office', 'kind']) {
      const { rows } = await board(elsewhere, `by=${by}`);
      expect(rows.every(({ open }) => open === 0)).toBe(true);
      expect((await elsewhere.get(`oversight/figures?by=${by}&region=150204`)).status).toBe(403);
    }
    expect(await listed(elsewhere, `holder=${housing}`)).toEqual([]);
  });

  it('lists by pages what it lists at once, place by place merged', async () => {
    for (const filter of ['', 'level=orange&level=red', 'due=late', `holder=${housing}`]) {
      const whole = (await listed(people.supervisor, filter)).map(({ id }) => id);
      const pages: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const from: string = after === '' ? '' : `&after=${after}`;
        const { body } = await people.supervisor.get(`oversight/matters?limit=1&${filter}${from}`);
        pages.push(...body.matters.map(({ id }: { id: string }) => id));
        after = body.next;
      }
      expect(pages, filter).toEqual(whole);
    }
  });

  it('is shut in the database, too, to other regions and to whoever does not oversee', async () => {
    for (const { actor } of [elsewhere, people.dispatcher]) {
      const { rows } = await inTransaction(program.services, actor, (trx) =>
        sql`select * from hejie.overseen_board('1502', '1502', '2026-03-12')`.execute(trx),
      );
      expect(rows).toEqual([]);
    }
    expect((await people.dispatcher.get('oversight/figures?by=office')).status).toBe(403);
    expect((await people.supervisor.get('oversight/figures?by=person')).status).toBe(400);
  });

  it('counts anew as soon as somebody has done something', async () => {
    const open = async () =>
      (await board(people.supervisor, 'by=kind')).rows.reduce((sum, row) => sum + row.open, 0);
    const countedAt = async () => (await board(people.supervisor, 'by=kind')).countedAt;
    const before = await open();
    expect(await open()).toBe(before);
    const counted = await countedAt();
    program.services.clock.set(program.services.clock.now().add({ seconds: 5 }));
    expect(await countedAt()).toBe(counted);
    const more = await register(people.clerk, {});
    expect(await open()).toBe(before + 1);
    expect(await countedAt()).toBe(program.services.clock.now().toString());
    // What nobody did by this program is seen when the next thing is done: until then all look at one count.
    const inDanger = async () =>
      (await board(people.supervisor, 'by=kind')).rows.reduce((sum, row) => sum + row.inDanger, 0);
    const known = await inDanger();
    await sql`update hejie.matter set danger = 'violence-threatened' where id = ${more.id}::uuid`.execute(
      program.admin.db,
    );
    expect(await inDanger()).toBe(known);
    const noted = await act(people.clerk, more, 'log-step', { kind: 'note', text: '已提醒。' });
    expect(await inDanger()).toBe(known + 1);
    await act(people.dispatcher, noted, 'decline', {
      reason: '不属受理范围',
      remedies: ['petition'],
    });
    expect(await open()).toBe(before);
  });

  it('reckons the limits that have passed as the domain does: none that ended, none that a party lets pass', async () => {
    const red = async () => (await listed(people.supervisor, 'level=red')).map(({ id }) => id);
    const figure = async () =>
      (await board(people.supervisor, 'by=kind')).rows.reduce((sum, row) => sum + row.red, 0);
    const [redBefore, figureBefore] = [await red(), await figure()];
    let matter = await register(people.clerk, {});
    const pass = async (rows: readonly (readonly [endedOn: string | null, owedBy: string])[]) => {
      for (const [endedOn, owedBy] of rows)
        await sql`insert into hejie.clock (city_code, matter_id, id, step, started_on, limit_count, limit_unit, due_on,
            is_provisional, source, ended_on, owed_by)
          values ('1502', ${matter.id}::uuid, gen_random_uuid(), 'accept', '2026-03-09', 1, 'natural-day', '2026-03-10',
            false, '', ${endedOn}::date, ${owedBy})`.execute(program.admin.db);
      matter = await act(people.clerk, matter, 'log-step', { kind: 'note', text: '已提醒。' });
    };
    await pass([
      [null, 'office'],
      ['2026-03-11', 'office'],
      [null, 'party'],
    ]);
    expect([await red(), await figure()]).toEqual([redBefore, figureBefore]);
    await pass([[null, 'office']]);
    expect((await red()).toSorted()).toEqual([...redBefore, matter.id].toSorted());
    expect(await figure()).toBe(figureBefore + 1);
    const [told] = (await listed(people.supervisor, '')).filter(({ id }) => id === matter.id);
    expect(told?.level?.level).toBe('red');
  });
});
