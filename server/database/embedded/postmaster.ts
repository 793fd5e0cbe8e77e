import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './is-alive.ts';

/** What PostgreSQL says of itself in `postmaster.pid`, or nothing when no server runs on the cluster. */
export type Postmaster = { pid: number; port: number; isReady: boolean };

/**
 * Reads `postmaster.pid` and forgets a stale one. After a power cut the recorded pid may belong to an unrelated
 * program (in containers it usually does), and PostgreSQL would refuse to start because of it.
 */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const path = join(cluster, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(path, 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  if (!worksIn(cluster, pid)) {
    rmSync(path, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/** Whether the process is a PostgreSQL server on this cluster: such a server works inside its data folder. */
function worksIn(cluster: string, pid: number): boolean {
  try {
    if (platform() === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === cluster;
    // Windows has no cheap way to ask; PostgreSQL's own check decides there.
    if (platform() === 'win32') return true;
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster);
  } catch {
    return false;
  }
}
