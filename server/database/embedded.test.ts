import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectOrStart, type Embedded, startEmbedded } from './embedded.ts';

let dataFolder: string;
const toStop: Embedded[] = [];
const toKill: ChildProcess[] = [];

const options = (folder = dataFolder) => ({ dataFolder: folder, log: () => undefined, isThrowaway: true });
const pidFile = () => join(dataFolder, 'postgres/cluster/postmaster.pid');
const postmasterPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);

async function start(how = startEmbedded, folder = dataFolder): Promise<Embedded> {
  const embedded = await how(options(folder));
  toStop.push(embedded);
  return embedded;
}

async function ask(embedded: Embedded, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: embedded.adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** Another Hejie on the same folder, in a process group of its own, as a terminal would start it. */
async function startProgram(): Promise<ChildProcess> {
  const code = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
    const server = await startEmbedded({ dataFolder: process.argv[1], log() {}, isThrowaway: true });
    process.on('SIGINT', () => server.stop());
    console.log('ready');`;
  const program = spawn(process.execPath, ['--input-type=module', '--eval', code, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  toKill.push(program);
  await once(program.stdout, 'data');
  return program;
}

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'hejie-embedded-'));
  chmodSync(dataFolder, 0o711);
});

afterEach(async () => {
  for (const program of toKill.splice(0)) program.kill('SIGKILL');
  for (const embedded of toStop.splice(0)) await embedded.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

describe('an embedded server', () => {
  it('keeps data, password and port from one start to the next', async () => {
    const first = await start();
    await ask(first, 'create table kept as select 7 as seven');
    await first.stop();
    const second = await start();
    expect(second.adminUrl).toBe(first.adminUrl);
    expect(await ask(second, 'select seven from kept')).toBe(7);
    expect(statSync(join(dataFolder, 'postgres/access.json')).mode & 0o777).toBe(0o600);
  });

  it('is durable unless it is a throwaway', async () => {
    const server = await startEmbedded({ ...options(), isThrowaway: false });
    toStop.push(server);
    const durable = `select string_agg(setting, ' ' order by name) from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit')`;
    expect(await ask(server, durable)).toBe('on on on');
  });

  it('runs beside another one with a folder of its own', async () => {
    const other = mkdtempSync(join(tmpdir(), 'hejie-embedded-'));
    chmodSync(other, 0o711);
    try {
      const [one, two] = await Promise.all([start(), start(startEmbedded, other)]);
      expect(one.port).not.toBe(two.port);
      await two.stop();
      expect(await ask(one, 'select 1')).toBe(1);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('moves to another port when its own was taken meanwhile', async () => {
    const first = await start();
    await first.stop();
    const other = mkdtempSync(join(tmpdir(), 'hejie-embedded-'));
    chmodSync(other, 0o711);
    const access = join(dataFolder, 'postgres/access.json');
    const thief = await start(startEmbedded, other);
    writeFileSync(access, JSON.stringify({ ...JSON.parse(readFileSync(access, 'utf8')), port: thief.port }));
    const second = await start();
    expect(second.port).not.toBe(thief.port);
    await thief.stop();
    rmSync(other, { recursive: true, force: true });
  });

  it('comes back by itself after its process died', async () => {
    const server = await start();
    process.kill(postmasterPid(), 'SIGKILL');
    await expect.poll(() => ask(server, 'select 1').catch(() => 0), { timeout: 15_000 }).toBe(1);
  });
});

describe('who uses the server', () => {
  it('refuses a second program on the same folder and names the first', async () => {
    const program = await startProgram();
    await expect(start()).rejects.toThrow(`already running with this data folder (process ${program.pid})`);
  });

  it('lets a command share it, and the last one stops it', async () => {
    const program = await start();
    const command = await start(connectOrStart);
    expect(command.port).toBe(program.port);
    await program.stop();
    expect(await ask(command, 'select 1')).toBe(1);
    await command.stop();
    await expect(ask(command, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('takes over the server that a killed program left running', async () => {
    const program = await startProgram();
    const pid = postmasterPid();
    program.kill('SIGKILL');
    await start();
    expect(postmasterPid()).toBe(pid);
  });

  it('is not torn down by Ctrl-C in the terminal before the program stops it', async () => {
    const program = await startProgram();
    const command = await start(connectOrStart);
    process.kill(-(program.pid ?? 0), 'SIGINT');
    await once(program, 'exit');
    expect(await ask(command, 'select 1')).toBe(1);
  });

  it('is started once by two who come at the same moment', async () => {
    const [one, two] = await Promise.all([start(connectOrStart), start(connectOrStart)]);
    expect(one.adminUrl).toBe(two.adminUrl);
  });
});

describe('what an accident leaves behind', () => {
  it('is a pid that is gone', async () => {
    await (await start()).stop();
    writeFileSync(pidFile(), `999999999\n${dataFolder}\n`);
    expect(await ask(await start(), 'select 1')).toBe(1);
  });

  it('is a pid that belongs to somebody else by now', async () => {
    await (await start()).stop();
    writeFileSync(pidFile(), `${process.pid}\n${dataFolder}\n`);
    expect(await ask(await start(), 'select 1')).toBe(1);
  });

  it('is a half made cluster', async () => {
    mkdirSync(join(dataFolder, 'postgres.new-999999999-ab/cluster'), { recursive: true });
    expect(await ask(await start(), 'select 1')).toBe(1);
    expect(() => statSync(join(dataFolder, 'postgres.new-999999999-ab'))).toThrow('ENOENT');
  });
});

describe.runIf(process.getuid?.() === 0)('started by root', () => {
  it('says what to do when the folder is closed to the user postgres', async () => {
    chmodSync(dataFolder, 0o700);
    await expect(start()).rejects.toThrow(`may not enter ${dataFolder} (mode 0700)`);
  });
});
