import { type ExportContents, isPersonal } from './vocabulary.ts';

/**
 * From how many rows on one person alone may not take a list away. A day's work of an office is some two hundred matters:
 * whoever needs more is not working on them one by one. With what people said, or who they are, fifty: as much as somebody
 * may be telephoning in a week.
 */
export const rowsOfOnePerson = { facts: 200, personal: 50 } as const;

/** Rows that one person took within this time count together: ten small files are a large one. */
export const countedTogetherInHours = 24;

/** No file of a list holds more: a whole city's history is a matter for the administrator's backup, not for a desk. */
export const rowsOfAnyExport = 100_000;

/** How many one person may have waiting or being made. */
export const underWayAtMost = 5;

/** A queue moves while somebody decides: so much more than was counted may be in the file that was approved. */
const growthInHundredths = 10;

export type ExportSize = {
  readonly contents: ExportContents;
  readonly rows: number;
  /** What the asker took in the last 24 hours without a second person, of the same sort: personal, or all of it. */
  readonly rowsBefore: number;
};

/** How many rows somebody may still take alone today. */
export function rowsAlone({ contents, rowsBefore }: Omit<ExportSize, 'rows'>): number {
  const most = isPersonal(contents) ? rowsOfOnePerson.personal : rowsOfOnePerson.facts;
  return Math.max(0, most - rowsBefore);
}

/** Whether a second person must agree. One matter's file is nobody's list: whoever takes part may have it. */
export function isLarge(size: ExportSize): boolean {
  return size.contents !== 'file' && size.rows > rowsAlone(size);
}

/** How many rows the file may hold in the end; a list that has grown past it must be asked for anew. */
export function rowsAtMost(size: ExportSize): number {
  if (!isLarge(size)) return size.contents === 'file' ? size.rows : rowsAlone(size);
  const grown = Math.ceil((size.rows * (100 + growthInHundredths)) / 100);
  return Math.min(rowsOfAnyExport, grown);
}
