import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { replayMatters } from '#server/features/matters/public.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import {
  ask,
  backUp,
  type EmptyPlace,
  emptyPlace,
  filesOf,
  restoreInto,
  startOn,
} from './instances.fixture.ts';

// Whole databases are made, read and made again.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let folder: string;
let program: TestProgram;
let clerk: Person;
let place: EmptyPlace;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hejie-backup-'));
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  place = await emptyPlace();
});
afterAll(async () => {
  await place?.drop();
  await program?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function register(): Promise<void> {
  const matter = {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story: '楼上装修到半夜，孩子睡不着，说了几次都没有用。',
    parties: [{ seat: 'applicant', kind: 'person', name: '王小雨', phone: '13800001111' }],
  };
  const { status } = await clerk.post('matters', matter, { 'idempotency-key': program.services.newId() });
  expect(status).toBe(201);
}

it('is of one moment, however much is written meanwhile', async () => {
  const adminUrl = String(program.admin.pool.options.connectionString);
  for (let made = 0; made < 30; made += 1) await register();
  let isDone = false;
  let meanwhile = 0;
  const writers = Array.from({ length: 4 }, async () => {
    while (!isDone) {
      await register();
      meanwhile += 1;
    }
  });
  let atFirstByte = -1;
  const file = join(folder, 'busy.backup');
  await backUp(program, file, {
    onWriting() {
      // The snapshot is taken; whatever is registered from here on is not in it.
      if (atFirstByte < 0) atFirstByte = 30 + meanwhile;
    },
  });
  isDone = true;
  await Promise.all(writers);
  await restoreInto(place, program.services.keys, file);

  const count = `select count(*)::int as matters from hejie.matter`;
  const [after] = await ask(adminUrl, count);
  const [restored] = await ask(place.adminUrl, count);
  expect(after?.matters).toBe(30 + meanwhile);
  // Four may have been on their way when the snapshot was taken.
  expect(Number(restored?.matters)).toBeGreaterThanOrEqual(30);
  expect(Number(restored?.matters)).toBeLessThanOrEqual(atFirstByte + 4);
  expect(Number(after?.matters)).toBeGreaterThan(Number(restored?.matters));

  const torn = await ask(
    place.adminUrl,
    `select m.code from hejie.matter m where
       (select count(*) from hejie.event e where e.matter_id = m.id) <> m.version
       or not exists (select from hejie.participation p where p.matter_id = m.id)
       or (select count(*) from hejie.party p where p.matter_id = m.id) <> 1
       or not exists (select from hejie.clock c where c.matter_id = m.id)
       or not exists (select from hejie.matter_search s where s.matter_id = m.id)
       or not exists (select from hejie.idempotency i where i.ids::text like '%' || m.id || '%')`,
  );
  expect(torn).toEqual([]);
  // And nothing belongs to a matter that is not there.
  for (const table of ['event', 'participation', 'party', 'clock', 'matter_search'])
    expect(
      await ask(
        place.adminUrl,
        `select matter_id from hejie.${table} t where not exists (select from hejie.matter m where m.id = t.matter_id)`,
      ),
    ).toEqual([]);

  const running = await startOn(place, program);
  try {
    const silent = (): void => undefined;
    const counts = await replayMatters(running.services, { onDifference: silent, onProgress: silent });
    expect(counts).toMatchObject({ matters: restored?.matters, differences: 0 });
  } finally {
    await running.stop();
  }
});

it('tells of files that matters name and the store has lost, and leaves out what is no longer as it was', async () => {
  const { services, admin } = program;
  const whole = await services.files.put(Buffer.from('sealed and whole'));
  const rotten = await services.files.put(Buffer.from('sealed and rotten'));
  const lost = await services.files.put(Buffer.from('sealed and lost'));
  const { rows } = await admin.pool.query('select city_code, id from hejie.matter limit 1');
  for (const { address } of [whole, rotten, lost])
    await admin.pool.query(
      `insert into hejie.paper (city_code, matter_id, id, kind, media_type, size_bytes, address, sealed, added_by, added_at)
       values ($1, $2, $3, 'other', 'text/plain', 1, $4, '\\x00', $5, now())`,
      [rows[0].city_code, rows[0].id, services.newId(), address, clerk.actor.userId],
    );
  await services.files.remove(lost.address);
  const { dataFolder } = services.config;
  await writeFile(
    join(dataFolder, 'files', rotten.address.slice(0, 2), rotten.address.slice(2)),
    'something else',
  );
  const file = join(folder, 'lossy.backup');
  expect(await backUp(program, file)).toMatchObject({ missing: 1, damaged: 1, files: 2 });
  const other = await emptyPlace();
  try {
    const { manifest } = await restoreInto(other, services.keys, file);
    expect(manifest).toMatchObject({ missing: [lost.address], damaged: [rotten.address] });
    expect(Object.values(await filesOf(other.dataFolder))).toEqual([
      Buffer.from('sealed and whole').toString('base64'),
    ]);
  } finally {
    await other.drop();
  }
});
