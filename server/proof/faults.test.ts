import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { features } from '#server/app/features.ts';
import type { Feature } from '#server/app/http.ts';
import { actorOf } from '#server/app/request.ts';
import type { Database } from '#server/database/connection.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { createTestProgram } from '#server/testing/test-program.ts';
import { sweepPortal } from './portal-sweep.fixture.ts';
import { faultsOfRows, type Row, rows } from './route-rows.fixture.ts';
import { sweep } from './sweep.fixture.ts';
import { makeWorld, type World } from './world.fixture.ts';

// The proof is only worth what it finds. Three faults are put in on purpose, each of a kind that broke others in this
// field; the proof's own functions, the same that judge the program, must report each.

/** Of the other seat's, for the faulty presenter. */
const fault = vi.hoisted(() => ({ isIn: false, phone: '' }));
vi.mock('#server/features/matters/party/present-to-party.ts', async (importOriginal) => {
  const original =
    await importOriginal<typeof import('#server/features/matters/party/present-to-party.ts')>();
  return {
    ...original,
    presentToParty: (...told: Parameters<typeof original.presentToParty>) => {
      const view = original.presentToParty(...told);
      return fault.isIn ? { ...view, name: `${view.name} ${fault.phone}` } : view;
    },
  };
});

/** The connection that passes every policy by, as a careless feature might come to use. */
const careless: { db?: Database } = {};
const all = sql<{ code: string; subject: string }>`select code, subject from hejie.matter limit 50`;
const faultyFeature: Feature =
  (services): FastifyPluginAsyncTypebox =>
  async (app) => {
    const config = { policy: 'work-on-matters' } as const;
    app.get('/faulty/as-owner', { config }, async () =>
      careless.db ? (await all.execute(careless.db)).rows : [],
    );
    app.get('/faulty/without-condition', { config }, (request) =>
      inTransaction(services, actorOf(request), async (trx) => (await all.execute(trx)).rows),
    );
    app.get('/faulty/without-context', { config }, async () => (await all.execute(services.db)).rows);
  };
const faultyRow: Row = { policy: 'work-on-matters', about: 'matters' };
const table = {
  ...rows,
  'GET /api/v1/faulty/as-owner': faultyRow,
  'GET /api/v1/faulty/without-condition': faultyRow,
  'GET /api/v1/faulty/without-context': faultyRow,
};

let world: World;

beforeAll(async () => {
  world = await makeWorld({ features: [...features, faultyFeature] });
  careless.db = world.program.admin.db;
}, 240_000);
afterAll(() => world?.program.stop());

const only = (path: string) => ({
  ...world,
  observers: ['handler@150205', 'handler@150204/labour', 'clerk@150204'].map((name) => world.observer(name)),
  routes: world.routes.filter(({ url }) => url.endsWith(path)),
});

describe('a query without participation', () => {
  it('is caught: it shows a stranger what is not theirs', async () => {
    const { faults, requests } = await sweep(only('/faulty/as-owner'), table);
    expect(requests).toBe(3);
    expect(faults).toContain(
      'handler@150205 at GET /api/v1/faulty/as-owner, /api/v1/faulty/as-owner: shows the words of the handling matter',
    );
    // A colleague of the centre takes part in nearly all of them, but not in the sealed one.
    expect(faults).toContain(
      'clerk@150204 at GET /api/v1/faulty/as-owner, /api/v1/faulty/as-owner: shows the code of the sealed matter',
    );
    expect(faults.some((one) => one.startsWith('clerk@150204') && one.includes('the handling matter'))).toBe(
      false,
    );
  });

  it.each(['/faulty/without-condition', '/faulty/without-context'])(
    'does no harm where the database asks again (%s)',
    async (path) => {
      const { faults, requests } = await sweep(only(path), table);
      expect([faults, requests]).toEqual([[], 3]);
    },
  );
});

describe('a route without policy', () => {
  it('stops the program at start', async () => {
    const forgetful: Feature = () => async (app) => {
      app.get('/forgotten', () => 'everything');
    };
    await expect(createTestProgram({ features: [...features, forgetful] })).rejects.toThrow(
      /GET \/api\/v1\/forgotten has no config\.policy/,
    );
  });

  it('with one, but without a row in the proof, is caught; so is a row whose policy is another one', () => {
    const faults = faultsOfRows(world.routes);
    expect(faults).toHaveLength(3);
    expect(faults[0]).toContain(
      "GET /api/v1/faulty/as-owner has no row in server/proof/route-rows.fixture.ts. Write 'GET /api/v1/faulty/as-owner'",
    );
    const wrong = {
      ...table,
      'GET /api/v1/faulty/as-owner': { ...faultyRow, policy: 'read-audit' as const },
    };
    expect(faultsOfRows(world.routes, wrong)).toEqual([
      'GET /api/v1/faulty/as-owner has the policy work-on-matters; its row says read-audit.',
    ]);
  });
});

describe('a presenter that passes a party’s phone to the other seat', () => {
  it('is caught at the other seat, on each page, and only there', async () => {
    const matter = world.matter('handling');
    const small = { ...world, matters: [matter, world.matter('confided')] };
    expect((await sweepPortal(small)).faults).toEqual([]);
    fault.phone = matter.phones[0] ?? '';
    fault.isIn = true;
    const { faults } = await sweepPortal(small).finally(() => {
      fault.isIn = false;
    });
    for (const page of ['/p/follow/matter', '/p/follow/matter/print']) {
      expect(faults).toContain(
        `the respondent of the handling matter at ${page}: shows phone of the applicant`,
      );
      expect(faults).toContain(
        `the respondent of the confided matter at ${page}: shows the phone of the handling matter`,
      );
    }
    expect(faults.filter((one) => one.startsWith('the applicant of the handling matter'))).toEqual([]);
  });
});
