import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** `npm run check`: everything that is checked without running a test. Every step runs, also after a failure. */
const top = join(import.meta.dirname, '..');
const modules = join(top, 'node_modules');

/** `isTold`: what it says is for people to read when all is well, too. */
const steps: { name: string; order: string[]; isTold?: boolean }[] = [
  {
    name: 'format and lint',
    order: [
      join(modules, '@biomejs/biome/bin/biome'),
      'ci',
      '--error-on-warnings',
      '--colors=off',
      '--max-diagnostics=100',
      '.',
    ],
  },
  { name: 'types', order: [join(modules, 'typescript/bin/tsc'), '-b'] },
  { name: 'dependency rules', order: [join(top, 'scripts/dependency-rules/check.ts')] },
  { name: 'generated files', order: [join(top, 'scripts/generate.ts'), '--check'] },
  { name: 'dependencies', order: [join(top, 'scripts/dependencies/check.ts')], isTold: true },
];

const failed: string[] = [];
// Beside each other: none fills a machine's processors by itself, and none writes what another reads.
const running = steps.map(({ order, ...step }) => ({ ...step, done: run(order) }));
for (const { name, isTold = false, done } of running) {
  const { isGood, output, seconds } = await done;
  console.log(`${isGood ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (!isGood) failed.push(name);
  if (!isGood || isTold) console.log(output.trimEnd());
}

if (failed.length > 0) {
  console.log(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

async function run(order: string[]): Promise<{ isGood: boolean; output: string; seconds: string }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, order, { cwd: top, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const [code] = await once(child, 'close');
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  return { isGood: code === 0, output, seconds };
}
