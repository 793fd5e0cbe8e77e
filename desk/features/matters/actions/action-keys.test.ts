import { expect, it } from 'vitest';
import { transitions } from '#domain/matters/transitions.ts';
import { statuses } from '#domain/matters/vocabulary.ts';
import { actionKeys } from './action-keys.ts';

it.each(statuses)('in the status %s every letter means one action, and none moves in the list', (status) => {
  const offered = [
    ...new Set(transitions.filter(({ from }) => from.includes(status)).map(({ action }) => action)),
  ];
  const letters = offered.map((action) => actionKeys[action]);
  expect(new Set(letters).size).toBe(letters.length);
  expect(letters).not.toContain('j');
  expect(letters).not.toContain('k');
});
