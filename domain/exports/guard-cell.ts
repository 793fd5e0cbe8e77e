const formula = /^'*[=+\-@\t\r]/;
const guarded = /^'+[=+\-@\t\r]/;

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it, so that it stays text. */
export function guardCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The cell as it was before it was guarded. */
export function unguardCell(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
