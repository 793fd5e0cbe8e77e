import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A disk so small that it can be filled: a tmpfs in a mount namespace of one process, gone with it. Needs Linux, and root
 * or a system that lets its users have a namespace.
 */
const namespace = process.getuid?.() === 0 ? ['--mount'] : ['--map-current-user', '--mount', '--keep-caps'];

/** How a command is run where it may mount. */
export function whereItMayMount(...command: string[]): [string, ...string[]] {
  return ['unshare', ...namespace, ...command];
}

/** Why there can be none here; nothing where there can. */
export function whyNoSmallDisk(): string | null {
  const probe = mkdtempSync(join(tmpdir(), 'hejie-small-disk-'));
  const [command, ...options] = whereItMayMount(...mounting(probe, 1));
  const { status, stderr, error } = spawnSync(command, options, { encoding: 'utf8' });
  rmdirSync(probe);
  return status === 0 ? null : (error?.message ?? stderr.trim());
}

/** Only where it may: answers with the folder, and how it goes. */
export function mountSmallDisk(megabytes: number): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'hejie-small-disk-'));
  const [command, ...options] = mounting(folder, megabytes);
  execFileSync(command, options);
  return {
    folder,
    remove() {
      execFileSync('umount', ['--lazy', folder]);
      rmdirSync(folder);
    },
  };
}

function mounting(folder: string, megabytes: number): [string, ...string[]] {
  return ['mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=711`, 'tmpfs', folder];
}
