import { expect, it } from 'vitest';
import { checkJsonShape } from './json-shape.ts';

const bounds = { deepest: 3, valuesAtMost: 10 };
const shapeOf = (text: string) => checkJsonShape(Buffer.from(text), bounds);

it.each([
  ['{"a":[{"b":1}]}', null],
  ['{"a":[{"b":[1]}]}', 'too-deep'],
  ['[[[]],[[]],[]]', null],
  ['"[[[[[[{{{{,,,,,,,,,,,,"', null],
  ['{"a\\"[[[[[[":1}', null],
  ['["\\\\",[[[1]]]]', 'too-deep'],
  ['[1,2,3,4,5,6,7,8]', null],
  ['[1,2,3,4,5,6,7,8,9,10,11]', 'too-big'],
  ['not json [[[[', 'too-deep'],
  ['', null],
])('%s', (text, shape) => {
  expect(shapeOf(text)).toBe(shape);
});

it('turns away a megabyte of brackets, or of values, at once', () => {
  const usual = { deepest: 20, valuesAtMost: 20_000 };
  const deep = Buffer.from('['.repeat(1024 * 1024));
  const wide = Buffer.from(`[${'{},'.repeat(300_000)}1]`);
  const start = performance.now();
  for (let times = 0; times < 20; times += 1) {
    expect(checkJsonShape(deep, usual)).toBe('too-deep');
    expect(checkJsonShape(wide, usual)).toBe('too-big');
  }
  expect((performance.now() - start) / 40).toBeLessThan(20);
});
