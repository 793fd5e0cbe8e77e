import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readPostmaster } from '#server/database/embedded/postmaster.ts';
import { childrenOf, cpuSecondsOf } from '../compare/cpu.ts';
import type { Instance } from '../instance/start-instance.ts';
import { rounded } from '../load/figures.ts';

/** In megabytes, each page that several processes share counted once. */
export type IdleMemory = {
  readonly program: number;
  readonly database: number;
  readonly together: number;
  readonly processes: number;
};

const idleForMs = 60_000;
const lookEveryMs = 10_000;
/** Of one processor. */
const quietShare = 0.1;
const patienceInMs = 600_000;

/** What program and database hold after a minute in which nobody asked for anything, and what was asked before is done. */
export async function idleMemory(instance: Instance): Promise<IdleMemory> {
  await untilQuiet(instance);
  await wait(idleForMs);
  return memoryNow(instance);
}

/**
 * Messages of what was registered are still being sent when the last answer has come, and PostgreSQL tidies up what was
 * filled in when the last row is written.
 */
export async function untilQuiet({ pid, environment }: Instance): Promise<void> {
  const roots = [pid, serverOf(environment)];
  const until = performance.now() + patienceInMs;
  let before = cpuSecondsOf(roots) ?? 0;
  while (performance.now() < until) {
    await wait(lookEveryMs);
    const now = cpuSecondsOf(roots) ?? 0;
    if (now - before < (quietShare * lookEveryMs) / 1000) return;
    before = now;
  }
}

export function memoryNow({ pid, environment }: Instance): IdleMemory {
  const server = serverOf(environment);
  const servers = [server, ...childrenOf(server)];
  const program = shareOf(pid);
  const database = servers.reduce((sum, server) => sum + shareOf(server), 0);
  return {
    program: rounded(program),
    database: rounded(database),
    together: rounded(program + database),
    processes: 1 + servers.length,
  };
}

/** The first process of the instance's PostgreSQL, whose children the others are. */
export function serverOf({ HEJIE_DATA = '' }: NodeJS.ProcessEnv): number {
  const postmaster = readPostmaster(join(HEJIE_DATA, 'postgres/cluster'));
  if (postmaster === undefined) throw new Error('the instance has no PostgreSQL of its own');
  return postmaster.pid;
}

/** Its proportional share, as Linux reckons it; a process that has just ended has none. */
function shareOf(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readOrNothing(`/proc/${pid}/smaps_rollup`))?.[1];
  return Number(kilobytes ?? 0) / 1000;
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
