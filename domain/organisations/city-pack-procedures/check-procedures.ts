import {
  type Procedure,
  type ProcedureOutcome,
  procedureEvents,
  procedureOutcomes,
  requirements,
  starters,
} from '#domain/roadmap/procedures/procedure.ts';
import { stepProcedureKeys } from '#domain/roadmap/procedures/step-procedures.ts';
import { inBoth, listOf, oneOf, someOf, yesOrNo } from '../city-pack-cells.ts';
import { isDate } from '../city-pack-city.ts';
import type { PackReader } from '../city-pack-table.ts';
import { checkClocks } from './check-clocks.ts';
import { checkRoadmap } from './check-roadmap.ts';
import { headsFile as file, type HeadRow, ownerOf, type ReadProcedure, versionOf } from './versions.ts';

const version = ['procedure', 'in_force_from'] as const;

/** The lawful procedures, in every version, with clocks and outcomes. A roadmap that leads nowhere is refused. */
export function checkProcedures(reader: PackReader, kinds: ReadonlyMap<string, unknown>): Procedure[] {
  const heads = reader.rows(file, version).map((row) => ({ row, procedure: headOf(row, [...kinds.keys()]) }));
  const outcomes = checkOutcomes(reader, heads);
  const withOutcomes = heads.map(({ row, procedure }) => ({
    row,
    procedure: { ...procedure, outcomes: outcomes.get(versionOf(procedure)) ?? [] },
  }));
  const clocks = checkClocks(reader, withOutcomes);
  const read = withOutcomes.map(({ row, procedure }) => ({
    row,
    procedure: { ...procedure, clocks: clocks.get(versionOf(procedure)) ?? [] },
  }));
  checkRoadmap(read);
  return read.map(({ procedure }) => procedure);
}

function headOf(row: HeadRow, kinds: readonly string[]): Procedure {
  const key = row.cell('procedure');
  const inForceFrom = row.cell('in_force_from');
  const isReserved = key === 'exit' || stepProcedureKeys.some((own) => own === key);
  if (!/^[a-z][a-z0-9-]*$/.test(key))
    row.fault(`a procedure's key has small letters and hyphens, not "${key}"`);
  else if (isReserved) row.fault(`the key "${key}" is the program's own`);
  if (!isDate(inForceFrom)) row.fault(`"in_force_from" is a day such as 2027-10-01, not "${inForceFrom}"`);
  const only = someOf(row, 'kinds', kinds);
  return {
    key,
    inForceFrom,
    title: inBoth(row, 'title', 'title_en'),
    what: inBoth(row, 'what', 'what_en'),
    body: inBoth(row, 'body', 'body_en'),
    heldBy: oneOf(row, 'held_by', ['office', 'outside']),
    isEntry: yesOrNo(row, 'entry'),
    isVoluntary: yesOrNo(row, 'voluntary'),
    startedBy: oneOf(row, 'started_by', starters),
    kinds: only.length === 0 ? null : only,
    excludedKinds: someOf(row, 'excluded_kinds', kinds),
    requires: someOf(row, 'requires', requirements),
    events: someOf(row, 'events', procedureEvents),
    clocks: [],
    outcomes: [],
    source: row.cell('source'),
    isVerified: yesOrNo(row, 'verified'),
  };
}

function checkOutcomes(reader: PackReader, heads: readonly ReadProcedure[]): Map<string, ProcedureOutcome[]> {
  const keys = [...new Set(heads.map(({ procedure }) => procedure.key))];
  const outcomes = new Map<string, ProcedureOutcome[]>();
  for (const row of reader.rows('procedures/outcomes.csv', [...version, 'outcome'])) {
    const owner = ownerOf(row, heads);
    const outcome = oneOf(row, 'outcome', procedureOutcomes);
    for (const key of listOf(row.cell('next'))) {
      if (key !== 'exit' && !keys.includes(key)) row.fault(`"next" names an unknown procedure "${key}"`);
    }
    if (owner === undefined) continue;
    const own = outcomes.get(versionOf(owner.procedure)) ?? [];
    own.push({ outcome, title: inBoth(row, 'title', 'title_en'), next: listOf(row.cell('next')) });
    outcomes.set(versionOf(owner.procedure), own);
  }
  return outcomes;
}
