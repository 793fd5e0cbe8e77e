import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { compare } from './compare.ts';
import { type Entrant, enter, toldApart, workNames } from './entrants.ts';
import { mattersOfRun } from './matters.ts';
import { type Options, readOptions } from './options.ts';
import { takeTurn } from './take-turn.ts';

const matters = mattersOfRun(4711);
const small: Options = { contenders: [], tickets: 3, lanes: 2, rounds: 1, seconds: 0.05, patience: 0.1 };

describe('our own adapter', () => {
  let program: TestProgram;
  let entrant: Entrant;
  let clerk: Person;

  beforeAll(async () => {
    program = await createTestProgram();
    clerk = await hire(program, '150204', 'clerk');
    const dispatcher = await hire(program, '150204', 'dispatcher');
    const supervisor = await hire(program, '150204', 'supervisor');
    const handler = await hire(program, '150204/housing', 'handler');
    const url = await program.app.listen({ host: '127.0.0.1', port: 0 });
    const settings = {
      clerk: clerk.token,
      dispatcher: dispatcher.token,
      supervisor: supervisor.token,
      handler: handler.token,
      handlerUnitId: handler.actor.unitId,
    };
    entrant = await enter({ adapter: 'hejie', url, settings }, matters, small);
  });
  afterAll(async () => {
    entrant?.requests.close();
    await program?.stop();
  });

  it('fills, then does all four works against the whole program', async () => {
    expect(entrant.filled).toContain(`found ${matters.rareWord}`);
    const before = entrant.requests.sent();
    for (const work of workNames) await entrant.work(work);
    expect(entrant.requests.sent() - before).toBe(1 + 10 + 1 + 1);
    const { body: open } = await clerk.get('matters?queue=office');
    const { body: ended } = await clerk.get('matters?queue=ended');
    expect([open.matters.length, ended.matters.length]).toEqual([4, 1]);
  });

  it('is asked for a setting that is missing', async () => {
    const bare = { adapter: 'hejie', url: 'http://127.0.0.1:9', settings: {} };
    await expect(enter(bare, matters, small)).rejects.toThrow(
      'hejie takes no part: its settings lack handlerUnitId',
    );
  });
});

describe('a system of somebody else, by the path of its adapter', () => {
  let folder: string;
  let server: Server;
  let url: string;
  let answered = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hejie-compare-'));
    await writeFile(join(folder, 'strange.mjs'), strange);
    // Every second matter is refused once it is filled, and its list is a row short.
    server = createServer((request, response) => {
      if (request.method !== 'POST') return response.end('[1, 2]');
      answered += 1;
      response.writeHead(answered > small.tickets && answered % 2 === 0 ? 503 : 201);
      return response.end('{}');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const enterStrange = () =>
    enter({ adapter: join(folder, 'strange.mjs'), url, settings: {} }, matters, small);

  it('is measured; what it answers wrongly is told and not counted', async () => {
    const entrant = await enterStrange();
    const { sent } = entrant.requests;
    const before = sent();
    const turn = await takeTurn(entrant, 'create', 1, 0.2);
    expect(turn.firstFault).toBe('POST /things was answered with 503: {}');
    expect(turn.done + turn.wrong).toBe(sent() - before);
    expect(Math.abs(turn.done - turn.wrong)).toBeLessThanOrEqual(1);

    const [one, other] = toldApart([entrant, { ...entrant, url: 'http://elsewhere' }]);
    expect([one?.name, other?.name]).toEqual([`strange at ${url}`, 'strange at http://elsewhere']);

    const results = await compare([entrant], small);
    expect(results.map(({ work, firstFault }) => [work, firstFault])).toEqual([
      ['create', 'POST /things was answered with 503: {}'],
      ['life', 'it knows no end'],
      ['list', 'rows of the queue: 2 instead of 3'],
      ['search', `hits of ${matters.rareWord}: 2 instead of 1`],
    ]);
    expect(results[0]?.perSecond).toBeGreaterThan(0);
    expect(results.slice(1).map(({ perSecond }) => perSecond)).toEqual([0, 0, 0]);
    entrant.requests.close();
  });

  it('takes no part when it cannot be filled', async () => {
    await expect(enterStrange()).rejects.toThrow(/strange.mjs takes no part: POST \/things was answered/);
  });
});

const strange = `export const adapter = {
  name: 'strange',
  lacks: ['everything'],
  async open({ requests }) {
    return {
      create: () => requests.send({ method: 'POST', path: '/things', body: {}, expected: 201 }),
      live: async () => { throw new Error('it knows no end'); },
      list: async () => JSON.parse(await requests.send({ path: '/things', expected: 200 })).length,
      search: async () => JSON.parse(await requests.send({ path: '/things', expected: 200 })).length,
    };
  },
};`;

describe('what was asked for', () => {
  it('is read, with numbers of its own where none are given', () => {
    expect(readOptions(['redmine=http://127.0.0.1:3000', '--lanes', '8'])).toEqual({
      contenders: [{ adapter: 'redmine', url: 'http://127.0.0.1:3000', settings: {} }],
      tickets: 2000,
      lanes: 8,
      rounds: 5,
      seconds: 5,
      patience: 180,
    });
  });

  it.each([
    [['redmine'], 'redmine is not ADAPTER=URL'],
    [['--lanes', 'many'], '--lanes is a number above 0'],
    [['--settings', '/nowhere.json'], 'no such file'],
    [['--key', 'x'], "Unknown option '--key'"],
  ])('%j is answered with what is wrong', (args, sentence) => {
    expect(readOptions(args)).toContain(sentence);
  });
});
