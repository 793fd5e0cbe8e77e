import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeConditions } from './levels.fixture.ts';
import { parseRule, ruleText } from './rule.ts';

test('reads one condition, and several', () => {
  expect(parseRule('share-used >= 80')).toEqual({
    ok: true,
    when: [{ fact: 'share-used', op: '>=', number: 80 }],
  });
  expect(parseRule('  returns>1 and  danger = 0')).toEqual({
    ok: true,
    when: [
      { fact: 'returns', op: '>', number: 1 },
      { fact: 'danger', op: '=', number: 0 },
    ],
  });
});

test.each([
  ['', 'fact-expected', 0],
  ['80', 'fact-expected', 0],
  ['and', 'unknown-fact', 0],
  ['returns', 'operator-expected', 7],
  ['returns < 3', 'operator-expected', 8],
  ['returns == 3', 'operator-expected', 8],
  ['returns >=', 'number-expected', 10],
  ['returns >= many', 'number-expected', 11],
  ['returns >= -1', 'number-expected', 11],
  ['returns >= 2 or danger = 1', 'and-expected', 13],
  ['returns >= 2.5', 'and-expected', 12],
  ['returns >= 2 and', 'fact-expected', 16],
  ['returns >= 101', 'number-out-of-range', 0],
  ['parties >= 30 and returns >= 0', 'always-holds', 18],
  ['danger > 1', 'never-holds', 0],
  ['returns >= 1 and returns = 2', 'fact-twice', 17],
])('refuses "%s"', (text, code, at) => {
  expect(parseRule(text)).toEqual({ ok: false, code, at });
});

test.each([
  'past-complaints >= 3',
  'complaints >= 1',
  'age >= 60',
  'petitioner = 1',
  'ethnicity = 1',
  'repeat-petitioner = 1',
  'score >= 5',
  '前科 = 1',
])('knows no fact about a person: "%s"', (text) => {
  expect(parseRule(text)).toEqual({ ok: false, code: 'unknown-fact', at: 0 });
});

test('what it writes it reads back', () => {
  fc.assert(
    fc.property(fc.gen(), (next) => {
      const when = makeConditions((max) => next(fc.nat, { max }));
      expect(parseRule(ruleText(when))).toEqual({ ok: true, when });
    }),
  );
});
