import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { marks, Watch } from './marks.ts';

const top = join(import.meta.dirname, '../..');
const map = join(top, 'cities/baotou/imports/petitions.json');
const watch = new Watch();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hejie-silence-'));
  // Where the tests run as root, PostgreSQL runs as somebody who must get through.
  await chmod(folder, 0o711);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Told = { readonly code: number; readonly all: string };

/** A process of the program, with everything that it writes on its terminal at its most talkative. */
async function run(file: string, order: string[], more: Record<string, string> = {}): Promise<Told> {
  const env = { ...process.env, HEJIE_DATA: join(folder, 'data'), HEJIE_LOG: 'trace', ...more };
  const child = spawn(process.execPath, [file, ...order], { cwd: folder, env });
  let all = '';
  for (const mouth of [child.stdout, child.stderr])
    mouth.on('data', (piece) => {
      all += piece;
    });
  const [code] = await once(child, 'close');
  return { code, all };
}

const hejie = (...order: string[]): Promise<Told> => run(join(top, 'server/cli.ts'), order);

async function table(name: string, content: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

const heading = '留言编号,主题,留言时间,留言内容,答复意见,答复时间';

it('keeps to itself what stands in a table, whatever is wrong with it', async () => {
  const sample = await readFile(join(top, 'cities/baotou/imports/sample.csv'), 'utf8');
  const first =
    sample
      .split('\n')[0]
      ?.replace(/^\ufeff/, '')
      .trim() ?? heading;
  const cells = first.split(',').length;
  const row = (number: string, ...rest: string[]) =>
    [number, ...rest, ...Array.from({ length: cells }, () => marks.word)].slice(0, cells).join(',');
  const bad = [
    row('1', marks.name, marks.phone),
    row('2', `"${marks.name}`, marks.residentId),
    `3,${marks.name}`,
    row('1', marks.address),
  ].join('\n');
  const tables = [
    await table('bad-rows.csv', `${first}\n${bad}\n`),
    await table('no-heading.csv', `${row(marks.name, marks.phone, marks.residentId)}\n`),
    await table('broken.csv', `${first}\n${'"'.repeat(9)}${marks.name}\n`),
  ];
  for (const file of tables) {
    const told = await hejie('import', 'matters', file, '--map', map);
    expect(told.all.length).toBeGreaterThan(20);
    expect(watch.findIn(told.all), file).toEqual([]);
  }
  // The table in the place of the map, as it happens.
  const swapped = await hejie('import', 'matters', String(tables[0]), '--map', String(tables[1]));
  expect([swapped.code, swapped.all.includes('is not valid JSON')]).toEqual([1, true]);
  expect(watch.findIn(swapped.all)).toEqual([]);
}, 240_000);

it('keeps to itself what an environment holds that cannot be right', async () => {
  const told = await run(join(top, 'server/main.ts'), [], {
    HEJIE_MODE: 'production',
    HEJIE_ORIGIN: 'https://hejie.example.gov.cn',
    HEJIE_MASTER_KEY: marks.secret,
    HEJIE_SESSION_SECRET: marks.password,
    HEJIE_METRICS_TOKEN: marks.token,
    HEJIE_SMTP_URL: `ftp://${marks.user}:${marks.password}@mail.example.gov.cn`,
    HEJIE_MAIL_FROM: 'hejie@example.gov.cn',
    DATABASE_URL: `mysql://app:${marks.password}@db/hejie`,
    DATABASE_ADMIN_URL: `mysql://owner:${marks.password}@db/hejie`,
  });
  expect(told.code).toBe(78);
  for (const name of ['HEJIE_MASTER_KEY', 'HEJIE_SESSION_SECRET', 'HEJIE_SMTP_URL', 'DATABASE_URL'])
    expect(told.all).toContain(name);
  expect(watch.findIn(told.all)).toEqual([]);
}, 60_000);

it('ends over a fault of its own without telling what it had in hand', async () => {
  const crash = await table(
    'crash.ts',
    `await import(${JSON.stringify(join(top, 'server/cli.ts'))});
     setTimeout(() => {
       throw Object.assign(new Error('row (${marks.name}, ${marks.phone})'), {
         severity: 'ERROR', code: '23505', detail: 'Key (name)=(${marks.name}) exists', where: '${marks.word}',
       });
     }, 10);`,
  );
  const told = await run(crash, ['clock', '--list']);
  expect(told.code).not.toBe(0);
  expect(told.all).toContain('23505');
  expect(watch.findIn(told.all)).toEqual([]);
}, 60_000);

it('says nothing of how to reach a database that is not there', async () => {
  const told = await run(join(top, 'server/cli.ts'), ['migrate'], {
    DATABASE_URL: `postgres://app:${marks.password}@127.0.0.1:1/hejie`,
    DATABASE_ADMIN_URL: `postgres://owner:${marks.password}@127.0.0.1:1/hejie`,
  });
  expect(told.code).toBe(1);
  expect(watch.findIn(told.all)).toEqual([]);
}, 60_000);
