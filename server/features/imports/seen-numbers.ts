import { hash } from 'node:crypto';

export type SeenNumbers = {
  /** Where a number stood before, and whether the row said the same; nothing where it is new. */
  note(
    number: string,
    row: number,
    cells: readonly string[],
  ): { readonly row: number; readonly isSame: boolean } | undefined;
};

/**
 * Remembers the numbers of a ledger, because of two rows with one number only one can be right. It keeps copies: a number
 * cut from the text of the file, however short, would keep that piece of the file in memory.
 */
export function createSeenNumbers(): SeenNumbers {
  const seen = new Map<string, { readonly row: number; readonly digest: string }>();
  return {
    note(number, row, cells) {
      const digest = digestOf(cells.join('\u0000'));
      const known = seen.get(number);
      if (known !== undefined) return { row: known.row, isSame: known.digest === digest };
      seen.set(Buffer.from(number).toString(), { row, digest });
      return undefined;
    },
  };
}

/** Half of it is enough to tell two rows apart. */
const digestOf = (text: string): string => hash('sha256', text, 'buffer').toString('latin1', 0, 16);
