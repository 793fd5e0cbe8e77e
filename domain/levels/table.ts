import type { LevelRow, LevelTable } from './levels.ts';
import { conditionRefusal, ruleText } from './rule.ts';
import type { LevelRefusal } from './vocabulary.ts';

/** What is wrong with a table, and where: the whole, a row, or one of its conditions. */
export type TableFault = {
  readonly row: number | null;
  readonly condition: number | null;
  readonly code: LevelRefusal;
};

/** More than anybody can keep in mind. */
export const mostRows = 40;

/** All that is wrong with a table. A danger to somebody alone has to give red at once. */
export function tableFaults({ rows }: LevelTable): TableFault[] {
  const faults: TableFault[] = [];
  if (rows.length > mostRows) faults.push({ row: null, condition: null, code: 'too-many-rows' });
  const seen = new Set<string>();
  for (const [row, one] of rows.entries()) {
    const { when } = one;
    if (when.length === 0) faults.push({ row, condition: null, code: 'no-condition' });
    for (const [condition, each] of when.entries()) {
      const code = conditionRefusal(each, when.slice(0, condition));
      if (code) faults.push({ row, condition, code });
    }
    const text = textOf(one);
    if (seen.has(text)) faults.push({ row, condition: null, code: 'row-twice' });
    seen.add(text);
  }
  if (!rows.some(makesDangerRed)) faults.push({ row: null, condition: null, code: 'danger-is-not-red' });
  return faults;
}

function makesDangerRed({ level, when }: LevelRow): boolean {
  const [only, ...others] = when;
  if (level !== 'red' || !only || others.length > 0 || only.fact !== 'danger') return false;
  return only.op === '>' ? only.number === 0 : only.number === 1;
}

/** A table in one line a row, as a pack would say it: equal texts are the same table. */
export function tableText({ rows }: LevelTable): string {
  return rows.map(textOf).join('\n');
}

/** Whether two tables say the same in the same order. */
export function isSameTable(one: LevelTable, other: LevelTable): boolean {
  return tableText(one) === tableText(other);
}

/** The rows of one table that the other does not have. */
export function rowsOnlyIn(one: LevelTable, other: LevelTable): LevelRow[] {
  const known = new Set(other.rows.map(textOf));
  return one.rows.filter((row) => !known.has(textOf(row)));
}

function textOf({ level, when }: LevelRow): string {
  return `${level} ${ruleText(when)}`;
}
