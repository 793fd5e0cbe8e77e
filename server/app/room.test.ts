import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replyWithProblem } from './problem-reply.ts';
import { keepRoom, roomIn } from './room.ts';

let app: FastifyInstance;
let free = 0;
let thrown: Error;

beforeEach(async () => {
  app = Fastify();
  app.setErrorHandler(replyWithProblem);
  keepRoom(app, { freeBytes: async () => free, leastBytes: 1_000 });
  app.all('/api/*', async () => 'done');
  app.all('/failing', async () => {
    throw thrown;
  });
});
afterEach(() => app.close());

describe('a disk that is nearly full', () => {
  it('takes nothing new, says so, is read from, and lets people in or keeps them out', async () => {
    free = 999;
    const headers = { 'accept-language': 'en' };
    const refused = await app.inject({ method: 'POST', url: '/api/v1/matters', headers });
    expect([refused.statusCode, refused.json().code, refused.headers['retry-after']]).toEqual([
      507,
      'no-room',
      '60',
    ]);
    expect(refused.json().detail).toContain('nearly full');
    expect((await app.inject({ method: 'GET', url: '/api/v1/matters' })).statusCode).toBe(200);
    for (const url of ['/api/auth/sign-in', '/api/v1/me/tokens/1/actions/revoke', '/api/v1/visitors/look-up'])
      expect((await app.inject({ method: 'POST', url })).statusCode, url).toBe(200);
    expect((await app.inject({ method: 'POST', url: '/api/v1/measures/1' })).statusCode).toBe(507);
    free = 1_000;
    expect((await app.inject({ method: 'POST', url: '/api/v1/matters' })).statusCode).toBe(200);
  });

  it.each([
    ['the file store', { code: 'ENOSPC' }],
    ['a bound for one user', { code: 'EDQUOT' }],
    ['PostgreSQL', { code: '53100', severity: 'ERROR' }],
  ])('is said so where it first shows while writing: %s', async (_where, told) => {
    free = 1_000;
    thrown = Object.assign(new Error('no space left'), told);
    const refused = await app.inject({ method: 'POST', url: '/failing' });
    expect([refused.statusCode, refused.json().code]).toEqual([507, 'no-room']);
  });
});

it('the room of a folder is that of its disk; of one that cannot be asked nothing is refused', async () => {
  const { freeBytes, leastBytes } = roomIn(import.meta.dirname);
  expect(await freeBytes()).toBeGreaterThan(0);
  expect(leastBytes).toBeGreaterThan(4 * 16 * 1024 * 1024 - 1);
  expect(await roomIn('/nowhere/at/all').freeBytes()).toBe(Number.POSITIVE_INFINITY);
});
