import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Staff } from '../instance/staff.ts';
import type { VictimOrder, VictimReplayed, VictimTold } from './victim-process.ts';

/** A whole program with its own PostgreSQL, in processes that may be killed and started again on the same data. */
export type Victim = {
  readonly url: string;
  readonly staff: Staff;
  readonly adminUrl: string;
  /** As a machine kills: at once, and nobody is asked. */
  killProgram(): Promise<void>;
  killDatabase(): void;
  startAgain(): Promise<void>;
  replay(): Promise<VictimReplayed>;
  /** Gives its background work one job. */
  enqueue(): Promise<void>;
  stop(): Promise<void>;
};

type VictimOptions = {
  readonly dataFolder?: string;
  /** A PostgreSQL that is not the program's own; the test that brings it kills it itself. */
  readonly database?: { readonly url: string; readonly adminUrl: string };
};

const program = join(import.meta.dirname, 'victim-process.ts');

export async function startVictim({ dataFolder, database }: VictimOptions = {}): Promise<Victim> {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'hejie-victim-'));
  chmodSync(folder, 0o711);
  let port = '0';
  let child: ChildProcess;
  const postmaster = () => Number(fileInData('cluster/postmaster.pid').split('\n')[0]);
  const fileInData = (name: string) => readFileSync(join(folder, 'postgres', name), 'utf8');

  async function start(which: 'first' | 'again'): Promise<VictimTold> {
    const env = {
      ...process.env,
      DATABASE_URL: database?.url ?? '',
      DATABASE_ADMIN_URL: database?.adminUrl ?? '',
      HEJIE_MODE: 'demo',
      HEJIE_DATA: folder,
      HEJIE_LOG: 'silent',
      HEJIE_ADDRESS_RATE: '0',
      PORT: port,
    };
    child = fork(program, [which], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    return (await hear(child)) as VictimTold;
  }

  function ask(order: VictimOrder): Promise<unknown> {
    child.send(order);
    return hear(child);
  }

  const { url, staff } = await start('first');
  if (staff === null) throw new Error('nobody was hired');
  port = new URL(url).port;
  const ownAdminUrl = () => {
    const { adminPassword, port: own } = JSON.parse(fileInData('access.json'));
    return `postgres://postgres:${adminPassword}@127.0.0.1:${own}/hejie`;
  };
  return {
    url,
    staff,
    adminUrl: database?.adminUrl ?? ownAdminUrl(),
    async killProgram() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    killDatabase: () => process.kill(postmaster(), 'SIGKILL'),
    async startAgain() {
      await start('again');
    },
    replay: () => ask('replay') as Promise<VictimReplayed>,
    async enqueue() {
      await ask('work');
    },
    async stop() {
      const ended = once(child, 'exit');
      if (child.connected) child.disconnect();
      if (child.exitCode === null && child.signalCode === null) {
        const patience = new AbortController();
        await Promise.race([
          ended,
          wait(20_000, undefined, { signal: patience.signal }).catch(() => undefined),
        ]);
        patience.abort();
        child.kill('SIGKILL');
      }
      if (dataFolder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function hear(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(() => null);
  const heard = await Promise.race([once(child, 'message'), ended]);
  if (heard === null) throw new Error(`the program ended with ${child.exitCode ?? child.signalCode}`);
  return heard[0];
}
