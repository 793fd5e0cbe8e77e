import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createKeys } from '#server/adapters/keys.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { prepareDatabase } from '#server/database/prepare.ts';
import { markFolder, unmarkFolder } from '#server/database/unfinished-restore.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import {
  ask,
  backUp,
  type EmptyPlace,
  emptyPlace,
  nameOf,
  restoreInto,
  tablesOf,
} from './instances.fixture.ts';

// Whole databases are made, read and made again.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let folder: string;
let file: string;
let program: TestProgram;
let place: EmptyPlace;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hejie-backup-'));
  file = join(folder, 'city.backup');
  program = await createTestProgram();
  // What does not get smaller by packing: many chunks, so that there is something to cut.
  for (let made = 0; made < 4; made += 1) await program.services.files.put(randomBytes(700_000));
  await backUp(program, file);
  place = await emptyPlace();
});
afterAll(async () => {
  await place?.drop();
  await program?.stop();
  await rm(folder, { recursive: true, force: true });
});

const keys = () => program.services.keys;

async function copyOf(change: (path: string) => Promise<void>): Promise<string> {
  const path = join(folder, `changed-${randomBytes(4).toString('hex')}`);
  await writeFile(path, await readFile(file));
  await change(path);
  return path;
}

async function flipAt(path: string, at: number): Promise<void> {
  const handle = await open(path, 'r+');
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, at);
  await handle.write(Buffer.of((buffer[0] ?? 0) ^ 1), 0, 1, at);
  await handle.close();
}

describe('a restore refuses, and touches nothing', () => {
  const sentences: [string, () => Promise<string>, RegExp][] = [
    [
      'a file cut in its middle',
      () => copyOf((path) => truncate(path, 1_000_000)),
      /damaged or cut short.*Use another one/,
    ],
    [
      'a file that lost its last byte',
      async () => {
        const { length } = await readFile(file);
        return copyOf((path) => truncate(path, length - 1));
      },
      /damaged or cut short.*Use another one/,
    ],
    [
      'a file with another bit',
      () => copyOf((path) => flipAt(path, 1_500_000)),
      /changed in its chunk 5\. Use another one/,
    ],
    ['what is no backup', () => copyOf((path) => writeFile(path, 'matter,2026')), /not a backup of Hejie/],
    ['a file that is not there', async () => join(folder, 'nowhere'), /ENOENT/],
  ];
  it.each(sentences)('%s', async (_what, make, sentence) => {
    await expect(restoreInto(place, keys(), await make())).rejects.toThrow(sentence);
    expect(await place.exists()).toBe(false);
    expect(await readdir(place.dataFolder)).toEqual([]);
  });

  it('another master key', async () => {
    await expect(restoreInto(place, createKeys(randomBytes(32)), file)).rejects.toThrow(
      /another master key\. Give the one of the instance/,
    );
    expect(await place.exists()).toBe(false);
  });

  it('a backup of a newer program, and one of another line', async () => {
    const { pool } = program.admin;
    const newer = join(folder, 'newer.backup');
    await pool.query(`insert into hejie_meta.migration values (9999, '9999-later.sql', 'x')`);
    await backUp(program, newer);
    await pool.query('delete from hejie_meta.migration where number = 9999');
    await expect(restoreInto(place, keys(), newer)).rejects.toThrow(
      /made by a newer Hejie \(0\.0\.0-test\): its database has 9999-later\.sql.*Update Hejie/,
    );
    const { rows } = await pool.query('delete from hejie_meta.migration where number = 18 returning *');
    await backUp(program, newer);
    await pool.query(
      'insert into hejie_meta.migration select * from json_populate_record(null::hejie_meta.migration, $1)',
      [JSON.stringify(rows[0])],
    );
    await expect(restoreInto(place, keys(), newer)).rejects.toThrow(
      /another line of Hejie.*never had 0018-steps\.sql/,
    );
    expect(await place.exists()).toBe(false);
    expect(await readdir(place.dataFolder)).toEqual([]);
  });

  it('a data folder that has data', async () => {
    await mkdir(join(place.dataFolder, 'files/aa'), { recursive: true });
    await expect(restoreInto(place, keys(), file)).rejects.toThrow(/has data already \(files\).*HEJIE_DATA/);
    expect(await place.exists()).toBe(false);
    await rm(join(place.dataFolder, 'files'), { recursive: true });
  });

  it('a database that has data', async () => {
    const adminUrl = String(program.admin.pool.options.connectionString);
    const before = await tablesOf(adminUrl);
    const taken = { ...place, where: { kind: 'server', adminUrl, url: adminUrl } as const };
    await expect(restoreInto(taken, keys(), file)).rejects.toThrow(/The database has data of Hejie already/);
    expect(await tablesOf(adminUrl)).toEqual(before);
    expect(await readdir(place.dataFolder)).toEqual([]);
    // Nor where an earlier attempt was killed before it could say so.
    await markFolder(place.dataFolder);
    await expect(restoreInto(taken, keys(), file)).rejects.toThrow(/The database has data of Hejie already/);
    expect(await tablesOf(adminUrl)).toEqual(before);
    await unmarkFolder(place.dataFolder);
  });
});

