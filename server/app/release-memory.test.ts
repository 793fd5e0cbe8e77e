import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { isTimeToRelease } from './release-memory.ts';

it('is given back once, after work, while next to nothing is asked', () => {
  expect(isTimeToRelease({ before: 40, now: 40.2, atRelease: 0 })).toBe(true);
  // Somebody is waiting.
  expect(isTimeToRelease({ before: 40, now: 42, atRelease: 0 })).toBe(false);
  // Nothing much has happened since.
  expect(isTimeToRelease({ before: 40, now: 40.2, atRelease: 39 })).toBe(false);
});

const busyProcess = `
  import { collector } from '${join(import.meta.dirname, 'release-memory.ts')}';
  const giveBack = collector();
  let kept = [];
  for (let round = 0; round < 60; round += 1) {
    kept.push(Array.from({ length: 20_000 }, (_, at) => ({ at, words: 'a' + at })));
    if (kept.length > 30) kept = [];
  }
  kept = [];
  const before = process.memoryUsage.rss();
  giveBack();
  console.log(JSON.stringify({ before, after: process.memoryUsage.rss() }));`;

it('goes back to the machine, not only to Node', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', busyProcess]);
  const { before, after } = JSON.parse(stdout);
  expect(before - after).toBeGreaterThan(20_000_000);
});
