import { describe, expect, it } from 'vitest';
import * as en from './en.ts';
import * as zh from './zh.ts';

type Topics = Record<string, Record<string, string>>;

describe('the words of the portal', () => {
  it('stand in both languages, under the same topics and keys, none empty', () => {
    const keys = (topics: Topics) =>
      Object.entries(topics).map(([topic, words]) => [topic, Object.keys(words).sort()]);
    expect(keys(en as unknown as Topics)).toEqual(keys(zh as unknown as Topics));
    for (const topics of [zh, en] as unknown as Topics[]) {
      for (const words of Object.values(topics)) {
        for (const [key, sentence] of Object.entries(words)) expect(sentence.trim(), key).not.toBe('');
      }
    }
  });

  it('fill in the same places', () => {
    const places = (sentence: string) =>
      [...new Set([...sentence.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();
    for (const [topic, words] of Object.entries(zh as unknown as Topics)) {
      for (const [key, sentence] of Object.entries(words)) {
        const english = (en as unknown as Topics)[topic]?.[key] ?? '';
        expect(places(english), `${topic}.${key}`).toEqual(places(sentence));
      }
    }
  });
});
