import type { InTwoLanguages } from '#domain/roadmap/procedures/procedure.ts';

/** What these readers need of a row, whatever its file. */
export type CellRow<Column extends string> = {
  readonly cell: (column: Column) => string;
  readonly fault: (reason: string) => void;
};

/** The items of a list inside a cell. */
export function listOf(cell: string): string[] {
  return cell
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** The one word of a vocabulary that the cell holds; the first of them, and a fault, where it holds no such word. */
export function oneOf<Column extends string, Word extends string>(
  row: CellRow<Column>,
  column: Column,
  vocabulary: readonly [Word, ...Word[]],
): Word {
  const found = vocabulary.find((word) => word === row.cell(column));
  if (found === undefined && row.cell(column) !== '')
    row.fault(unknown(column, row.cell(column), vocabulary));
  return found ?? vocabulary[0];
}

/** The words of a vocabulary that the cell lists, each once. */
export function someOf<Column extends string, Word extends string>(
  row: CellRow<Column>,
  column: Column,
  vocabulary: readonly Word[],
): Word[] {
  const found: Word[] = [];
  for (const item of listOf(row.cell(column))) {
    const word = vocabulary.find((known) => known === item);
    if (word === undefined) row.fault(unknown(column, item, vocabulary));
    else if (found.includes(word)) row.fault(`"${column}" names "${item}" twice`);
    else found.push(word);
  }
  return found;
}

export function yesOrNo<Column extends string>(row: CellRow<Column>, column: Column): boolean {
  return oneOf(row, column, ['no', 'yes']) === 'yes';
}

/** A whole number from 1 to the most. */
export function countIn<Column extends string>(row: CellRow<Column>, column: Column, most: number): number {
  const text = row.cell(column);
  const count = Number(text);
  if (/^[0-9]{1,4}$/.test(text) && count >= 1 && count <= most) return count;
  row.fault(`"${column}" is a whole number from 1 to ${most}, not "${text}"`);
  return 1;
}

/** A text that stands in both languages, in the columns `title` and `title_en` or their like. */
export function inBoth<Column extends string>(row: CellRow<Column>, zh: Column, en: Column): InTwoLanguages {
  return { zh: row.cell(zh), en: row.cell(en) };
}

function unknown(column: string, item: string, vocabulary: readonly string[]): string {
  return `unknown ${column} "${item}"; known are ${vocabulary.join(', ')}`;
}
