import { Temporal } from 'temporal-polyfill';
import { proceduresInForce } from '#domain/roadmap/procedures/in-force.ts';
import { exit, type Procedure } from '#domain/roadmap/procedures/procedure.ts';
import { isDate } from '../city-pack-city.ts';
import type { ReadProcedure } from './versions.ts';

/** Whether the procedures make a roadmap: each can be reached, each leads out, each has one limit that is meant. */
export function checkRoadmap(read: readonly ReadProcedure[]): void {
  const days = [...new Set(read.map(({ procedure }) => procedure.inForceFrom))].filter(isDate).sort();
  const all = read.map(({ procedure }) => procedure);
  const roadmaps = days.map((day) => proceduresInForce(all, Temporal.PlainDate.from(day)));
  const reached = keysReached(roadmaps.at(-1) ?? []);
  const stuck = new Set(roadmaps.flatMap(leadingNowhere));
  for (const { row, procedure } of read) {
    const { key, clocks, outcomes, isVoluntary } = procedure;
    const mains = clocks.filter(({ isMain }) => isMain);
    if (mains.length !== 1) row.fault(`"${key}" needs one main clock, not ${mains.length}`);
    if (mains.some(({ owedBy }) => owedBy === 'party'))
      row.fault(`the main clock of "${key}" is a window of the parties, by which nobody owes anything`);
    if (!reached.has(key))
      row.fault(
        `"${key}" cannot be reached: it is no entry, and nothing that can be reached names it as next`,
      );
    if (outcomes.length === 0) row.fault(`"${key}" has no outcome`);
    else if (stuck.has(procedure)) row.fault(`no outcome of "${key}" ever leads to "${exit}"`);
    // 人民调解法 17: a party's refusal ends it, so there is an outcome that says so.
    if (isVoluntary && outcomes.length > 0 && !outcomes.some(({ outcome }) => outcome === 'refused'))
      row.fault(`"${key}" is voluntary, but has no outcome "refused"`);
  }
}

const nextOf = ({ outcomes }: Procedure): string[] => outcomes.flatMap(({ next }) => next);

/** Keys of the procedures that one can come to from an entry. */
function keysReached(procedures: readonly Procedure[]): Set<string> {
  const reached = new Set(procedures.filter(({ isEntry }) => isEntry).map(({ key }) => key));
  // A set grows while it is walked, and the walk goes on to what was added.
  for (const key of reached) {
    for (const next of procedures.filter((one) => one.key === key).flatMap(nextOf)) reached.add(next);
  }
  return reached;
}

/** The procedures from which no path of outcomes leads to the exit: whoever enters goes round and round. */
function leadingNowhere(procedures: readonly Procedure[]): Procedure[] {
  const leadingOut = new Set<string>([exit]);
  for (let before = 0; before < leadingOut.size; ) {
    before = leadingOut.size;
    for (const one of procedures) {
      if (nextOf(one).some((key) => leadingOut.has(key))) leadingOut.add(one.key);
    }
  }
  return procedures.filter(({ key }) => !leadingOut.has(key));
}
