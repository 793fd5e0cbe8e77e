import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import ajvFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';

const top = join(import.meta.dirname, '../..');

type Pattern = { readonly file: string; readonly source: string; readonly flags: string };

/** Every regular expression of the program, as it is read: literals, and the patterns of schemas. */
function patternsOf(file: string): Pattern[] {
  const found: Pattern[] = [];
  const add = (source: string, flags: string): void => void found.push({ file, source, flags });
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, pattern, flags, key, value } = node as Record<string, unknown>;
    if (type === 'RegExpLiteral') add(String(pattern), String(flags));
    const name = (key as { value?: unknown } | undefined)?.value;
    const text = (value as { type?: unknown; value?: unknown } | undefined) ?? {};
    if (type === 'KeyValueProperty' && name === 'pattern' && text.type === 'StringLiteral')
      add(String(text.value), 'u');
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(parseSync(readFileSync(join(top, file), 'utf8'), { syntax: 'typescript', tsx: file.endsWith('x') }));
  return found;
}

const files = globSync('{domain,contract,server}/**/*.ts', { cwd: top }).filter(
  (file) => !/\.(test|fixture)\.ts$|^server\/(testing|demo|proof|silence)\//.test(file.replaceAll('\\', '/')),
);
const patterns = new Map<string, Pattern>();
for (const file of files)
  for (const pattern of patternsOf(file)) patterns.set(`/${pattern.source}/${pattern.flags}`, pattern);

/** Patterns of the formats that schemas name: they come from a package. */
const formats = ajvFormats.default.get;
for (const name of ['date', 'time', 'date-time', 'email', 'uuid', 'uri'] as const) {
  const format = formats(name, 'full');
  if (format instanceof RegExp)
    patterns.set(String(format), { file: `format ${name}`, source: format.source, flags: format.flags });
}

/** What makes a pattern that tries too much try it: a long run of one thing that it takes, and then one that it does not. */
const runs = [
  ...[
    'a',
    'A',
    '0',
    '9',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '-',
    '_',
    '.',
    ',',
    ':',
    '/',
    '\\',
    '"',
    "'",
    '=',
    '@',
    '%',
    '{',
  ],
  ...['}', '(', '<', '[', '|', '*', '中', '、', 'a ', 'a.', 'a-', '%2', 'a@', '\u0000'],
];
const tails = ['', '!', '\u0000'];

const most = { characters: 20_000, ms: 50 };

/** The first evil text that takes too long. A machine may be busy: it counts if it takes as long three times. */
function slowTextFor({ source, flags }: Pattern): string | undefined {
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
  const timeOf = (text: string): number => {
    const begun = performance.now();
    pattern.test(text);
    return performance.now() - begun;
  };
  // What takes long at 25 characters would take for ever at a thousand.
  for (const length of [25, 40, 1000, most.characters]) {
    for (const head of ['', ...beginnings(source)]) {
      for (const run of runs) {
        const middle = head + run.repeat(Math.ceil(length / run.length));
        for (const tail of tails) {
          const text = middle + tail;
          let ms = timeOf(text);
          for (let again = 0; again < 2 && ms > most.ms; again += 1) ms = Math.min(ms, timeOf(text));
          if (ms > most.ms)
            return `${Math.round(ms)} ms for ${JSON.stringify(`${head}${run}… ${length} …${tail}`)}`;
        }
      }
    }
  }
  return undefined;
}

/** Plain characters with which the pattern begins, so that a run comes as far as the part that repeats. */
function beginnings(source: string): string[] {
  const [, plain = ''] = /^\^?((?:[A-Za-z0-9 :=@"/<-]|\\[./-])+)/.exec(source) ?? [];
  const text = plain.replaceAll('\\', '');
  return text === '' ? [] : [text, text.slice(0, -1)];
}

describe('a text that was written against it', () => {
  it('finds patterns to try', () => {
    expect(patterns.size).toBeGreaterThan(150);
  });

  it.each([...patterns])('%s', { timeout: 60_000 }, (_name, pattern) => {
    expect(slowTextFor(pattern)).toBeUndefined();
  });
});

it.each(['^(a+)+$', '^(a|a)+$', '\\s+$', '^a*a*$', '^(\\w+\\s?)*$'])(
  'would tell that /%s/ is slow',
  (source) => {
    expect(slowTextFor({ file: 'x', source, flags: '' })).toBeDefined();
  },
  60_000,
);
