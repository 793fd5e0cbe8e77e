import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { startClients } from './insistent-clients.ts';
import type { ServerTools } from './server-tools.ts';
import { startTwoServers } from './two-servers.ts';
import { startVictim } from './victim.ts';
import { jobsDone, whatIsLeft } from './what-is-left.queries.ts';

export type Promotion = {
  readonly acknowledgedBefore: number;
  readonly acknowledged: number;
  readonly matters: number;
  readonly msUntilPromoted: number;
  readonly msUntilBack: number;
  /** How the program answered while there was no primary. */
  readonly refusals: readonly string[];
};

const patienceInMs = 60_000;

/**
 * The primary is killed under load, the standby promoted: the program, told both hosts, goes on with the new one. Throws
 * where something acknowledged is lost, or there twice, or where the work does not go on.
 */
export async function losePrimary(tools: ServerTools, changes: number): Promise<Promotion> {
  const servers = await startTwoServers(tools);
  let victim: Awaited<ReturnType<typeof startVictim>> | undefined;
  try {
    victim = await startVictim({ database: servers.database });
    const clients = startClients(victim.url, victim.staff, 8);
    await clients.more(changes);

    const killedAt = performance.now();
    await servers.killPrimary();
    const acknowledgedBefore = clients.acknowledged.length;
    await until('nobody was told that the database is away', () => clients.refusals.size > 0);
    await servers.promoteStandby();
    const promotedAt = performance.now();
    await clients.more(1);
    const backAt = performance.now();
    await clients.more(changes);
    await clients.finish();

    const { acknowledged, faults, refusals } = clients;
    assert.deepEqual(faults, []);
    const left = await whatIsLeft(servers.standbyUrl, acknowledged);
    const matters = acknowledged.filter(({ version }) => version === 1).length;
    assert.deepEqual(left, { lost: [], outOfOrder: 0, matters, events: acknowledged.length });
    assert.deepEqual(await victim.replay(), { matters, wrong: 0 });
    await victim.enqueue();
    await until('background work did not go on', async () => (await jobsDone(servers.standbyUrl)) > 0);
    return {
      acknowledgedBefore,
      acknowledged: acknowledged.length,
      matters,
      msUntilPromoted: promotedAt - killedAt,
      msUntilBack: backAt - promotedAt,
      refusals: [...refusals],
    };
  } finally {
    await victim?.stop();
    await servers.stop();
  }
}

async function until(otherwise: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const tooLate = performance.now() + patienceInMs;
  while (!(await isSo())) {
    assert.ok(performance.now() < tooLate, otherwise);
    await wait(20);
  }
}
