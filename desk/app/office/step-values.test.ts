import { expect, it } from 'vitest';
import { macroActions } from '#domain/matters/macros.ts';
import { blankStep, stepOf, valuesOf } from './step-values.ts';

const typed = { ...blankStep, text: ' 已联系。 ', unitId: 'u', userId: 'p' };

it.each(macroActions)('%s comes back from what was kept as it was typed', (action) => {
  const step = stepOf(action, typed);
  expect(step).toBeDefined();
  expect(stepOf(action, valuesOf(step?.body ?? {}))).toEqual(step);
});

it.each([
  ['route', { unitId: '' }],
  ['assign', { userId: '' }],
  ['log-step', { text: ' ' }],
  ['answer', { text: '' }],
  ['return-hand-over', { text: '' }],
] as const)('%s waits for what it needs', (action, missing) => {
  expect(stepOf(action, { ...typed, ...missing })).toBeUndefined();
});

it('sends no empty note', () => {
  expect(stepOf('accept', { ...typed, text: '  ' })).toEqual({ action: 'accept', body: {} });
});
