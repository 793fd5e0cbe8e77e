import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createFileStore } from '#server/adapters/files.ts';
import { registrations } from '../load/registrations.ts';
import { startClients } from './insistent-clients.ts';
import { mountSmallDisk } from './small-disk.ts';
import { startVictim } from './victim.ts';
import { fillTable, whatIsLeft } from './what-is-left.queries.ts';

/**
 * The data folder on a small disk of its own that is really full: first for the program, then for PostgreSQL, too. To be
 * run where it may mount, as disk-full.test.ts and `npm run faults` do.
 */
const megabytes = 400;
/** The program looks at its disk once a second at most. */
const untilLookedAgainInMs = 1_100;

await run();

async function run(): Promise<void> {
  const { folder: disk, remove } = mountSmallDisk(megabytes);
  const dataFolder = join(disk, 'data');
  const ballast = join(disk, 'ballast');
  mkdirSync(dataFolder, { mode: 0o711 });
  const victim = await startVictim({ dataFolder });
  try {
    const { clerk } = victim.staff;
    const headers = { authorization: `Bearer ${clerk.token}` };
    const nextBody = registrations();
    const read = async () => (await fetch(`${victim.url}/api/v1/matters?queue=office`, { headers })).status;
    const register = async () => {
      const response = await fetch(`${victim.url}/api/v1/matters`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'accept-language': 'en' },
        body: JSON.stringify(nextBody()),
      });
      return { status: response.status, detail: ((await response.json()) as { detail?: string }).detail };
    };
    const nobody = startClients(victim.url, victim.staff, 2);
    await nobody.more(20);
    await nobody.finish();
    const { acknowledged } = nobody;
    assert.deepEqual(nobody.faults, []);

    console.log('1. nearly full: writes are refused in a sentence, reads go on');
    leave(ballast, disk, 40);
    await wait(untilLookedAgainInMs);
    const refused = await register();
    console.log(`   ${refused.status}: ${refused.detail}`);
    assert.equal(refused.status, 507);
    assert.match(refused.detail ?? '', /disk of the server is nearly full/);
    for (let time = 0; time < 20; time += 1) assert.equal(await read(), 200);

    console.log('2. full to the last byte: still read from; the file store keeps nothing half');
    leave(ballast, disk, 0);
    assert.equal(await read(), 200);
    assert.equal((await register()).status, 507);
    const files = createFileStore(join(dataFolder, 'files'));
    const picture = Buffer.alloc(8_000_000, 7);
    await assert.rejects(files.put(picture), { code: 'ENOSPC' });
    assert.deepEqual(incoming(dataFolder), []);

    console.log('3. room again: goes on by itself');
    leave(ballast, disk, 150);
    await wait(untilLookedAgainInMs);
    assert.equal((await register()).status, 201);
    const { address } = await files.put(picture);
    assert.equal(await files.has(address), true);

    console.log(
      '4. full under PostgreSQL itself, which may stop over it: back without help once there is room',
    );
    leave(ballast, disk, 0);
    const failure = await fillTable(victim.adminUrl, 'begin');
    console.log(`   PostgreSQL says: ${failure}`);
    assert.match(failure, /No space left|terminat|closed/i);
    await wait(untilLookedAgainInMs);
    const during = await register();
    console.log(`   ${megabytesFree(disk)} MB free, the program answers ${during.status}`);
    assert.ok(during.status === 507 || during.status === 503, String(during.status));
    rmSync(ballast);
    await wait(untilLookedAgainInMs);
    let after = 0;
    for (let tries = 0; after !== 201 && tries < 60; tries += 1) {
      after = (await register()).status;
      if (after !== 201) await wait(500);
    }
    assert.equal(after, 201);
    await fillTable(victim.adminUrl, 'end');
    const left = await whatIsLeft(victim.adminUrl, acknowledged);
    assert.deepEqual([left.lost, left.outOfOrder], [[], 0]);
    assert.equal(left.events, acknowledged.length + 2);
    assert.deepEqual(await victim.replay(), { matters: left.matters, wrong: 0 });
    console.log(
      `   ${left.matters} matters, ${left.events} events: what was acknowledged is there, replay clean`,
    );
  } finally {
    await victim.stop();
    remove();
  }
}

/** Fills the disk until so many megabytes are left. */
function leave(ballast: string, disk: string, megabytes: number): void {
  rmSync(ballast, { force: true });
  const { bavail, bsize } = statfsSync(disk);
  const size = Math.max(0, bavail * bsize - megabytes * 1024 * 1024);
  writeFileSync(ballast, Buffer.alloc(size, 1));
}

function megabytesFree(disk: string): number {
  const { bavail, bsize } = statfsSync(disk);
  return Math.floor((bavail * bsize) / (1024 * 1024));
}

function incoming(dataFolder: string): string[] {
  return readdirSync(join(dataFolder, 'files', 'incoming'));
}
