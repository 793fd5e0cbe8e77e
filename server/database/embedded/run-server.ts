import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Cluster } from './cluster.ts';
import { type Postmaster, readPostmaster } from './postmaster.ts';

/** Settings given to the server. Durability (fsync, synchronous_commit) stays as PostgreSQL ships it. */
export type Settings = Record<string, string | number>;

const ordinarySettings: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 60,
  shared_buffers: '64MB',
  jit: 'off',
  random_page_cost: 1.1,
  timezone: 'UTC',
  log_timezone: 'UTC',
};

const patienceInMs = 60_000;
const longestLogInBytes = 10_000_000;

/** Answers with the server that runs on the cluster, after starting one when there is none. */
export async function ensureServer(cluster: Cluster, settings: Settings): Promise<Postmaster> {
  const until = performance.now() + patienceInMs;
  let exit: { code: number | null } | undefined;
  let attempts = 0;
  while (performance.now() < until) {
    const server = readPostmaster(cluster.folder);
    if (server?.isReady) {
      cluster.rememberPort(server.port);
      return server;
    }
    if (!server && (attempts === 0 || exit)) {
      // A lost race for the port or for the cluster shows as an early exit; the next round finds out which.
      if (attempts === 3) break;
      attempts += 1;
      exit = undefined;
      const port = await choosePort(cluster.access.port);
      spawnServer(cluster, { ...ordinarySettings, ...settings, port }, (code) => {
        exit = { code };
      });
    }
    await wait(10);
  }
  throw new Error(`PostgreSQL did not start. The end of ${cluster.logFile}:\n${endOf(cluster.logFile)}`);
}

/** Ends the server: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(cluster: Cluster): Promise<void> {
  if (!readPostmaster(cluster.folder)) return;
  const order = ['stop', '--mode=fast', '--silent', `--pgdata=${cluster.folder}`, '--timeout=60'];
  await promisify(execFile)(cluster.binaries.pg_ctl, order, { ...cluster.user, cwd: '/' });
}

/** Detached: Ctrl-C in the terminal reaches the whole process group, and the program must end before the server. */
function spawnServer(cluster: Cluster, settings: Settings, onExit: (code: number | null) => void): void {
  shortenLog(cluster.logFile);
  // A file, not a pipe: the server may outlive a killed program.
  const log = openSync(cluster.logFile, 'a', 0o600);
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.folder, ...given], {
    ...cluster.user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.once('exit', onExit);
  child.once('error', () => onExit(null));
  child.unref();
  closeSync(log);
}

async function choosePort(remembered: number | undefined): Promise<number> {
  return (remembered && (await tryPort(remembered))) || (await tryPort(0)) || 0;
}

/** The port when it is free (0 asks for any free one), else nothing. */
function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

function shortenLog(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > longestLogInBytes) truncateSync(path);
}

function endOf(path: string): string {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}
