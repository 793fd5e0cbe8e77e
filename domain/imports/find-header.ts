import { yearToldBy } from './chinese-number.ts';
import { cleanHeading } from './clean-cell.ts';
import { fieldOfHeading } from './known-headings.ts';

/** How far down a header is looked for; above it stand titles, who filled it in, the unit of figures. */
export const rowsAboveAtMost = 20;

export type Header = {
  /** Which of the rows that were looked at is its first, and on how many rows it stands. */
  readonly at: number;
  readonly depth: 1 | 2;
  /** One for each column, none twice; empty where a column has no heading. */
  readonly headings: readonly string[];
  /** What stands above it. */
  readonly title: string;
  readonly year: number | null;
};

/**
 * Finds the header among the first rows of a sheet: the row with most headings that are known, by the map's names or by
 * what ledgers usually call them; where none is known, the first row that is about as wide as the table. Cells that are
 * merged hold their words in the first of them only, so a row beneath that fills the gaps is the header's second.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  { named = [], sheet = '' }: { readonly named?: readonly string[]; readonly sheet?: string },
): Header | null {
  const looked = rows.slice(0, rowsAboveAtMost + 2).map((row) => row.map(cleanHeading));
  const wanted = new Set(named.map(cleanHeading));
  const candidates = looked.slice(0, rowsAboveAtMost).map((_row, at) => headerAt(looked, at));
  const points = candidates.map(({ headings }) => ({
    named: headings.filter((heading) => wanted.has(heading)).length,
    known: fieldsKnownIn(headings),
  }));
  const at =
    best(
      points.map((one) => one.named),
      1,
    ) ??
    best(
      points.map((one) => one.known),
      2,
    ) ??
    firstWide(looked);
  const found = at === undefined ? undefined : candidates[at];
  if (at === undefined || found === undefined) return null;
  const title = looked
    .slice(0, at)
    .flat()
    .filter((cell) => cell !== '')
    .join(' ');
  return { at, ...found, title, year: yearToldBy(title) ?? yearToldBy(sheet) };
}

/** Of how many fields it is known which of these headings mean them. */
export function fieldsKnownIn(headings: readonly string[]): number {
  return new Set(headings.map((heading) => (heading === '' ? null : fieldOfHeading(heading))).filter(Boolean))
    .size;
}

function best(points: readonly number[], least: number): number | undefined {
  const most = Math.max(0, ...points);
  return most < least ? undefined : points.indexOf(most);
}

const filled = (row: readonly string[] | undefined): number =>
  (row ?? []).filter((cell) => cell !== '').length;

function firstWide(rows: readonly (readonly string[])[]): number | undefined {
  const widest = Math.max(0, ...rows.map(filled));
  const at = rows.findIndex((row) => filled(row) > 0 && filled(row) * 2 > widest);
  return at < 0 ? undefined : at;
}

function headerAt(rows: readonly (readonly string[])[], at: number): Pick<Header, 'depth' | 'headings'> {
  const upper = rows[at] ?? [];
  const lower = rows[at + 1] ?? [];
  if (!isSecondRow(upper, lower)) return { depth: 1, headings: apart(upper) };
  let parent = '';
  const headings = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [above = '', below = ''] = [upper[column], lower[column]];
    if (above !== '') parent = above;
    if (below === '') return above;
    return parent === '' ? below : `${parent}·${below}`;
  });
  return { depth: 2, headings: apart(headings) };
}

/** It fills gaps that the row above left, only beneath what is merged across, and with words such as headings are. */
function isSecondRow(upper: readonly string[], lower: readonly string[]): boolean {
  if (filled(upper) < 2) return false;
  const below = lower.flatMap((cell, column) => (cell === '' ? [] : [{ cell, column }]));
  const gapAt = (column: number): boolean => (upper[column] ?? '') === '';
  return (
    below.some(({ column }) => gapAt(column)) &&
    below.every(
      ({ cell, column }) =>
        cell.length <= 12 && !/[0-9。，]/.test(cell) && (gapAt(column) || gapAt(column + 1)),
    )
  );
}

/** A second column of one name gets a number, so that each can be pointed at. */
function apart(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const times = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, times);
    return heading === '' || times === 1 ? heading : `${heading} (${times})`;
  });
}
