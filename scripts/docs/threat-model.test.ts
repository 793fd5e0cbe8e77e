import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const top = join(import.meta.dirname, '../..');
const text = readFileSync(join(top, 'docs/threat-model.md'), 'utf8');
const features = /^(access|matters|audit|exports|organisations|notices)\//;

/** Rows of the tables, without their heads. */
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| how '))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('names tests that exist', () => {
  const named = [...text.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, path]) => String(path));
  expect(named.length).toBeGreaterThan(60);
  const missing = named.filter(
    (path) => !existsSync(join(top, path.replace(features, 'server/features/$1/'))),
  );
  expect(missing).toEqual([]);
});

it('says of every threat what stands against it and which test shows it', () => {
  expect(rows.length).toBeGreaterThan(30);
  for (const [, how = '', against = '', test = ''] of rows) {
    expect(against.length, how).toBeGreaterThan(20);
    expect(test, how).toMatch(/`[\w./-]+\.test\.ts`/);
  }
});
