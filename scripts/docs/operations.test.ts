import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const top = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(top, path), 'utf8');
const all = (pattern: string): string[] => globSync(pattern, { cwd: top }).sort();

const texts = ['docs/operations.md', ...all('docs/operations/*.md')];
const deployed = readdirSync(join(top, 'deploy')).map((name) => `deploy/${name}`);
const isName = /\b(?:HEJIE|DATABASE)_[A-Z]+(?:_[A-Z]+)*\b/g;

function namesIn(paths: readonly string[], form: RegExp): string[] {
  return [...new Set(paths.flatMap((path) => read(path).match(form) ?? []))].sort();
}

describe('settings', () => {
  const readers = all('server/app/{config,*-config}.ts');
  const known = namesIn(readers, /(?<=')(?:(?:HEJIE|DATABASE)_[A-Z_]+|PORT)(?=')/g);

  it('stand in the table, each once, and no other', () => {
    const rows = read('docs/operations/settings.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const told = rows.flatMap((row) => row.split('|')[1]?.match(/(?<=`)[A-Z_]+(?=`)/g) ?? []);
    expect(known.length).toBeGreaterThan(20);
    expect(told.sort()).toEqual(known);
  });

  it('are spelt right wherever they are named', () => {
    const strangers = namesIn(['README.md', ...texts, ...deployed], isName).filter(
      (name) => !known.includes(name),
    );
    expect(strangers).toEqual([]);
  });
});

describe('what the pages name', () => {
  /** As GitHub makes them. */
  const anchorsOf = (path: string): string[] =>
    [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );

  it('is there: every link, and the heading it leads to', () => {
    const links = texts.flatMap((from) =>
      [...read(from).matchAll(/\]\(([^)#:]*)(?:#([^)]+))?\)/g)].map(([, path = '', anchor]) => {
        const to = path === '' ? from : relative(top, join(top, dirname(from), path));
        return { from, to, anchor };
      }),
    );
    expect(links.length).toBeGreaterThan(40);
    const dead = links.filter(
      ({ to, anchor }) => !existsSync(join(top, to)) || (anchor && !anchorsOf(to).includes(anchor)),
    );
    expect(dead).toEqual([]);
  });

  it('is there: every file; and everything in deploy/ is named', () => {
    const named = namesIn(texts, /\b(?:deploy|bench|scripts|server)\/[\w./-]*\w\.\w+/g);
    expect(named.filter((path) => !existsSync(join(top, path)))).toEqual([]);
    const words = texts.map(read).join('\n');
    expect(deployed.filter((path) => !words.includes(path.replace('deploy/', '')))).toEqual([]);
  });

  it('can be typed: every block of commands is one that the shell can read', () => {
    const blocks = texts.flatMap((path) => [...read(path).matchAll(/^```sh\n(.*?)^```/gms)]);
    expect(blocks.length).toBeGreaterThan(15);
    for (const [, commands = ''] of blocks)
      expect(() => execFileSync('bash', ['-n'], { input: commands, stdio: 'pipe' }), commands).not.toThrow();
  });
});
