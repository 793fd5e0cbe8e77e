import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KindWord, kindOrDefault, prepareWords, suggestKind, suggestOffice } from './suggest-kind.ts';

const list: KindWord[] = [
  { word: '房屋', kind: '03', weight: 3 },
  { word: '房屋租赁', kind: '04', weight: 4 },
  { word: '拖欠工资', kind: '10', weight: 5 },
  { word: '工资', kind: '10', weight: 4 },
  { word: '物业', kind: '15', weight: 4 },
  { word: '安全', kind: '06', weight: 1 },
  { word: '安全', kind: '15', weight: 2 },
  { word: 'KTV', kind: '09', weight: 3 },
];
const prepared = prepareWords(list);

describe('suggestKind', () => {
  test('says which words made it, where they stand and what they weigh', () => {
    expect(suggestKind('工地拖欠工资，工资三个月没发', prepared)).toEqual([
      {
        kind: '10',
        score: 9,
        words: [
          { word: '拖欠工资', weight: 5, at: [2] },
          { word: '工资', weight: 4, at: [7] },
        ],
      },
    ]);
  });

  test('a word inside a longer one does not count', () => {
    expect(suggestKind('房屋租赁', prepared).map(({ kind }) => kind)).toEqual(['04']);
  });

  test('a word counts three times at most', () => {
    expect(suggestKind('物业物业物业物业物业', prepared)[0]).toMatchObject({
      score: 12,
      words: [{ at: [0, 2, 4, 6, 8] }],
    });
  });

  test('a word may speak for two kinds; the better score comes first', () => {
    const found = suggestKind('物业安全', prepared);
    expect(found.map(({ kind, score }) => [kind, score])).toEqual([
      ['15', 6],
      ['06', 1],
    ]);
  });

  test('letters are found in any case and width', () => {
    expect(suggestKind('楼下ｋTv', prepared)[0]).toMatchObject({ kind: '09', words: [{ at: [2] }] });
  });

  test('gives three kinds at most, and none for a text without a known word', () => {
    expect(suggestKind('房屋，工资，物业，安全，KTV', prepared)).toHaveLength(3);
    expect(suggestKind('你好', prepared)).toEqual([]);
    expect(suggestKind('', prepared)).toEqual([]);
  });

  test('the score is the sum of what it shows, and every word stands where it says', () => {
    const pieces = fc.constantFrom(...list.map(({ word }) => word), '，', '我家', '😀');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (const { score, words } of suggestKind(text, prepared)) {
          expect(score).toBe(words.reduce((sum, { weight, at }) => sum + weight * Math.min(at.length, 3), 0));
          for (const { word, at } of words)
            for (const place of at) expect(text.startsWith(word, place)).toBe(true);
        }
      }),
    );
  });

  test('4,000 characters take less than 5 ms', () => {
    const text = '小区物业收费不合理，房屋漏水，拖欠工资。'.repeat(200).slice(0, 4000);
    suggestKind(text, prepared);
    const rounds = Array.from({ length: 5 }, () => {
      const before = performance.now();
      suggestKind(text, prepared);
      return performance.now() - before;
    });
    expect(Math.min(...rounds)).toBeLessThan(5);
  });
});

test('kindOrDefault takes only a suggestion that is reliable', () => {
  expect(kindOrDefault(suggestKind('拖欠工资', prepared), '99')).toBe('10');
  expect(kindOrDefault(suggestKind('房屋', prepared), '99')).toBe('99');
  expect(kindOrDefault([], '99')).toBe('99');
});

test('suggestOffice names the first competent department that sits at the centre', () => {
  const routing = new Map([['10', ['labour', 'justice']]]);
  expect(suggestOffice('10', routing)).toBe('labour');
  expect(suggestOffice('10', routing, (department) => department === 'justice')).toBe('justice');
  expect(suggestOffice('10', routing, () => false)).toBeUndefined();
  expect(suggestOffice('55', routing)).toBeUndefined();
});
