import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';

/** `npm test`: every test there is, and at the end one line with the sum. */
type Tally = { passed: number; failed: number; skipped: number };

const top = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'hejie-test-reports-'));

const tallies = [
  runTests('domain, contract, server, scripts', 'UTC', []),
  // Rules about days must not depend on where the machine stands, nor stumble over daylight saving.
  runTests('domain, in a zone with daylight saving', 'America/New_York', ['--project=pure', 'domain/']),
  runStories(),
];
rmSync(reports, { recursive: true, force: true });

const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
const skipped = sum('skipped');
if (sum('failed') > 0) process.exitCode = 1;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

function runStories(): Tally {
  try {
    const chromium = ensureChromium();
    if (!succeeds([join(top, 'scripts/build-desk.ts')])) throw new Error('The desk could not be built.');
    return runTests('stories in the browser', 'UTC', ['--config=e2e/vitest.config.ts'], {
      CHROMIUM_PATH: chromium,
    });
  } catch (error) {
    console.error((error as Error).message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function runTests(
  title: string,
  zone: string,
  options: string[],
  environment: NodeJS.ProcessEnv = {},
): Tally {
  console.log(`\n— ${title} (TZ=${zone})`);
  const report = join(reports, `${title}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = join(top, 'node_modules/vitest/vitest.mjs');
  const isGood = succeeds([vitest, 'run', ...reporters, ...options], { ...environment, TZ: zone });
  const tally = readTally(report);
  // A run can fail without a failing test: a file that does not load, an error outside any test.
  return isGood ? tally : { ...tally, failed: Math.max(tally.failed, 1) };
}

function readTally(report: string): Tally {
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    return {
      passed: counts.numPassedTests,
      failed: counts.numFailedTests,
      skipped: counts.numPendingTests + counts.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function succeeds(order: string[], environment: NodeJS.ProcessEnv = {}): boolean {
  const env = { ...process.env, ...environment };
  return (
    spawnSync(process.execPath, order, { cwd: top, stdio: ['ignore', 'inherit', 'inherit'], env }).status ===
    0
  );
}
