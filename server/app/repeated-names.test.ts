import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasRepeatedNames } from './repeated-names.ts';

const of = (text: string): boolean => hasRepeatedNames(text, JSON.parse(text));

it.each([
  '{"a":1,"a":2}',
  '{"a":1,"b":{"c":[{"d":1 ,\n"d" : 2}]}}',
  '{"a":1,"\\u0061":2}',
  '{"\\"":1,"\\"":2}',
  '{"\\\\":1,"\\\\":2}',
  '{"":1,"":2}',
])('%s says a name twice', (text) => expect(of(text)).toBe(true));

it.each([
  '{}',
  '[]',
  '"a"',
  '1',
  '{"a":{"a":{"a":1}}}',
  '[{"a":1},{"a":2}]',
  '{"a":"b: c","d":"\\"e\\": 1"}',
  '{"a":"\\\\","b":"\\\\\\""}',
  '["a","a"]',
])('%s does not', (text) => expect(of(text)).toBe(false));

it('finds nothing in whatever was written by JSON.stringify', () => {
  fc.assert(fc.property(fc.json(), (text) => !of(JSON.stringify(JSON.parse(text)))));
});