describe('a backup', () => {
  it('that fails or is stopped leaves nothing under its name, and the last one as it was', async () => {
    const before = await readFile(file);
    const stopping = new AbortController();
    await expect(
      backUp(program, file, { signal: stopping.signal, onWriting: () => stopping.abort() }),
    ).rejects.toThrow('abort');
    expect((await readFile(file)).equals(before)).toBe(true);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
    const idle = `select count(*)::int as n from pg_stat_activity where application_name = 'hejie backup' and datname = current_database()`;
    const adminUrl = String(program.admin.pool.options.connectionString);
    await expect.poll(() => ask(adminUrl, idle), { timeout: 30_000 }).toEqual([{ n: 0 }]);
  });

  it('is not made of nothing', async () => {
    const empty = await emptyPlace();
    try {
      await prepareDatabase({ adminUrl: empty.adminUrl, appPassword: null, database: nameOf(empty) });
      await expect(
        backUp(program, join(folder, 'empty.backup'), {
          adminUrl: empty.adminUrl,
          dataFolder: empty.dataFolder,
        }),
      ).rejects.toThrow('There is nothing to back up: this database is empty.');
    } finally {
      await empty.drop();
    }
  });

  it('keeps a migration waiting until it holds its tables', async () => {
    const adminUrl = String(program.admin.pool.options.connectionString);
    const migrating = new pg.Client({ connectionString: adminUrl });
    await migrating.connect();
    await migrating.query('select pg_advisory_lock(4725002)');
    let isMade = false;
    const making = backUp(program, join(folder, 'late.backup')).then(() => {
      isMade = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isMade).toBe(false);
    await migrating.end();
    await making;
  });
});

describe('a restore that was interrupted', () => {
  it('is not served, and the next one begins anew', async () => {
    const stopping = new AbortController();
    await expect(
      restoreInto(place, keys(), file, {
        signal: stopping.signal,
        onRestoring: (share) => share > 0.3 && stopping.abort(),
      }),
    ).rejects.toThrow('abort');
    const silent = (): void => undefined;
    const start = (dataFolder: string) =>
      openDatabase({ where: place.where, dataFolder, part: 'program', print: silent, onLost: silent });
    await expect(start(place.dataFolder)).rejects.toThrow(/has not come to its end.*npx hejie restore FILE/);
    // Nor from another machine, which knows nothing of the folder.
    await expect(start(folder)).rejects.toThrow(/has not come to its end/);
    const ofHalf = { adminUrl: place.adminUrl, dataFolder: folder };
    await expect(backUp(program, join(folder, 'half.backup'), ofHalf)).rejects.toThrow(
      /has not come to its end/,
    );
    await writeFile(join(place.dataFolder, 'files-from-then'), 'not ours');

    await restoreInto(place, keys(), file);
    const before = await tablesOf(String(program.admin.pool.options.connectionString));
    expect(await tablesOf(place.adminUrl)).toEqual(before);
    expect((await readdir(place.dataFolder)).sort()).toEqual(['files', 'files-from-then']);
    const whole = await start(place.dataFolder);
    await whole.close();
  });
});
