import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const dist = join(import.meta.dirname, '../desk/dist');
const read = (file: string): Buffer => readFileSync(join(dist, file));

/** What everybody waits for before anything stands there: as measured on 26 November 2026, and a tenth. */
const scriptKilobytesAtMost = 383;

/** Every script that the first one imports from the start, whatever the address. */
function firstScripts(): Set<string> {
  const html = read('index.html').toString();
  const entry = /<script type="module"[^>]* src="\/([^"]+)"/.exec(html)?.[1];
  if (!entry) throw new Error('the desk has no entry');
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const imports = read(file)
      .toString()
      .matchAll(/(?:from|import)\s*["'`]\.\/([\w~.-]+\.js)["'`]/g);
    for (const [, name] of imports) follow(`assets/${name}`);
  };
  follow(entry);
  return seen;
}

it('the desk begins with few kilobytes of script', () => {
  const files = [...firstScripts(), 'first.js'];
  expect(files.length).toBeGreaterThan(2);
  const kilobytes = files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0) / 1000;
  expect(kilobytes).toBeLessThan(scriptKilobytesAtMost);
  // A measure that finds next to nothing measures nothing.
  expect(kilobytes).toBeGreaterThan(scriptKilobytesAtMost / 2);
});

it('no page of the desk comes with the first script, each has a file of its own', () => {
  const pages = ['desk-pages.ts', 'router.tsx'].flatMap((file) => {
    const source = readFileSync(join(dist, '../pages', file), 'utf8');
    return [...source.matchAll(/import\('\.\/[\w-]+\/([\w-]+-page)\.tsx'\)/g)].map(([, name = '']) => name);
  });
  expect(pages.length).toBeGreaterThan(15);
  const built = readdirSync(join(dist, 'assets'));
  const first = [...firstScripts()];
  for (const page of pages) {
    expect(
      built.filter((file) => file.startsWith(`${page}-`) && file.endsWith('.js')),
      page,
    ).toHaveLength(1);
    expect(first.filter((file) => file.startsWith(`assets/${page}-`))).toEqual([]);
  }
});

it('every script and style is there compressed, as the server sends it', () => {
  const built = readdirSync(join(dist, 'assets'));
  const plain = built.filter((file) => /\.(js|css)$/.test(file));
  expect(plain.length).toBeGreaterThan(20);
  expect(plain.filter((file) => !built.includes(`${file}.br`) || !built.includes(`${file}.gz`))).toEqual([]);
});
