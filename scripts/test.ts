import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { type HowToRun, heldBack, runNode, type Voice } from './run-node.ts';

/** `npm test`: every test there is, and at the end one line with the sum. */
type Tally = { passed: number; failed: number; skipped: number };

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

const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
const skipped = sum('skipped');
if (sum('failed') > 0) process.exitCode = 1;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

async function runAllTests(): Promise<Tally[]> {
  const all = await runTests('domain, contract, server, scripts', 'UTC', []);
  // Rules about days must not depend on where the machine stands, nor stumble over daylight saving.
  const zone = 'America/New_York';
  const days = ['--project=pure', 'domain/'];
  return [all, await runTests('domain, in a zone with daylight saving', zone, days)];
}

async function runStories(voice: Voice): Promise<Tally> {
  try {
    if (!hasDesk) throw new Error('The desk could not be built.');
    const env = { CHROMIUM_PATH: ensureChromium() };
    return await runTests('stories in the browser', 'UTC', ['--config=e2e/vitest.config.ts'], { env, voice });
  } catch (error) {
    voice.say(`${(error as Error).message}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
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
