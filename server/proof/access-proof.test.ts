import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exceptions } from './exceptions.fixture.ts';
import { type PortalSweep, sweepPortal } from './portal-sweep.fixture.ts';
import { inShort, writeReport } from './report.fixture.ts';
import { faultsOfRows, rows } from './route-rows.fixture.ts';
import { type Sweep, sweep } from './sweep.fixture.ts';
import { makeWorld, type World } from './world.fixture.ts';

// The whole program, every route of its router, everybody who might try it, on matters in every state.
let world: World;
let swept: Sweep;
let portal: PortalSweep;

beforeAll(async () => {
  const start = performance.now();
  world = await makeWorld();
  portal = await sweepPortal(world);
  swept = await sweep(world);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(inShort({ world, swept, portal, seconds }));
}, 580_000);
afterAll(() => world?.program.stop());

describe('every route of the router', () => {
  it('has a row that says who may knock and what it is about, and every row its route', () => {
    expect(faultsOfRows(world.routes)).toEqual([]);
  });

  it('was tried by everybody: what is not expressly allowed is refused, changes nothing and shows nothing', () => {
    expect(swept.faults.slice(0, 40)).toEqual([]);
  });

  it('lets somebody in, so that a refusal says something', () => {
    const letIn = new Set(
      swept.tried.filter(({ outcome }) => outcome === 'let in').map(({ route }) => route),
    );
    const tried = new Set(swept.tried.map(({ route }) => route));
    // What a standing answer says is heard in stream.test.ts; these people come with tokens.
    const isApart = (route: string) => rows[route]?.neverEnds || rows[route]?.needsSession;
    expect([...tried].filter((route) => !letIn.has(route) && !isApart(route))).toEqual([]);
  });

  it('shows what no participation allows only by an exception that is written down, and each of those is needed', () => {
    expect(exceptions.filter((one) => !swept.used.has(one)).map(({ route }) => route)).toEqual([]);
  });
});

describe('the portal', () => {
  it('shows each party their own matter, from their seat, and nobody else anything', () => {
    expect(portal.faults).toEqual([]);
    const confided = portal.tried.filter(
      ({ route, outcome }) => route.includes('/papers/') && outcome === 'let in',
    );
    expect(confided.map(({ by }) => by)).toEqual(['applicant']);
  });
});

it('the report stands in reports/, and docs/access-proof.md says the same as it', async () => {
  await writeReport({ world, swept, portal });
});
