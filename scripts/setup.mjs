// Runs before `npm start`, `npm test`, `npm run check`: installs the packages when they are missing or out of date,
// among them Node.js 24, which npm then finds first in its path. It runs under Node.js 18 and uses no package.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('..', import.meta.url));
const oldestNode = 24;
const installedNode = join(top, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

if (!isInstalled()) install();
linkNode();
checkNode();

/** Compares the lock file with what npm recorded, at the end of its work, of what it installed. */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!installed) return false;
  return Object.entries(packagesOf('package-lock.json') ?? {}).every(([path, wanted]) => {
    const found = installed[path];
    if (found) return found.version === wanted.version && found.integrity === wanted.integrity;
    // Packages for other machines stay away.
    return path === '' || wanted.optional || wanted.devOptional;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(top, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.log('Installing the packages Hejie needs. The first time this takes about a minute.');
  const order = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
  // npm's own Node.js, for the one running this may be a file that `npm ci` replaces.
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  const options = { cwd: top, stdio: ['ignore', 'inherit', 'inherit'], env: environmentOfNpm() };
  const { status, error } =
    npm && node
      ? spawnSync(node, [npm, ...order], options)
      : spawnSync('npm', order, { ...options, shell: process.platform === 'win32' });
  if (status === 0) return;
  if (error) console.error(error.message);
  stop(
    'The packages could not be installed (see above). Check the connection to the npm registry and try again.',
  );
}

/** To npm it is to look as if the Node.js that will run the packages ran it, too. */
function environmentOfNpm() {
  if (majorOf(process.version) >= oldestNode) return process.env;
  const preload = `--require=${JSON.stringify(join(top, 'scripts/as-newer-node.cjs'))}`;
  return { ...process.env, NODE_OPTIONS: [preload, process.env.NODE_OPTIONS ?? ''].join(' ').trim() };
}

/** npm 9, which Debian 12 has, leaves a command out that several packages offer, even where one alone is for this machine. */
function linkNode() {
  if (process.platform === 'win32' || existsSync(installedNode)) return;
  const packages = join(top, 'node_modules');
  const brings = (name) =>
    /^node-(bin-)?[a-z]+-\w+$/.test(name) && existsSync(join(packages, name, 'bin/node'));
  const brought = existsSync(packages) ? readdirSync(packages).find(brings) : undefined;
  if (brought === undefined) return;
  // What is there and leads nowhere is of packages that are gone.
  rmSync(installedNode, { force: true });
  symlinkSync(join('..', brought, 'bin/node'), installedNode);
}

function checkNode() {
  if (majorOf(process.version) >= oldestNode && process.execPath.startsWith(join(top, 'node_modules')))
    return;
  if (existsSync(installedNode)) {
    if (majorOf(versionOf(installedNode)) >= oldestNode) return;
    stop(
      `The Node.js in ${installedNode} does not run on this machine. Install Node.js ${oldestNode} or newer.`,
    );
  }
  if (majorOf(process.version) >= oldestNode) return;
  stop(
    `Hejie needs Node.js ${oldestNode} or newer, found ${process.version}, and brings none for this machine ` +
      `(${process.platform} ${process.arch}). Install it from https://nodejs.org and try again.`,
  );
}

function versionOf(node) {
  try {
    return execFileSync(node, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  } catch {
    return '';
  }
}

function majorOf(version) {
  return Number(/^v(\d+)\./.exec(version)?.[1] ?? 0);
}

function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}
