import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from './connection.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { listen } from './listen.ts';
import { reach, readSeveralHosts } from './several-hosts.ts';

describe('an address', () => {
  it.each([
    ['postgres://a:b@one/hejie', 'postgres://a:b@one/hejie'],
    [
      'postgres://a:p%40w@one:5433,two/hejie?target_session_attrs=read-write&sslmode=verify-full',
      'postgres://a:p%40w@one:5433/hejie?sslmode=verify-full&hosts=one%3A5433%2Ctwo%3A5432',
    ],
    ['postgresql://[::1]:1,[::2]:2/x', 'postgresql://[::1]:1/x?hosts=%5B%3A%3A1%5D%3A1%2C%5B%3A%3A2%5D%3A2'],
  ])('%s is read', (given, url) => {
    expect(readSeveralHosts(given)).toEqual({ ok: true, url });
  });

  it.each([
    ['postgres://a@one,two:x/hejie', 'hosts'],
    ['postgres://a@one,/hejie', 'hosts'],
    ['postgres://a@one,two/hejie?target_session_attrs=any', 'read-write'],
  ])('%s is refused', (given, reason) => {
    expect(readSeveralHosts(given)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });
});

describe('a server and its standby', () => {
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'hejie-hosts-')));
  const [primaryFolder = '', standbyFolder = ''] = folders;
  const options = { log: () => undefined, isThrowaway: true };
  let primary: Embedded;
  let standby: Embedded;
  let url: string;

  beforeAll(async () => {
    for (const folder of folders) chmodSync(folder, 0o711);
    const first = await startEmbedded({ ...options, dataFolder: primaryFolder });
    await first.stop();
    // What PostgreSQL was told to be a standby recovers for ever, until it is promoted.
    execFileSync('cp', ['-a', join(primaryFolder, 'postgres'), standbyFolder]);
  });
  afterAll(async () => {
    await standby?.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('are told apart, and after it was promoted the standby is found', async () => {
    writeFileSync(join(standbyFolder, 'postgres/cluster/standby.signal'), '');
    primary = await startEmbedded({ ...options, dataFolder: primaryFolder });
    standby = await startEmbedded({ ...options, dataFolder: standbyFolder });
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    const read = readSeveralHosts(
      primary.adminUrl.replace(
        `127.0.0.1:${primary.port}`,
        `127.0.0.1:${port},127.0.0.1:${standby.port},127.0.0.1:${primary.port}`,
      ),
    );
    if (!read.ok) throw new Error(read.reason);
    url = read.url;
    const pool = connect({ url, connections: 3 });
    const heard: string[] = [];
    const back = Promise.withResolvers<void>();
    const listener = listen({
      pool: pool.pool,
      channel: 'hosts',
      onMessage: (text) => heard.push(text),
      onBack: back.resolve,
    });
    const portNow = async () =>
      (await pool.pool.query(`select current_setting('port')::int as port`)).rows[0].port;
    try {
      expect(await Promise.all([portNow(), portNow(), portNow()])).toEqual(Array(3).fill(primary.port));
      await listener.ready;
      await primary.stop();
      await expect(portNow()).rejects.toThrow();
      await expect(portNow()).rejects.toThrow('takes writes');
      const one = new pg.Client({ connectionString: standby.adminUrl });
      await one.connect();
      await one.query('select pg_promote()');
      await one.end();
      expect(await portNow()).toBe(standby.port);
      await back.promise;
      await pool.pool.query(`select pg_notify('hosts', 'from the new one')`);
      await expect.poll(() => heard).toEqual(['from the new one']);
    } finally {
      await listener.close();
      await pool.close();
      silent.close();
    }
  });
});

it('one host is reached as ever', () => {
  expect(reach('postgres://a@one/hejie')).toEqual({ connectionString: 'postgres://a@one/hejie' });
});
