import { limitUnits } from '#domain/roadmap/counting.ts';
import {
  type Extension,
  earlierEvents,
  extensionApprovers,
  type PauseGround,
  type Procedure,
  type ProcedureClock,
} from '#domain/roadmap/procedures/procedure.ts';
import { countIn, inBoth, oneOf, someOf, yesOrNo } from '../city-pack-cells.ts';
import type { CheckedRow, PackReader, packColumns } from '../city-pack-table.ts';
import { ownerOf, type ReadProcedure, versionOf } from './versions.ts';

const file = 'procedures/clocks.csv';
const longestInDays = 366;
const longestInMonths = 36;
const mostTimes = 9;

type ClockRow = CheckedRow<(typeof packColumns)[typeof file][number]>;

/** The clocks of each version of a procedure, with the grounds on which they may stand. */
export function checkClocks(
  reader: PackReader,
  read: readonly ReadProcedure[],
): Map<string, ProcedureClock[]> {
  const grounds = checkPauses(reader);
  const clocks = new Map<string, ProcedureClock[]>();
  for (const row of reader.rows(file, ['procedure', 'in_force_from', 'clock'])) {
    const owner = ownerOf(row, read);
    if (owner === undefined) continue;
    const version = versionOf(owner.procedure);
    const own = clocks.get(version) ?? [];
    const pauses = grounds.filter((one) => one.clock === `${version} ${row.cell('clock')}`);
    own.push(
      clockOf(
        row,
        owner.procedure,
        pauses.map(({ ground }) => ground),
      ),
    );
    clocks.set(version, own);
  }
  const named = new Set([...clocks].flatMap(([version, own]) => own.map(({ key }) => `${version} ${key}`)));
  for (const { clock, fault } of grounds) {
    if (!named.has(clock)) fault(`no such clock stands in ${file}`);
  }
  return clocks;
}

function clockOf(row: ClockRow, procedure: Procedure, pauses: readonly PauseGround[]): ProcedureClock {
  const key = row.cell('clock');
  if (!/^[a-z][a-z0-9-]*$/.test(key)) row.fault(`a clock's key has small letters and hyphens, not "${key}"`);
  const own = [...procedure.events, ...procedure.outcomes.map(({ outcome }) => outcome)];
  return {
    key,
    title: inBoth(row, 'title', 'title_en'),
    starts: startOf(row, procedure, own),
    ends: someOf(row, 'ends', own),
    limit: limitIn(row, 'limit', 'unit'),
    counting: {
      firstDay: oneOf(row, 'first_day', ['not-counted', 'counted']),
      lastDayOnHoliday: oneOf(row, 'last_day', ['next-working-day', 'stays']),
    },
    isMain: yesOrNo(row, 'main'),
    owedBy: oneOf(row, 'owed_by', ['office', 'outside', 'party']),
    extension: extensionOf(row),
    pauses,
    expiry: inBoth(row, 'expiry', 'expiry_en'),
    source: row.cell('source'),
    isVerified: yesOrNo(row, 'verified'),
  };
}

/** A clock that starts with something its procedure never has would never run. */
function startOf(row: ClockRow, { key }: Procedure, own: readonly string[]): string {
  const starts = row.cell('starts');
  if (starts !== '' && ![...own, ...earlierEvents].includes(starts)) {
    row.fault(`"${key}" never has "${starts}", with which this clock starts; it has ${own.join(', ')}`);
  }
  return starts;
}

function limitIn(row: ClockRow, count: 'limit' | 'extend_most', unit: 'unit' | 'extend_unit') {
  const chosen = oneOf(row, unit, limitUnits);
  return { count: countIn(row, count, chosen === 'month' ? longestInMonths : longestInDays), unit: chosen };
}

const ofExtension = [
  'extend_most',
  'extend_unit',
  'extend_times',
  'extend_by_law',
  'extend_approver',
] as const;

/** The columns of an extension are filled in together or not at all. */
function extensionOf(row: ClockRow): Extension | null {
  const empty = ofExtension.filter((column) => row.cell(column) === '');
  if (empty.length === ofExtension.length) return null;
  for (const column of empty) row.fault(`an extension needs "${column}"`);
  if (empty.length > 0) return null;
  return {
    most: limitIn(row, 'extend_most', 'extend_unit'),
    isMostByLaw: yesOrNo(row, 'extend_by_law'),
    times: countIn(row, 'extend_times', mostTimes),
    approvedBy: oneOf(row, 'extend_approver', extensionApprovers),
  };
}

type ReadGround = {
  readonly clock: string;
  readonly ground: PauseGround;
  readonly fault: (reason: string) => void;
};

function checkPauses(reader: PackReader): ReadGround[] {
  return reader
    .rows('procedures/pauses.csv', ['procedure', 'in_force_from', 'clock', 'ground'])
    .map((row) => ({
      clock: `${row.cell('procedure')} ${row.cell('in_force_from')} ${row.cell('clock')}`,
      fault: row.fault,
      ground: {
        ground: row.cell('ground'),
        title: inBoth(row, 'title', 'title_en'),
        mostDays: countIn(row, 'most_days', longestInDays),
        source: row.cell('source'),
      },
    }));
}
