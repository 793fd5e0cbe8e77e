import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const imports = join(import.meta.dirname, '../cities/baotou/imports');
const sample = join(imports, 'sample.csv');
const map = join(imports, 'petitions.json');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hejie-cli-'));
  // Where the tests run as root, PostgreSQL runs as somebody who must get through.
  await chmod(folder, 0o711);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The command as an operator gives it, in a folder of its own, with a database that it starts by itself. */
async function hejie(...order: string[]): Promise<{ code: number; lines: string[]; errors: string }> {
  const env = { ...process.env, HEJIE_DATA: join(folder, 'data') };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...order], {
    cwd: folder,
    env,
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, lines: output.trimEnd().split('\n'), errors };
}

it('brings a table in, tells refused rows in a file, and registers the rows live where somebody can', async () => {
  const first = await hejie('import', 'matters', sample, '--map', map);
  expect([first.code, first.lines.at(-1)]).toEqual([0, 'imported 15, unchanged 0, refused 0']);

  const table = join(folder, 'more.csv');
  await writeFile(table, `${await readFile(sample, 'utf8')}B1,题,不知道,详情,,\n`);
  const second = await hejie('import', 'matters', table, '--map', map);
  expect(second.lines.slice(-2)).toEqual([
    `refused rows and their reasons: ${join(folder, 'more.errors.csv')}`,
    'imported 0, unchanged 15, refused 1',
  ]);
  expect((await readFile(join(folder, 'more.errors.csv'), 'utf8')).split('\r\n')[1]).toBe(
    '17,17,B1,"留言时间: is no time in the formats of the map, nor one that is understood",留言时间：不是对照表所列格式的时间，也认不出是哪一天',
  );

  const live = await hejie('import', 'matters', table, '--map', map, '--live', '--errors', 'refused.csv');
  expect([live.code, live.lines.at(-1)]).toEqual([0, 'imported 15, unchanged 0, refused 1']);
  expect(await readdir(folder)).toContain('refused.csv');

  // Closed history has no clocks; of the new matters each has its first.
  const replayed = await hejie('replay', '--all');
  expect([replayed.code, replayed.lines.at(-1)]).toEqual([
    0,
    'replayed 30 matters, 15 clocks, 0 differences',
  ]);
}, 120_000);

it('says in a sentence what is wrong, and fails', async () => {
  const missing = await hejie('import', 'matters', 'nowhere.csv', '--map', map);
  expect([missing.code, missing.errors.trimEnd().split('\n').at(-1)]).toEqual([
    1,
    'There is no file nowhere.csv.',
  ]);
  const withoutMap = await hejie('import', 'matters', sample);
  expect([withoutMap.code, withoutMap.errors]).toEqual([
    1,
    expect.stringContaining("'--map <map.json>' not specified"),
  ]);
}, 60_000);

it('reckons a limit without a database', async () => {
  const told = await hejie(
    'clock',
    '--procedure',
    'labour-arbitration',
    '--from',
    '2026-08-20',
    '--extend',
    '15',
  );
  expect([told.code, JSON.parse(told.lines.join('')).dueAt]).toEqual([0, '2026-10-23']);
  const paused = [
    '--pause',
    '2026-09-14..2026-09-24',
    '--pause',
    '2026-10-12..2026-10-14',
    '--at',
    '2026-10-13',
  ];
  const twice = await hejie('clock', '--procedure', 'petition-review', '--from', '2026-09-08', ...paused);
  // 30 days end on Oct 8; ten stand: Oct 18; two more: Oct 20.
  expect(JSON.parse(twice.lines.join(''))).toMatchObject({ dueAt: '2026-10-20', provisional: false });
  const listed = await hejie('clock', '--list');
  expect(JSON.parse(listed.lines.join('')).length).toBeGreaterThan(40);
});

it.each([
  [['--procedure', 'duel', '--from', '2026-09-25'], /^There is no procedure "duel"; there are .*\.\n$/],
  [
    ['--procedure', 'petition-handling', '--from', 'today'],
    /^--from is a day such as 2026-09-25, not "today"\.\n$/,
  ],
])('says in one sentence why it cannot reckon %o, and fails', async (order, sentence) => {
  const told = await hejie('clock', ...order);
  expect([told.code, told.errors, told.lines]).toEqual([1, expect.stringMatching(sentence), ['']]);
});
