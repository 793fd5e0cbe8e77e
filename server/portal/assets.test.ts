import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, 'assets');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));

/** What Chrome 70 and iOS 12 cannot read, by the name that the parser gives it. */
const tooNew = [
  'OptionalChainingExpression',
  'SpreadElement',
  'PrivateName',
  'ClassProperty',
  'BigIntLiteral',
  'AwaitExpression',
  'Import',
];

function kindsOf(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const one of node) kindsOf(one, found);
  else if (typeof node === 'object' && node !== null) {
    const { type, operator, param } = node as { type?: string; operator?: string; param?: unknown };
    if (type !== undefined) found.add(type);
    if (operator === '??' || operator === '??=' || operator === '||=' || operator === '&&=')
      found.add(operator);
    if (type === 'CatchClause' && param === null) found.add('CatchWithoutBinding');
    for (const value of Object.values(node)) kindsOf(value, found);
  }
  return found;
}

describe('what the browser gets', () => {
  it('is script that Chrome 70 and iOS 12 read', () => {
    expect(scripts.length).toBeGreaterThan(0);
    for (const name of scripts) {
      const kinds = kindsOf(parseSync(read(name), { syntax: 'ecmascript', target: 'es2022' }));
      for (const kind of [...tooNew, '??', '??=', '||=', '&&=', 'CatchWithoutBinding']) {
        expect(kinds.has(kind), `${name}: ${kind}`).toBe(false);
      }
      expect(read(name)).not.toMatch(
        /\.(at|replaceAll|flat|flatMap|matchAll|fromEntries|replaceChildren|allSettled)\(|globalThis|structuredClone/,
      );
    }
  });

  it('the check itself finds what it looks for', () => {
    for (const [source, kind] of [
      ['a?.b', 'OptionalChainingExpression'],
      ['a ?? b', '??'],
      ['try {} catch {}', 'CatchWithoutBinding'],
    ] as const) {
      expect(kindsOf(parseSync(source, { syntax: 'ecmascript', target: 'es2022' })).has(kind), source).toBe(
        true,
      );
    }
  });

  it('is style without what they lack', () => {
    const css = read('portal.css').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    expect(css).not.toMatch(
      /:has\(|:is\(|:where\(|:focus-visible|\binset\s*:|aspect-ratio|\bclamp\(|\bmin\(|\bmax\(/,
    );
    // In a flex box they know no gap; in a grid they know it by its first name.
    expect(css).not.toMatch(/[{;\s](gap|row-gap|column-gap)\s*:/);
    expect(css).not.toMatch(/url\(|@import/);
  });
});
