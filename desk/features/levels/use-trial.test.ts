import { expect, test } from 'vitest';
import type { TryLevelsAnswer } from '#contract/levels/level-rules.ts';
import { added, untried } from './use-trial.ts';

const counts = (blue: number, red: number) => ({ none: 0, blue, yellow: 0, orange: 0, red });
const part = (done: number, blue: number, red: number, code: string): TryLevelsAnswer => ({
  since: '2026-08-28',
  done,
  total: 300,
  cursor: 'next',
  inForce: counts(blue, red),
  draft: counts(red, blue),
  changed: 2,
  changes: [{ code, office: '青山区综治中心', isOpen: true, from: 'blue', to: 'red' }],
});

test('a trial is the sum of its parts; how far it is, the last of them says', () => {
  const sum = added(added(untried, part(200, 5, 1, 'A')), part(300, 2, 3, 'B'));
  expect(sum).toMatchObject({
    done: 300,
    total: 300,
    changed: 4,
    inForce: counts(7, 4),
    draft: counts(4, 7),
  });
  expect(sum.changes.map(({ code }) => code)).toEqual(['A', 'B']);
});
