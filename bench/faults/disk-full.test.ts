import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { whereItMayMount, whyNoSmallDisk } from './small-disk.ts';

const obstacle = whyNoSmallDisk();
if (obstacle !== null) console.warn(`A full disk cannot be tried on this machine: ${obstacle}`);

describe.skipIf(obstacle !== null)('a disk that is really full', () => {
  it('refuses what writes, says so, serves reads, and goes on when there is room', async () => {
    const script = join(import.meta.dirname, 'disk-full.ts');
    const [command, ...options] = whereItMayMount(process.execPath, script);
    const { stdout } = await promisify(execFile)(command, options);
    expect(stdout).toMatch(/what was acknowledged is there, replay clean\n$/);
  }, 180_000);
});
