import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileBytesAtMost, filesAtMost } from '#domain/documents/accepted-files.ts';
import { ledgerBytesAtMost } from '#domain/imports/vocabulary.ts';
import { readConfig } from '#server/app/config.ts';

const top = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(top, path), 'utf8');

const walk = read('docs/operations.md');
const service = read('deploy/hejie.service');
const backup = read('deploy/hejie-backup.service');
const command = read('deploy/hejie.sh');
const drill = read('deploy/restore-drill.sh');
const proxy = read('deploy/nginx.conf');
const image = read('deploy/Containerfile');

/** Every value that a unit gives to a key, such as `User`. */
const given = (unit: string, key: string): string[] =>
  [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);

describe('places', () => {
  const program = given(service, 'WorkingDirectory')[0] ?? '';
  const settings = given(service, 'EnvironmentFile')[0] ?? '';
  const data = given(service, 'ReadWritePaths')[0] ?? '';
  const backups = given(backup, 'ReadWritePaths')[0] ?? '';

  it('are the same in every unit, script and page', () => {
    for (const place of [program, settings, data, backups]) {
      expect(place).toMatch(/^\/\w+/);
      expect(walk, place).toContain(place);
    }
    for (const text of [command, drill]) {
      expect(text).toContain(`program=${program}\n`);
      expect(text).toContain(`settings=${settings}\n`);
    }
    expect(drill).toContain(`backups=${backups}\n`);
    expect(given(backup, 'ExecStart')[0]).toContain(`${backups}/hejie-`);
    expect(given(backup, 'ExecStartPost')[0]).toContain(`find ${backups} `);
    for (const key of ['User', 'Group', 'WorkingDirectory', 'EnvironmentFile'])
      expect(given(backup, key), key).toEqual(given(service, key));
    expect(walk).toContain(`HEJIE_DATA='${data}'`);
    expect(image).toContain(`HEJIE_DATA=${data} `);
    expect(image).toContain(`WORKDIR ${program}\n`);
  });

  it('and the port is the one that the program takes', () => {
    const read = readConfig({});
    const port = String(read.ok && read.config.port);
    expect(proxy).toContain(`server 127.0.0.1:${port};`);
    expect(image).toContain(`EXPOSE ${port}\n`);
    expect(image).toContain(`http://127.0.0.1:${port}/readyz`);
    const asked = [...walk.matchAll(/127\.0\.0\.1:(8\d{3})/g)].map(([, each]) => each);
    expect(new Set(asked)).toEqual(new Set([port]));
  });
});

describe('the unit', () => {
  it('starts what is there, and not again where the settings are wrong', () => {
    const file = given(service, 'ExecStart')[0]?.split(' ').at(-1) ?? '';
    expect(existsSync(join(top, file))).toBe(true);
    const [, code = ''] = /wrongConfiguration = (\d+)/.exec(read(file)) ?? [];
    expect(given(service, 'RestartPreventExitStatus')).toEqual([code]);
  });

  it('gives Node.js the flags of npm start, and commands those of npx hejie', () => {
    const started: string = JSON.parse(read('package.json')).scripts.start;
    const flags = started.match(/--[\w=-]+/g) ?? [];
    expect(given(service, 'ExecStart')[0]).toContain([...flags, 'server/main.ts'].join(' '));
    expect(image).toContain(`CMD ${JSON.stringify([...flags, 'server/main.ts']).replaceAll(',', ', ')}`);
    const variables = started.match(/[A-Z_]+=\d+/g) ?? ['none'];
    expect(given(service, 'Environment')).toContain(variables.join(' '));
    expect(image).toContain(` ${variables.join(' ')}\n`);
    const [, frugal = ''] = /const frugal = \[(.*)\];/.exec(read('scripts/hejie.mjs')) ?? [];
    const ofCommands = (frugal.match(/--[\w=-]+/g) ?? []).join(' ');
    expect(ofCommands).not.toBe('');
    for (const text of [command, drill, backup]) expect(text).toContain(` ${ofCommands} `);
  });

  it('waits longer for the end than the program does for its work', () => {
    const [, patience = ''] = /patienceAtStopInMs = ([\d_]+)/.exec(read('server/jobs/work.ts')) ?? [];
    const seconds = Number(patience.replaceAll('_', '')) / 1000;
    expect(seconds).toBeGreaterThan(0);
    expect(Number(given(service, 'TimeoutStopSec')[0])).toBeGreaterThan(seconds + 5);
  });

  it('leaves the program no more than its data folder, and no way to more', () => {
    for (const line of ['ProtectSystem=strict', 'NoNewPrivileges=yes', 'CapabilityBoundingSet='])
      for (const unit of [service, backup]) expect(unit.split('\n')).toContain(line);
  });
});

it('lets through the proxy whatever the program takes', () => {
  const [, megabytes = ''] = /client_max_body_size (\d+)m;/.exec(proxy) ?? [];
  const largest = Math.max((fileBytesAtMost + 1024) * filesAtMost, ledgerBytesAtMost + 4096);
  expect(Number(megabytes) * 1024 * 1024).toBeGreaterThan(largest);
});

it('copies into the image only what is named, and what is there', () => {
  const patterns = read('.containerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(patterns[0]).toBe('*');
  const kept = patterns.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  expect(kept.filter((path) => !path.includes('*') && !existsSync(join(top, path)))).toEqual([]);
  expect(kept).not.toContain('data');
  const copied = [...image.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
    paths.split(' '),
  );
  expect(copied.filter((path) => !existsSync(join(top, path)))).toEqual([]);
});

it('has scripts that the shell can read, and runs those that are started by their name', () => {
  for (const [shell, path] of [
    ['sh', 'deploy/hejie.sh'],
    ['bash', 'deploy/restore-drill.sh'],
  ] as const) {
    expect(() => execFileSync(shell, ['-n', join(top, path)], { stdio: 'pipe' })).not.toThrow();
    expect(statSync(join(top, path)).mode & 0o111, path).toBe(0o111);
  }
});
