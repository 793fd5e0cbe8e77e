/** A row of a table in text, or why it cannot be read. `row` counts as a spreadsheet does, the header being row 1. */
export type TableRow = { readonly row: number; readonly line: number } & (
  | { readonly cells: readonly string[] }
  | { readonly fault: 'broken-quotes' | 'row-too-long' }
);

export type TableReader = {
  /** The rows that are complete with this piece of text. */
  readonly take: (piece: string) => TableRow[];
  /** The rows that were waiting for more. */
  readonly end: () => TableRow[];
};

type Cut = { readonly cells: string[]; readonly next: number };

/**
 * Reads comma-separated text (RFC 4180) piece by piece. A row whose quotes are broken, or that grows past
 * `charactersAtMost`, is told as such, and reading goes on with the line after its first: one damaged row must not
 * take the rest of the file with it, which is what parsers that stop at an error do.
 */
export function createTableReader(charactersAtMost = 1_000_000): TableReader {
  let waiting = '';
  let row = 0;
  let line = 1;
  // Within a line that is too long to be looked at.
  let isSkipping = false;

  function read(isEnd: boolean): TableRow[] {
    const rows: TableRow[] = [];
    let at = 0;
    while (at < waiting.length) {
      if (isSkipping) {
        const lineEnd = waiting.indexOf('\n', at);
        if (lineEnd < 0) {
          at = waiting.length;
          break;
        }
        isSkipping = false;
        line += 1;
        at = lineEnd + 1;
        continue;
      }
      const cut = cutRow(waiting, at, isEnd);
      const isTooLong = cut === 'unfinished' && waiting.length - at > charactersAtMost;
      if (cut === 'unfinished' && !isEnd && !isTooLong) break;
      row += 1;
      if (typeof cut === 'string') {
        rows.push({ row, line, fault: isTooLong ? 'row-too-long' : 'broken-quotes' });
        const lineEnd = waiting.indexOf('\n', at);
        isSkipping = lineEnd < 0;
        if (lineEnd >= 0) line += 1;
        at = lineEnd < 0 ? waiting.length : lineEnd + 1;
        continue;
      }
      if (cut.cells.some((cell) => cell.trim() !== '')) rows.push({ row, line, cells: cut.cells });
      line += countLines(waiting, at, cut.next);
      at = cut.next;
    }
    waiting = waiting.slice(at);
    return rows;
  }

  return {
    take: (piece) => {
      waiting += piece;
      return read(false);
    },
    end: () => read(true),
  };
}

/** The cells of the row that begins at `at`, and where the next one begins. */
function cutRow(text: string, at: number, isEnd: boolean): Cut | 'unfinished' | 'broken' {
  const cells: string[] = [];
  for (let start = at; ; ) {
    const close = text[start] === '"' ? closingQuote(text, start + 1, isEnd) : undefined;
    if (close === -1) return 'unfinished';
    const cellEnd = close === undefined ? endOfPlainCell(text, start) : close + 1;
    if (cellEnd === text.length && !isEnd) return 'unfinished';
    const plain = text.slice(start, cellEnd);
    cells.push(close === undefined ? plain.replace(/\r$/, '') : plain.slice(1, -1).replaceAll('""', '"'));

    if (text[cellEnd] === ',') start = cellEnd + 1;
    else if (cellEnd === text.length) return { cells, next: cellEnd };
    else if (text[cellEnd] === '\n') return { cells, next: cellEnd + 1 };
    else if (text.startsWith('\r\n', cellEnd)) return { cells, next: cellEnd + 2 };
    else if (text[cellEnd] === '\r' && cellEnd + 1 === text.length) {
      return isEnd ? { cells, next: cellEnd + 1 } : 'unfinished';
    } else return 'broken';
  }
}

/** Where the quoted cell closes; -1 while that cannot be said. */
function closingQuote(text: string, from: number, isEnd: boolean): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return -1;
    if (at + 1 === text.length) return isEnd ? at : -1;
    if (text[at + 1] !== '"') return at;
  }
}

function endOfPlainCell(text: string, start: number): number {
  const found = /[,\n]/g;
  found.lastIndex = start;
  return found.exec(text)?.index ?? text.length;
}

function countLines(text: string, from: number, until: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
