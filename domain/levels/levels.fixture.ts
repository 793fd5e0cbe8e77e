import { Temporal } from 'temporal-polyfill';
import type { LevelCondition, LevelFacts, LevelRow, LevelTable } from './levels.ts';
import { conditionRefusal } from './rule.ts';
import { largestNumberOf, levelFacts, levelOps, levels } from './vocabulary.ts';

/** A whole number from 0 to `max`: chance, as a property test hands it out. */
export type Draw = (max: number) => number;

const oneOf = <One>(draw: Draw, all: readonly One[]): One => all[draw(all.length - 1)] as One;
const several = <One>(draw: Draw, atMost: number, make: (draw: Draw) => One): One[] =>
  Array.from({ length: draw(atMost) }, () => make(draw));

const origin = Temporal.PlainDate.from('2026-09-01');
/** A day not far from the others, so that thresholds are met. */
export const makeDay = (draw: Draw): string => origin.add({ days: draw(90) }).toString();

/** A condition that a table may hold, with numbers that facts of a real matter reach. */
export function makeCondition(draw: Draw): LevelCondition {
  const fact = oneOf(draw, levelFacts);
  const op = oneOf(draw, levelOps);
  const number = draw(Math.min(largestNumberOf[fact], fact === 'share-used' ? 150 : 6));
  const condition = { fact, op, number };
  return conditionRefusal(condition, []) === undefined ? condition : { fact, op: '=', number };
}

/** One condition or more, each fact once. */
export function makeConditions(draw: Draw): LevelCondition[] {
  const drawn = [makeCondition(draw), ...several(draw, 2, makeCondition)];
  return drawn.filter(({ fact }, at) => drawn.findIndex((one) => one.fact === fact) === at);
}

const makeRow = (draw: Draw): LevelRow => ({ level: oneOf(draw, levels), when: makeConditions(draw) });
export const makeTable = (draw: Draw): LevelTable => ({ rows: several(draw, 8, makeRow) });

export function makeFacts(draw: Draw): LevelFacts {
  const isRunning = draw(3) > 0;
  const dueOn = makeDay(draw);
  return {
    dueFrom: isRunning ? makeDay(draw) : null,
    dueOn: isRunning ? dueOn : null,
    runningDue: isRunning ? [dueOn, ...several(draw, 4, makeDay)] : [],
    returns: draw(6),
    transfers: draw(6),
    reopenings: draw(6),
    parties: draw(6),
    isInDanger: draw(1) === 1,
  };
}
