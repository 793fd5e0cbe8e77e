import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startClients } from './insistent-clients.ts';
import { freePort, serverTools } from './server-tools.ts';
import { startVictim } from './victim.ts';
import { isInStep, jobsDone, whatIsLeft } from './what-is-left.queries.ts';

/**
 * A primary and its standby of a server's own PostgreSQL, `synchronous_commit = remote_apply`: the primary is killed under
 * load, the standby promoted. The program was told both hosts, and goes on with the new one.
 */
const changesBefore = 1_000;
const { run } = serverTools();
const work = mkdtempSync(join(tmpdir(), 'hejie-standby-'));
chmodSync(work, 0o777);
const password = randomBytes(18).toString('base64url');
const passwordFile = join(work, 'password');
writeFileSync(passwordFile, password, { mode: 0o644 });
const [one, two] = [await freePort(), await freePort()];
const [primary, standby] = [join(work, 'primary'), join(work, 'standby')];
const adminOf = (port: number) => `postgres://postgres:${password}@127.0.0.1:${port}/hejie`;
const hosts = `127.0.0.1:${one},127.0.0.1:${two}`;

function start(folder: string, port: number, ...settings: string[]): void {
  const given = [`port=${port}`, 'listen_addresses=127.0.0.1', "unix_socket_directories=''", ...settings];
  const options = given.map((setting) => `-c ${setting}`).join(' ');
  run('pg_ctl', '-D', folder, '-o', options, '-l', `${folder}.log`, '-w', '-t', '60', 'start');
}

let victim: Awaited<ReturnType<typeof startVictim>> | undefined;
try {
  console.log(
    `1. a primary and a standby that has applied what the primary says is done (${run('postgres', '--version').trim()})`,
  );
  run(
    'initdb',
    '-D',
    primary,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--data-checksums',
  );
  appendFileSync(
    join(primary, 'postgresql.conf'),
    `wal_level = replica\nsynchronous_commit = remote_apply\nsynchronous_standby_names = 'standby'\n`,
  );
  start(primary, one, "synchronous_standby_names=''");
  const source = `host=127.0.0.1 port=${one} user=postgres password=${password} application_name=standby`;
  run(
    'pg_basebackup',
    '-d',
    source,
    '-D',
    standby,
    '--checkpoint=fast',
    '--wal-method=stream',
    '--write-recovery-conf',
  );
  // Promoted it is alone, and waits for nobody.
  start(standby, two, "synchronous_standby_names=''");
  run('pg_ctl', '-D', primary, '-m', 'fast', '-w', 'stop');
  start(primary, one);
  for (let tries = 0; !(await isInStep(adminOf(one))); tries += 1) {
    assert.ok(tries < 100, 'the standby is not in step');
    await wait(100);
  }

  console.log(`2. the program, told both hosts, at work: ${changesBefore} changes`);
  victim = await startVictim({
    database: {
      url: `postgres://hejie_app:of-a-test@${hosts}/hejie?target_session_attrs=read-write`,
      adminUrl: `postgres://postgres:${password}@${hosts}/hejie?target_session_attrs=read-write`,
    },
  });
  const clients = startClients(victim.url, victim.staff, 8);
  await clients.more(changesBefore);

  console.log('3. the primary is killed; the standby promoted');
  const pid = Number(readFileSync(join(primary, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const killedAt = performance.now();
  process.kill(pid, 'SIGKILL');
  const acknowledgedThen = clients.acknowledged.length;
  await wait(500);
  run('pg_ctl', '-D', standby, '-w', 'promote');
  const promotedAt = performance.now();
  await clients.more(1);
  const backAt = performance.now();
  await clients.more(changesBefore);
  await clients.finish();

  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
  console.log(
    `   promoted ${seconds(killedAt, promotedAt)} s after the kill; the first change done ${seconds(promotedAt, backAt)} s after that`,
  );
  console.log(`   meanwhile: ${[...clients.refusals].join(', ')}`);
  assert.deepEqual(clients.faults, []);
  const left = await whatIsLeft(adminOf(two), clients.acknowledged);
  const registered = clients.acknowledged.filter(({ version }) => version === 1).length;
  console.log(
    `4. acknowledged ${acknowledgedThen} before, ${clients.acknowledged.length} in all; lost ${left.lost.length}; matters ${left.matters} of ${registered}, events ${left.events}`,
  );
  assert.deepEqual(left, {
    lost: [],
    outOfOrder: 0,
    matters: registered,
    events: clients.acknowledged.length,
  });
  assert.deepEqual(await victim.replay(), { matters: left.matters, wrong: 0 });
  await victim.enqueue();
  for (let tries = 0; (await jobsDone(adminOf(two))) === 0; tries += 1) {
    assert.ok(tries < 200, 'background work did not go on');
    await wait(100);
  }
  console.log(
    'Nothing that was acknowledged is lost, nothing is there twice, replay clean; background work goes on.',
  );
} finally {
  await victim?.stop();
  for (const folder of [primary, standby]) {
    try {
      run('pg_ctl', '-D', folder, '-m', 'immediate', '-s', 'stop');
    } catch {
      // The one that was killed.
    }
  }
  rmSync(work, { recursive: true, force: true });
}
