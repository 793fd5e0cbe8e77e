import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { JsonTestResults } from 'vitest/node';
import { ensureChromium } from './chromium.ts';
import { type HowToRun, heldBack, runNode, type Voice } from './run-node.ts';

/** `npm test`: every test there is, and at the end what failed, and one line with the sum. */
type Tally = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed and why: said again at the end, for a log is long, and whoever reads it may see only its end. */
  readonly failures: readonly string[];
};

const top = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'hejie-test-reports-'));
/** Many tests start the program anew: what Node.js has compiled of it once saves each of them a second. */
const compiled = { NODE_COMPILE_CACHE: join(top, '.build/compiled') };

// Before everything: with the desk half built, some pages are there and some are not.
const hasDesk = await runNode([join(top, 'scripts/build-desk.ts')], { cwd: top });
// Tests and stories wait for PostgreSQL and for pages a good part of their time: beside each other they fill a machine.
const said = heldBack();
const tests = runAllTests();
const stories = runStories(said);
const tallies = await tests;
said.release();
tallies.push(await stories);
rmSync(reports, { recursive: true, force: true });

const sum = (key: 'passed' | 'failed' | 'skipped') => tallies.reduce((total, tally) => total + tally[key], 0);
const skipped = sum('skipped');
if (sum('failed') > 0) process.exitCode = 1;
for (const failure of tallies.flatMap((tally) => tally.failures)) console.log(`\n✗ ${failure}`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

async function runAllTests(): Promise<Tally[]> {
  const all = await runTests('domain, contract, server, scripts', 'UTC', []);
  // Rules about days must not depend on where the machine stands, nor stumble over daylight saving.
  const zone = 'America/New_York';
  const days = ['--project=pure', 'domain/'];
  return [all, await runTests('domain, in a zone with daylight saving', zone, days)];
}

async function runStories(voice: Voice): Promise<Tally> {
  const title = 'stories in the browser';
  try {
    if (!hasDesk) throw new Error('The desk could not be built.');
    const env = { CHROMIUM_PATH: ensureChromium() };
    return await runTests(title, 'UTC', ['--config=e2e/vitest.config.ts'], { env, voice });
  } catch (error) {
    return notRun(title, (error as Error).message);
  }
}

async function runTests(
  title: string,
  zone: string,
  options: string[],
  how: Partial<HowToRun> = {},
): Promise<Tally> {
  const heading = `\n— ${title} (TZ=${zone})\n`;
  if (how.voice) how.voice.say(heading);
  else process.stdout.write(heading);
  const report = join(reports, `${title}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = join(top, 'node_modules/vitest/vitest.mjs');
  const env = { ...process.env, ...compiled, ...how.env, TZ: zone };
  const isGood = await runNode([vitest, 'run', ...reporters, ...options], { ...how, cwd: top, env });
  const tally = readTally(title, report);
  // A run can fail without a failing test: an error outside any test.
  return isGood || tally.failed > 0 ? tally : { ...tally, ...failedOutside(title) };
}

function readTally(title: string, report: string): Tally {
  let said: JsonTestResults;
  try {
    said = JSON.parse(readFileSync(report, 'utf8'));
  } catch (error) {
    return notRun(title, (error as Error).message);
  }
  const failures = said.testResults.flatMap((file) => failuresOf(file));
  return {
    passed: said.numPassedTests,
    failed: Math.max(said.numFailedTests, failures.length),
    skipped: said.numPendingTests + said.numTodoTests,
    failures,
  };
}

/** A file that does not load, or whose hooks fail, is a failure without a failing test. */
function failuresOf(file: JsonTestResults['testResults'][number]): string[] {
  const name = relative(top, file.name);
  const tests = file.assertionResults.filter((test) => test.status === 'failed');
  if (tests.length === 0) return file.status === 'failed' ? [`${name}\n${file.message}`] : [];
  return tests.map((test) => `${name} › ${test.fullName}\n${(test.failureMessages ?? []).join('\n')}`);
}

function failedOutside(title: string) {
  return { failed: 1, failures: [`${title}: an error outside any test, told above`] };
}

function notRun(title: string, why: string): Tally {
  return { passed: 0, failed: 1, skipped: 0, failures: [`${title}: ${why}`] };
}
