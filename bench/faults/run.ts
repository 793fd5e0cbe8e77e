import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { whereItMayMount } from './small-disk.ts';

/**
 * `npm run faults`: the faults that need more than `npm test` may ask of a machine: a disk that is really full, and the
 * PostgreSQL of a server with its tools. What cannot be tried here has failed, too: nobody is to take it for shown.
 */
type Fault = { readonly name: string; readonly order: readonly string[] };

const script = (name: string): string => join(import.meta.dirname, name);
const faults: readonly Fault[] = [
  { name: 'disk full', order: whereItMayMount(process.execPath, script('disk-full.ts')) },
  { name: 'standby promoted', order: [process.execPath, script('standby-installed.ts')] },
  { name: 'back to a point in time', order: ['bash', script('point-in-time.sh')] },
];

const failed: string[] = [];
for (const { name, order } of faults) {
  console.log(`\n— ${name}`);
  const [command = '', ...options] = order;
  const startedAt = performance.now();
  const { status } = spawnSync(command, options, { stdio: ['ignore', 'inherit', 'inherit'] });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.log(`\nNot shown: ${failed.join(', ')}`);
  process.exitCode = 1;
}
