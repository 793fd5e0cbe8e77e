import { guardCell } from './guard-cell.ts';

/** Tells Excel that the file is UTF-8. */
export const byteOrderMark = '\ufeff';

/** A line of comma-separated text (RFC 4180), its cells kept from being formulas. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number): string {
  // Only words can be made into formulas; a number below zero is a number.
  const text = typeof value === 'number' ? String(value) : guardCell(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
