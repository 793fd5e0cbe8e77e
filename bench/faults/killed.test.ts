import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clients, startClients } from './insistent-clients.ts';
import { startVictim, type Victim } from './victim.ts';
import { jobsDone, whatIsLeft } from './what-is-left.queries.ts';

let victim: Victim;
let mattersBefore = 0;
let eventsBefore = 0;
let jobsGiven = 0;

beforeAll(async () => {
  victim = await startVictim();
});
afterAll(() => victim?.stop());

async function underLoad(fault: () => Promise<void> | void): Promise<Clients> {
  const clients = startClients(victim.url, victim.staff, 4);
  await clients.more(20);
  await fault();
  await clients.more(20);
  await clients.finish();
  return clients;
}

async function expectNothingLost({ acknowledged, faults }: Clients): Promise<void> {
  expect(faults).toEqual([]);
  const left = await whatIsLeft(victim.adminUrl, acknowledged);
  const registered = acknowledged.filter(({ version }) => version === 1).length;
  expect(left).toEqual({
    lost: [],
    outOfOrder: 0,
    matters: mattersBefore + registered,
    events: eventsBefore + acknowledged.length,
  });
  mattersBefore = left.matters;
  eventsBefore = left.events;
  expect(await victim.replay()).toEqual({ matters: left.matters, wrong: 0 });
  await victim.enqueue();
  jobsGiven += 1;
  await expect.poll(() => jobsDone(victim.adminUrl), { timeout: 20_000 }).toBe(jobsGiven);
}

describe('kill -9 under load loses nothing that was answered and does nothing twice', {
  timeout: 60_000,
}, () => {
  it('of PostgreSQL: the program answers "try again" meanwhile, and recovers by itself', async () => {
    const clients = await underLoad(() => victim.killDatabase());
    expect([...clients.refusals]).toEqual(['503 database-away']);
    await expectNothingLost(clients);
  });

  it('of the program: the next start finds PostgreSQL at work and goes on', async () => {
    const clients = await underLoad(async () => {
      await victim.killProgram();
      await victim.startAgain();
    });
    await expectNothingLost(clients);
  });

  it('of both at once', async () => {
    const clients = await underLoad(async () => {
      victim.killDatabase();
      await victim.killProgram();
      await wait(200);
      await victim.startAgain();
    });
    await expectNothingLost(clients);
  });
});
