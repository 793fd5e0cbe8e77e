import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListNoticesAnswer, NoticeView } from '#contract/notices/notices.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;
let dispatcher: Person;
let otherDispatcher: Person;
let supervisor: Person;
let handler: Person;
let colleague: Person;
let stranger: Person;

const housing = unitIdOf('1502', '150204/housing');

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  otherDispatcher = await hire(program, '150204', 'dispatcher', 'other-dispatcher');
  supervisor = await hire(program, '150204', 'supervisor');
  handler = await hire(program, '150204/housing', 'handler');
  colleague = await hire(program, '150204/housing', 'handler', 'colleague');
  stranger = await hire(program, '150203/housing', 'handler');
});
afterAll(() => program?.stop());

type Matter = { id: string; version: number };

async function register(more: object = {}): Promise<Matter> {
  const { status, body } = await clerk.post('matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story: '小区顶楼漏水半年，物业一直没有修。',
    parties: [{ seat: 'applicant', kind: 'person', name: '王秀兰', phone: '13800000000' }],
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.matter;
}

async function act(person: Person, matter: Matter, action: string, fields: object = {}): Promise<Matter> {
  const answer = await person.post(`matters/${matter.id}/actions/${action}`, {
    version: matter.version,
    ...fields,
  });
  expect(answer.status, `${action}: ${JSON.stringify(answer.body)}`).toBe(200);
  return answer.body;
}

async function offered(): Promise<Matter> {
  const matter = await act(dispatcher, await register(), 'accept');
  return act(dispatcher, matter, 'route', { unitId: housing });
}

async function noticesOn(person: Person, matter: Matter): Promise<NoticeView[]> {
  const { status, body } = await person.get('notices?limit=50');
  expect(status).toBe(200);
  return (body as ListNoticesAnswer).notices.filter(({ matterId }) => matterId === matter.id);
}
const kinds = (notices: readonly NoticeView[]) => notices.map(({ kind }) => kind);
const unread = async (person: Person): Promise<number> => (await person.get('notices')).body.unread;

describe('a step', () => {
  it('is told to those whom it concerns and nobody else, with the code and no word of the story', async () => {
    const matter = await offered();
    const told = await noticesOn(handler, matter);
    expect(told).toMatchObject([
      {
        kind: 'offered',
        sentence: '分流到本单位，等待接收',
        isRead: false,
        isSettled: false,
        holder: { id: housing },
      },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/漏水|王秀兰/);
    for (const other of [dispatcher, otherDispatcher, clerk, stranger]) {
      expect(await noticesOn(other, matter)).toEqual([]);
    }
  });

  it('settles what it was awaited by, for all who were told', async () => {
    const matter = await offered();
    const before = await unread(colleague);
    await act(handler, matter, 'accept-hand-over');
    expect(await noticesOn(colleague, matter)).toMatchObject([
      { kind: 'offered', isSettled: true, isRead: false },
    ]);
    expect(await unread(colleague)).toBe(before - 1);
  });

  it('is told to the handler by name, and to the one before', async () => {
    const matter = await act(handler, await offered(), 'accept-hand-over');
    await act(handler, matter, 'assign', { handlerUserId: colleague.actor.userId });
    expect(kinds(await noticesOn(colleague, matter))).toEqual(['assigned', 'offered']);
    expect(kinds(await noticesOn(handler, matter))).toEqual(['offered']);
  });

  it('that was refused is told to nobody', async () => {
    const matter = await offered();
    const { status } = await handler.post(`matters/${matter.id}/actions/answer`, {
      version: matter.version,
      text: '已修好。',
      by: 'phone',
    });
    expect(status).toBe(409);
    expect(kinds(await noticesOn(colleague, matter))).toEqual(['offered']);
  });

  it('that puts somebody in danger on record reaches the supervisor, from the counter, too', async () => {
    const safety = { danger: 'violence-threatened', hiddenFrom: [], help: 'consented' };
    const matter = await register({ safety });
    expect(kinds(await noticesOn(supervisor, matter))).toEqual(['in-danger']);
    expect(kinds(await noticesOn(dispatcher, matter))).toEqual(['brought']);
    expect(await noticesOn(clerk, matter)).toEqual([]);
  });
});

describe('reading', () => {
  it('marks one, for oneself alone, and twice is once', async () => {
    const matter = await offered();
    const [notice] = await noticesOn(handler, matter);
    const before = await unread(handler);
    for (let times = 0; times < 2; times += 1) {
      const { status, body } = await handler.post('notices/read', { ids: [notice?.id] });
      expect([status, body.unread]).toEqual([200, before - 1]);
    }
    expect(await noticesOn(handler, matter)).toMatchObject([{ isRead: true }]);
    expect(await noticesOn(colleague, matter)).toMatchObject([{ isRead: false }]);
  });

  it('marks all up to the newest that was seen, and not what came after', async () => {
    const seen = await offered();
    const [newest] = await noticesOn(handler, seen);
    program.services.clock.set(program.services.clock.now().add({ seconds: 1 }));
    await offered();
    expect((await handler.post('notices/read', { upTo: newest?.id })).body.unread).toBe(1);
  });

  it("marks nobody else's", async () => {
    const [notice] = await noticesOn(handler, await offered());
    expect((await stranger.post('notices/read', { ids: [notice?.id] })).status).toBe(200);
    const { rows } =
      await sql`select 1 from hejie.notice_read where user_id = ${stranger.actor.userId}::uuid`.execute(
        program.admin.db,
      );
    expect(rows).toEqual([]);
  });

  it('goes on page by page, each notice once', async () => {
    const all: string[] = [];
    let next: string | null = null;
    do {
      const { body }: { body: ListNoticesAnswer } = await handler.get(
        `notices?limit=2${next === null ? '' : `&after=${next}`}`,
      );
      all.push(...body.notices.map(({ id }) => id));
      next = body.next;
    } while (next !== null);
    expect(all.length).toBeGreaterThan(4);
    expect(new Set(all).size).toBe(all.length);
  });

  it('is not for those who do not work on matters', async () => {
    const auditor = await hire(program, '1502', 'auditor');
    expect((await auditor.get('notices')).status).toBe(403);
    expect((await auditor.get('notices/stream')).status).toBe(403);
  });
});

describe('the database', () => {
  const seenBy = (person: Person) =>
    inTransaction(program.services, person.actor, async (trx) => {
      const { rows } = await sql<{ unit_id: string; user_id: string | null; role: string | null }>`
        select unit_id, user_id, role from hejie.notice`.execute(trx);
      return rows;
    });

  it('shows own notices only, even to a query without any condition', async () => {
    await offered();
    for (const { unit_id, user_id, role } of await seenBy(handler)) {
      expect(unit_id).toBe(housing);
      expect(user_id === handler.actor.userId || role === 'handler').toBe(true);
    }
    expect((await seenBy(handler)).length).toBeGreaterThan(0);
    expect(await seenBy(stranger)).toEqual([]);
  });

  it('lets nobody settle what was awaited but whoever took the step', async () => {
    const matter = await offered();
    await inTransaction(program.services, stranger.actor, (trx) =>
      sql`select hejie.settle_notices('1502', ${matter.id}::uuid, ${matter.version + 1}::int, now())`.execute(
        trx,
      ),
    );
    await inTransaction(program.services, clerk.actor, (trx) =>
      sql`select hejie.settle_notices('1502', ${matter.id}::uuid, ${matter.version}::int, now())`.execute(
        trx,
      ),
    );
    expect(await noticesOn(handler, matter)).toMatchObject([{ isSettled: false }]);
  });
});
