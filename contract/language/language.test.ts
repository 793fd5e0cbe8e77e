import { describe, expect, it } from 'vitest';
import * as en from './en.ts';
import { chooseLanguage, fill } from './language.ts';
import * as zh from './zh.ts';

const namesIn = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').sort();

describe('the two language packs', () => {
  it('hold the same topics, keys and parameters, and no empty word', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const [topic, chinese] of Object.entries(zh)) {
      const english = Object.fromEntries(Object.entries(en))[topic] as Record<string, string>;
      expect(Object.keys(english).sort(), topic).toEqual(Object.keys(chinese).sort());
      for (const [key, sentence] of Object.entries(chinese)) {
        expect(sentence.trim(), `${topic}.${key}`).not.toBe('');
        expect(english[key]?.trim(), `${topic}.${key}`).not.toBe('');
        expect(namesIn(english[key] ?? ''), `${topic}.${key}`).toEqual(namesIn(sentence));
      }
    }
  });
});

describe('choosing a language', () => {
  it.each([
    ['en', 'zh-CN', 'en'],
    [undefined, 'en-GB,en;q=0.9', 'en'],
    [undefined, 'fr, zh-CN;q=0.8, en', 'zh'],
    ['xx', undefined, 'zh'],
    [undefined, '*', 'zh'],
  ] as const)('chosen %s, wished %s: %s', (chosen, wished, language) => {
    expect(chooseLanguage(chosen, wished)).toBe(language);
  });
});

it.each([
  ['还有 {count} 个工作日', { count: 3 }, '还有 3 个工作日'],
  ['{count} working {count|day|days} left', { count: 1 }, '1 working day left'],
  ['{count} working {count|day|days} left', { count: 0 }, '0 working days left'],
  ['{code} registered', { code: '$&' }, '$& registered'],
  ['{a} of {b}', { a: 1 }, '1 of {b}'],
] as const)('fills %s', (sentence, parameters, filled) => {
  expect(fill(sentence, parameters)).toBe(filled);
});
