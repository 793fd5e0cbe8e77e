#!/usr/bin/env node
// The command `npx hejie`. It runs under whatever Node.js there is and hands over to Node.js 24 of node_modules.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import './setup.mjs';

const top = fileURLToPath(new URL('..', import.meta.url));
const installedNode = join(top, 'node_modules/.bin/node');
const node = process.platform !== 'win32' && existsSync(installedNode) ? installedNode : process.execPath;

// A command that goes through much data makes much garbage. Node clears it away late on a machine with much memory, and a
// command of 250 MB would take 700: it does so whenever a third of what is kept has come on top, which costs no more time.
const frugal = ['--max-semi-space-size=8', '--heap-growing-percent=30'];
const command = spawn(node, [...frugal, join(top, 'server/cli.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// Ctrl-C in a terminal reaches both of us; any other signal reaches only this process.
process.on('SIGINT', () => process.stdin.isTTY || command.kill('SIGINT'));
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => command.kill(signal));
command.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
});
