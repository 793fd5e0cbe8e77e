import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { createTestProgram } from '#server/testing/test-program.ts';
import { takeTurns, turnRules } from './take-turns.ts';

let app: FastifyInstance;
afterEach(() => app?.close());

/** A program whose answers wait until they are let go, and which tells how many it works on at once. */
async function start() {
  const working: string[] = [];
  const letGo: (() => void)[] = [];
  let most = 0;
  app = Fastify({ bodyLimit: 10 * 1024 * 1024 });
  takeTurns(app);
  for (const what of ['search', 'large', 'file', 'mine', 'theirs', 'gone', 'next'])
    app.all(`/api/v1/${what}`, work);
  async function work(request: FastifyRequest): Promise<object> {
    working.push(request.url);
    most = Math.max(most, working.length);
    await new Promise<void>((resolve) => letGo.push(resolve));
    working.splice(working.indexOf(request.url), 1);
    return {};
  }
  await app.ready();
  return {
    working,
    most: () => most,
    async letAllGo() {
      // In a crowd a turn is kept for a while: what waits comes up only then.
      for (let quiet = 0; quiet < 60; quiet += 1) {
        if (letGo.length > 0) quiet = 0;
        for (const one of letGo.splice(0)) one();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const ask = (url: string, headers: Record<string, string> = {}, remoteAddress = '203.0.113.1') =>
  app.inject({ url: `/api/v1/${url}`, headers, remoteAddress });

it('works on a few requests of one asker at once and on those of others meanwhile', async () => {
  const { working, letAllGo } = await start();
  const mine = Array.from({ length: 20 }, () => ask('mine', { authorization: 'Bearer one' }));
  await settled();
  expect(working).toHaveLength(turnRules.kinds.known?.perAsker ?? 0);
  const theirs = ask('theirs', { cookie: 'x=1; hejie.session_token=two.x' });
  await settled();
  expect(working.at(-1)).toBe('/api/v1/theirs');
  await letAllGo();
  const answers = await Promise.all([...mine, theirs]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
});

it('refuses what one asker piles up, with when to come again', async () => {
  const { letAllGo } = await start();
  const all = Array.from({ length: turnRules.waitingPerAsker + 10 }, () => ask('mine'));
  await settled();
  await letAllGo();
  const refused = (await Promise.all(all)).filter(({ statusCode }) => statusCode === 429);
  expect(refused.length).toBe(10 - (turnRules.kinds.public?.perAsker ?? 0));
  expect(refused[0]?.headers['retry-after']).toBe('2');
});

it('keeps what is costly, sign-in and large bodies apart from all else', async () => {
  const { working, letAllGo } = await start();
  const known = { authorization: 'Bearer one' };
  const searches = Array.from({ length: 5 }, () => ask('search', known));
  const large = Array.from({ length: 6 }, () =>
    app.inject({ method: 'POST', url: '/api/v1/large', headers: known, payload: { x: 'x'.repeat(100_000) } }),
  );
  const file = ask('file', known);
  await settled();
  const count = (what: string) => working.filter((url) => url.endsWith(what)).length;
  expect([count('search'), count('large'), count('file')]).toEqual([
    turnRules.kinds.costly?.perAsker,
    turnRules.kinds.large?.perAsker,
    1,
  ]);
  await letAllGo();
  await Promise.all([...searches, ...large, file]);
});

it('gives the turn of somebody back who hung up', async () => {
  const { working, letAllGo } = await start();
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const leaving = new AbortController();
  const gone = Array.from({ length: 10 }, () =>
    fetch(`${url}/api/v1/gone`, { signal: leaving.signal }).catch(() => null),
  );
  await expect.poll(() => working.length, { timeout: 10_000 }).toBe(2);
  leaving.abort();
  await Promise.all(gone);
  const next = ask('next', {}, '127.0.0.1');
  await expect.poll(() => working.at(-1), { timeout: 10_000 }).toBe('/api/v1/next');
  await letAllGo();
  expect((await next).statusCode).toBe(200);
});

it('holds in the program itself, and not where an operator has switched it off', async () => {
  const most = async (addressRate: number): Promise<number> => {
    let working = 0;
    let mostAtOnce = 0;
    const program = await createTestProgram({
      config: { bounds: { outgoingAllow: [], scanner: null, addressRate } },
      features: [
        () => async (routes) => {
          routes.get('/wait', { config: { policy: 'public' } }, async () => {
            working += 1;
            mostAtOnce = Math.max(mostAtOnce, working);
            await settled();
            working -= 1;
            return {};
          });
        },
      ],
    });
    const one = () => program.app.inject({ url: '/api/v1/wait', headers: { host: 'localhost' } });
    const answers = await Promise.all(Array.from({ length: 12 }, one));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    await program.stop();
    return mostAtOnce;
  };
  expect(await most(1000)).toBe(turnRules.kinds.public?.perAsker);
  expect(await most(0)).toBe(12);
}, 40_000);
