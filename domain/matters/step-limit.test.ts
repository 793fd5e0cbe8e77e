import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOpened, type StepLimits, stepsEnded } from './step-limit.ts';
import { transitions } from './transitions.ts';
import { isOpen, type Status, type Step, steps } from './vocabulary.ts';

const limits = Object.fromEntries(
  steps.map((step) => [step, { count: step === 'handle' ? 30 : 2, unit: 'working-day' as const }]),
) as unknown as StepLimits;
const minimum = 5;

function walk(path: readonly Status[]): { running: Step[]; opened: Step[] } {
  let running: Step[] = [];
  const opened: Step[] = [];
  for (const [index, after] of path.entries()) {
    const before = path[index - 1];
    if (before === undefined) continue;
    const clock = clockOpened(before, after, running, limits, minimum);
    const ended = stepsEnded(before, after);
    running = running.filter((step) => !ended.includes(step));
    if (clock !== null) {
      running.push(clock.step);
      opened.push(clock.step);
    }
  }
  return { running, opened };
}

describe('the limit for handling', () => {
  const transferred = ['accepted', 'offered', 'handling', 'offered', 'handling'] as const;

  it('is not started anew by a transfer, its return or a decision', () => {
    for (const path of [
      transferred,
      ['accepted', 'offered', 'handling', 'offered', 'accepted', 'offered', 'handling'],
      ['accepted', 'offered', 'handling', 'offered', 'accepted', 'offered', 'disputed', 'handling'],
    ] as const) {
      const { running, opened } = walk(path);
      expect(running, path.join()).toEqual(['handle']);
      expect(opened.filter((step) => step === 'handle')).toHaveLength(1);
    }
  });

  it('runs beside the step of a hand-over, and ends with the outcome or the matter', () => {
    expect(walk(transferred.slice(0, 4)).running).toEqual(['handle', 'hand-over']);
    expect(walk([...transferred, 'resolved']).running).toEqual(['answer']);
    expect(walk([...transferred.slice(0, 4), 'closed']).running).toEqual([]);
  });

  it('is the minimum where a call-back found somebody dissatisfied', () => {
    expect(clockOpened('answered', 'handling', [], limits, minimum)).toEqual({
      step: 'handle',
      count: minimum,
      unit: 'working-day',
    });
  });

  it('runs once at a time, and on, through any history of statuses', () => {
    const next = (from: Status): Status[] =>
      transitions.flatMap((row) => (row.from.includes(from) && row.to !== 'unchanged' ? [row.to] : []));
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
        const path: Status[] = ['registered'];
        let hasBegun = false;
        for (const choice of choices) {
          const lawful = next(path.at(-1) as Status);
          if (lawful.length === 0) break;
          const to = lawful[choice % lawful.length] as Status;
          path.push(to);
          if (to === 'handling') hasBegun = true;
          if (to === 'resolved' || !isOpen(to)) hasBegun = false;
          const { running } = walk(path);
          expect(running.filter((step) => step === 'handle')).toHaveLength(hasBegun ? 1 : 0);
          expect(new Set(running).size).toBe(running.length);
        }
      }),
      { numRuns: 200, seed: 20260302 },
    );
  });
});
