import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { LevelCondition, LevelFacts, LevelRow, LevelTable } from './levels.ts';
import { conditionRefusal } from './rule.ts';
import { largestNumberOf, levelFacts, levelOps, levels } from './vocabulary.ts';

const origin = Temporal.PlainDate.from('2026-09-01');
/** A day not far from the others, so that thresholds are met. */
export const anyDay: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 90 })
  .map((days) => origin.add({ days }).toString());

/** A condition that a table may hold, with numbers that facts of a real matter reach. */
export const anyCondition: fc.Arbitrary<LevelCondition> = fc
  .constantFrom(...levelFacts)
  .chain((fact) =>
    fc.record({
      fact: fc.constant(fact),
      op: fc.constantFrom(...levelOps),
      number: fc.integer({ min: 0, max: Math.min(largestNumberOf[fact], fact === 'share-used' ? 150 : 6) }),
    }),
  )
  .filter((condition) => conditionRefusal(condition, []) === undefined);

const anyRow: fc.Arbitrary<LevelRow> = fc.record({
  level: fc.constantFrom(...levels),
  when: fc.uniqueArray(anyCondition, { minLength: 1, maxLength: 3, selector: ({ fact }) => fact }),
});
export const anyTable: fc.Arbitrary<LevelTable> = fc.record({ rows: fc.array(anyRow, { maxLength: 8 }) });

const few = fc.integer({ min: 0, max: 6 });
export const anyFacts: fc.Arbitrary<LevelFacts> = fc
  .record({
    isRunning: fc.boolean(),
    dueFrom: anyDay,
    dueOn: anyDay,
    others: fc.array(anyDay, { maxLength: 4 }),
    returns: few,
    transfers: few,
    reopenings: few,
    parties: few,
    isInDanger: fc.boolean(),
  })
  .map(({ isRunning, dueFrom, dueOn, others, ...rest }) => ({
    ...rest,
    dueFrom: isRunning ? dueFrom : null,
    dueOn: isRunning ? dueOn : null,
    runningDue: isRunning ? [dueOn, ...others] : [],
  }));
