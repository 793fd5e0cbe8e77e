import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

const advice =
  'No Chromium was found for the browser stories, and none could be installed: install Chromium or Google Chrome, ' +
  'or set CHROMIUM_PATH to where it is, and run `npm test` again.';

/** The browser of this machine, if it has one. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places, chromium.executablePath()].find((path) => existsSync(path) && runs(path));
}

/** The same, after trying to install one: Debian's, and as the last resort Playwright's own download. */
export function ensureChromium(): string {
  const found = findChromium() ?? (installByApt() ? findChromium() : undefined);
  if (found) return found;
  const downloaded = downloadByPlaywright() ? findChromium() : undefined;
  if (downloaded) return downloaded;
  throw new Error(advice);
}

function installByApt(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log('Installing Chromium for the browser stories…');
  const install = ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'];
  return succeeds('apt-get', ['update', '-qq']) && succeeds('apt-get', install);
}

function downloadByPlaywright(): boolean {
  console.log('Downloading Chromium for the browser stories…');
  const cli = join(import.meta.dirname, '../node_modules/playwright-core/cli.js');
  return succeeds(process.execPath, [cli, 'install', 'chromium']);
}

/** Ubuntu's package is a stub that only asks for another one. */
function runs(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}

function succeeds(command: string, order: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, order, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}
