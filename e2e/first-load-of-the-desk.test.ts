import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page, Request } from 'playwright-core';
import { expect, it } from 'vitest';
import { clerk, supervisor } from './harness/arrange-matter.ts';
import { story } from './harness/story.ts';

const dist = join(import.meta.dirname, '../desk/dist');
const read = (file: string): Buffer => readFileSync(join(dist, file));

/** What everybody waits for before anything stands there, in one language: as measured on 26 November 2026, and a tenth. */
const scriptKilobytesAtMost = 195;
/** The same with what the pages on which people spend their day are made of. */
const pageKilobytesAtMost = { '/matters': 209, '/matters/id': 224, '/oversight': 208 };

type FirstFiles = Record<'pages' | 'below' | 'languages', Record<string, string[]>>;

/** What `first.js` fetches by the address. */
function firstFiles(): FirstFiles {
  const list = /<script type="application\/json" id="first-files">(.*?)<\/script>/.exec(
    read('index.html').toString(),
  );
  return JSON.parse(list?.[1] ?? '{}') as FirstFiles;
}

function kilobytesOf(files: readonly string[]): number {
  const scripts = [...new Set(files)].filter((file) => file.endsWith('.js'));
  return scripts.reduce((sum, file) => sum + gzipSync(read(file.replace(/^\//, ''))).length, 0) / 1000;
}

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
  const files = [...firstScripts(), 'first.js', ...(firstFiles().languages.zh ?? [])];
  expect(files.length).toBeGreaterThan(3);
  const kilobytes = kilobytesOf(files);
  expect(kilobytes).toBeLessThan(scriptKilobytesAtMost);
  // A measure that finds next to nothing measures nothing.
  expect(kilobytes).toBeGreaterThan(scriptKilobytesAtMost / 2);
});

it('so do the pages on which people spend their day, and none of them waits for Ant Design', () => {
  const { pages, below, languages } = firstFiles();
  const everybodys = [...firstScripts(), 'first.js', ...(languages.zh ?? [])];
  const queue = pages['/matters'] ?? [];
  const filesOf = {
    '/matters': queue,
    '/matters/id': [...queue, ...(below['/matters'] ?? [])],
    '/oversight': pages['/oversight'] ?? [],
  };
  for (const [address, most] of Object.entries(pageKilobytesAtMost)) {
    const files = filesOf[address as keyof typeof filesOf];
    expect(files.length, address).toBeGreaterThan(1);
    expect(kilobytesOf([...everybodys, ...files]), address).toBeLessThan(most);
    expect(
      files.filter((file) => /\/antd-/.test(file)),
      address,
    ).toEqual([]);
  }
  // Where it is used it is fetched under that name.
  expect((pages['/absences'] ?? []).filter((file) => /\/antd-/.test(file))).toHaveLength(1);
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

story(
  'What is asked for before the desk is there is what its page asks for, and is asked for once',
  async ({ stage }) => {
    const places: [who: string, address: string, shown: string][] = [
      [clerk, '/matters?queue=office', '[data-matter-row]'],
      [supervisor, '/oversight', '.figures tbody tr'],
    ];
    for (const [who, address, shown] of places) await opens(await stage.arrive(who, '/p/'), address, shown);
    const page = await stage.arrive(clerk, '/matters?queue=office');
    const row = page.locator('[data-matter-row]').first();
    const id = await row.getAttribute('data-matter-row');
    await opens(page, `/matters/${id}`, '.matter-columns');

    async function opens(desk: Page, address: string, shown: string): Promise<void> {
      const asked: string[] = [];
      const note = (request: Request): void => {
        const { pathname, search } = new URL(request.url());
        if (pathname.startsWith('/api/')) asked.push(pathname + search);
      };
      desk.on('request', note);
      await desk.goto(address);
      await desk.locator(shown).first().waitFor();
      // Whatever was left over was fetched for nothing.
      await expect.poll(() => desk.evaluate<string[]>('[...(window.early ?? new Map()).keys()]')).toEqual([]);
      desk.off('request', note);
      expect(asked.length, address).toBeGreaterThan(2);
      expect(asked, address).toEqual([...new Set(asked)]);
    }
  },
);
