import { expect, it } from 'vitest';
import { bulkActions, bulkChoices } from './bulk.ts';
import { macroStepsAtMost, refusalOfMacro } from './macros.ts';

const of = (...actions: string[]) => refusalOfMacro(actions.map((action) => ({ action })));

it.each([
  ['accept', 'route'],
  ['log-step', 'answer'],
  ['accept-hand-over', 'log-step'],
  ['return-hand-over'],
  ['log-step', 'log-step', 'log-step'],
])('takes steps that some matter can go through: %s', (...actions) => {
  expect(of(...actions)).toBeNull();
});

it.each([
  [[], 'macro-empty', 0],
  [Array.from({ length: macroStepsAtMost + 1 }, () => 'log-step'), 'macro-too-long', 11],
  [['accept', 'decline'], 'macro-action', 2],
  [['nothing'], 'macro-action', 1],
  [['log-step', 'close', 'accept'], 'macro-never-fits', 3],
  [['answer', 'close'], 'macro-never-fits', 2],
] as const)('refuses %j: %s at step %i', (actions, refusal, step) => {
  expect(of(...actions)).toEqual({ refusal, step });
});

it('offers for many what the closed list holds, with how many it fits', () => {
  expect(bulkChoices([['accept', 'decline', 'log-step'], ['log-step', 'review-safety'], []])).toEqual([
    { action: 'accept', count: 1 },
    { action: 'log-step', count: 2 },
  ]);
  expect(bulkActions).not.toContain('decline');
});
