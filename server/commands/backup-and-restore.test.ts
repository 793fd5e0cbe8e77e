import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const cities = join(import.meta.dirname, '../../cities/baotou/imports');
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hejie-drill-'));
  await chmod(folder, 0o711);
  file = join(folder, 'city.backup');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(data: string, ...order: string[]): ChildProcess {
  const env = { ...process.env, HEJIE_DATA: join(folder, data) };
  return spawn(process.execPath, [join(import.meta.dirname, '../cli.ts'), ...order], { cwd: folder, env });
}

async function hejie(
  data: string,
  ...order: string[]
): Promise<{ code: number; last: string; errors: string[] }> {
  const child = start(data, ...order);
  let output = '';
  let errors = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, last: output.trimEnd().split('\n').at(-1) ?? '', errors: errors.trimEnd().split('\n') };
}

/** As an operator does it: a data folder with an embedded database, its backup, and another machine's folder. */
it('is a drill from one data folder to another', async () => {
  const nothing = await hejie('old', 'backup', file);
  expect([nothing.code, nothing.errors]).toEqual([
    1,
    [
      expect.stringMatching(
        /^There is nothing to back up in .*old\. Name the data folder with HEJIE_DATA\.$/,
      ),
    ],
  ]);
  const imported = await hejie(
    'old',
    'import',
    'matters',
    join(cities, 'sample.csv'),
    '--map',
    join(cities, 'petitions.json'),
    '--live',
  );
  expect([imported.code, imported.last]).toEqual([0, 'imported 15, unchanged 0, refused 0']);

  const made = await hejie('old', 'backup', file);
  expect([made.code, made.last]).toEqual([
    0,
    expect.stringMatching(/^backed up \d+ tables, \d+ rows, 0 files: .*city\.backup, 0\.\d MB, read again$/),
  ]);
  expect(made.errors).toEqual(
    expect.arrayContaining([expect.stringMatching(/^reading again: 100 %, \d+ MB$/)]),
  );
  const verified = await hejie('old', 'backup', '--verify', file);
  expect([verified.code, verified.last]).toEqual([
    0,
    expect.stringMatching(/^sound: \d+ tables, \d+ rows, 0 files of 20/),
  ]);

  const keyless = await hejie('new', 'restore', file);
  expect([keyless.code, keyless.errors]).toEqual([
    1,
    [expect.stringMatching(/^There is no master\.key in .*kept apart/)],
  ]);
  await mkdir(join(folder, 'new'), { mode: 0o711 });
  await copyFile(join(folder, 'old/master.key'), join(folder, 'new/master.key'));

  // Killed as soon as it begins: what it left is not served.
  const killed = start('new', 'restore', file);
  const mark = join(folder, 'new/restore-unfinished');
  await expect.poll(() => existsSync(mark), { timeout: 30_000, interval: 5 }).toBe(true);
  killed.kill('SIGKILL');
  await once(killed, 'close');
  const refused = await hejie('new', 'migrate');
  expect([refused.code, refused.errors]).toEqual([1, [expect.stringMatching(/^A restore was begun here/)]]);
  const noBackup = await hejie('new', 'backup', join(folder, 'half.backup'));
  expect([noBackup.code, noBackup.errors]).toEqual([1, [expect.stringMatching(/^A restore was begun here/)]]);

  const restored = await hejie('new', 'restore', file);
  expect([restored.code, restored.last]).toEqual([
    0,
    expect.stringMatching(/^restored \d+ tables, \d+ rows, 0 files of /),
  ]);
  expect((await readdir(join(folder, 'new'))).sort()).toEqual(['master.key', 'postgres']);
  const replayed = await hejie('new', 'replay', '--all');
  expect([replayed.code, replayed.last]).toEqual([0, 'replayed 15 matters, 15 clocks, 0 differences']);

  const again = await hejie('new', 'restore', file);
  expect([again.code, again.errors.at(-1)]).toEqual([
    1,
    expect.stringMatching(/has data already \(postgres\)/),
  ]);
}, 240_000);
