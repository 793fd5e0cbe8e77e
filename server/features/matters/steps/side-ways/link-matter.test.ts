import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinkView } from '#contract/matters/matter.ts';
import { hire } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import {
  acrossCentre,
  act,
  ask,
  hireAll,
  type People,
  refusal,
  register,
  toHandling,
} from './side-ways.fixture.ts';

let program: TestProgram;
let people: People;

beforeAll(async () => {
  program = await createTestProgram();
  people = await hireAll(program);
});
afterAll(() => program?.stop());

const linkReason = 'same-event';
const linksOf = async (by: People[keyof People], id: string): Promise<LinkView[]> =>
  (await by.get(`matters/${id}`)).body.links;

describe('a link', () => {
  it('shows on both pages, with an event on each', async () => {
    const { clerk } = people;
    const one = await register(clerk, { subject: '屋面漏水' });
    const other = await register(clerk, { subject: '电梯停运' });
    await act(clerk, one, 'link', { code: other.code, linkReason });
    expect(await linksOf(clerk, one.id)).toMatchObject([
      {
        id: other.id,
        code: other.code,
        subject: '电梯停运',
        status: { code: 'registered' },
        linkReason: { code: linkReason },
      },
    ]);
    const { body: file } = await clerk.get(`matters/${other.id}`);
    expect(file.links).toMatchObject([{ id: one.id, code: one.code, subject: '屋面漏水' }]);
    expect(file).toMatchObject({ version: 2, timeline: [{ type: 'link' }, { type: 'register' }] });
    expect(file.allowedActions.map(({ action }: { action: string }) => action)).toContain('unlink');
  });

  it('tells whoever takes part in one of them alone the code and the stage of the other', async () => {
    const { clerk, handler, dispatcher, across } = people;
    const mine = await toHandling(people);
    const other = await register(clerk, { subject: '电梯停运' });
    await act(clerk, other, 'link', { code: mine.code, linkReason: 'other-aspect' });
    const [seen] = await linksOf(handler, mine.id);
    expect(seen).toMatchObject({ id: null, code: other.code, subject: null, status: { code: 'registered' } });
    expect((await handler.get(`matters/${other.id}`)).status).toBe(404);
    // It goes to another centre, and stays linked.
    let moved = await act(dispatcher, { ...other, version: 2 }, 'accept');
    moved = await act(dispatcher, moved, 'route', { unitId: acrossCentre });
    await act(across, moved, 'accept-hand-over');
    const [there] = await linksOf(across, other.id);
    expect(there).toMatchObject({ id: null, subject: null, code: mine.code });
    const { body: file } = await dispatcher.get(`matters/${mine.id}`);
    expect(await refusal(dispatcher, file, 'unlink', { otherId: other.id, reason: '不是同一件。' })).toBe(
      'link-not-found',
    );
  });

  it('is removed on both sides', async () => {
    const { clerk, dispatcher } = people;
    const one = await register(clerk);
    const other = await register(clerk);
    const linked = await act(clerk, one, 'link', { code: other.code, linkReason });
    const apart = await act(dispatcher, linked, 'unlink', { otherId: other.id, reason: '核对后不是。' });
    expect(apart.allowedActions.map(({ action }) => action)).not.toContain('unlink');
    expect([await linksOf(clerk, one.id), await linksOf(clerk, other.id)]).toEqual([[], []]);
    expect(await refusal(clerk, apart, 'unlink', { otherId: other.id, reason: '再解一次。' })).toBe(
      'not-linked',
    );
  });

  it('may follow up a matter that has ended', async () => {
    const { clerk } = people;
    const ended = await act(clerk, await register(clerk), 'withdraw', { reason: '和解了。' });
    const fresh = await act(clerk, await register(clerk), 'link', {
      code: ended.code,
      linkReason: 'follow-up',
    });
    expect(await linksOf(clerk, fresh.id)).toMatchObject([{ status: { code: 'closed' } }]);
  });

  it('is refused to itself, twice, to what the linker may not see, and by a code that is none', async () => {
    const { clerk, across, handler } = people;
    const one = await register(clerk);
    const other = await register(clerk);
    const theirs = await register(await hire(program, '150203', 'clerk'));
    const link = (code: string) => refusal(clerk, one, 'link', { code, linkReason });
    expect(await link(one.code)).toBe('links-itself');
    expect(await link(theirs.code)).toBe('link-not-found');
    expect(await link('2026-0000-0000')).toBe('link-not-found');
    expect(await refusal(across, one, 'link', { code: theirs.code, linkReason })).toBe('not-found');
    expect(await refusal(handler, one, 'link', { code: other.code, linkReason })).toBe('not-found');
    const linked = await act(clerk, one, 'link', { code: other.code, linkReason });
    expect(await refusal(clerk, linked, 'link', { code: other.code, linkReason })).toBe('linked-already');
    expect(await refusal(clerk, one, 'link', { code: other.code, linkReason })).toBe('stale-version');
  });

  it('asked twice is made once; from both sides at once, one is told', async () => {
    const { clerk, dispatcher } = people;
    const one = await register(clerk);
    const other = await register(clerk);
    const answers = await Promise.all([
      ask(clerk, one, 'link', { code: other.code, linkReason }),
      ask(dispatcher, other, 'link', { code: one.code, linkReason }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const third = await register(clerk);
    const headers = { 'idempotency-key': 'link-00001' };
    const body = { code: one.code, linkReason };
    const first = await ask(clerk, third, 'link', body, headers);
    const again = await ask(clerk, third, 'link', body, headers);
    expect([first.status, again.status, again.body.version]).toEqual([200, 200, 2]);
    expect(await linksOf(clerk, third.id)).toHaveLength(1);
  });
});
