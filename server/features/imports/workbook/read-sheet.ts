import { Temporal } from 'temporal-polyfill';
import { createXmlReader, withoutEscapes } from './read-xml.ts';

/** A cell as it stands in the sheet: its words, or the place of its words among those that the cells share. */
export type SheetCell = string | number;
export type SheetRow = { readonly row: number; readonly cells: readonly SheetCell[] };

export type SheetReader = {
  /** The rows that are complete with this piece of the sheet. */
  readonly take: (piece: string) => SheetRow[];
  readonly end: () => void;
};

/** A ledger is not as wide; what stands further right is left out. */
const columnsAtMost = 500;
const rowsAtMost = 1_048_576;

/** Reads a sheet of a workbook piece by piece; rows come in their order, each with its own number, as a spreadsheet counts. */
export function createSheetReader(options: {
  readonly dateStyles: ReadonlySet<number>;
  readonly isFrom1904: boolean;
}): SheetReader {
  const dayInWords = dayWriter(options.isFrom1904);
  let rows: SheetRow[] = [];
  let row = 0;
  let cells: SheetCell[] = [];
  let column = 0;
  let type = '';
  let style = 0;
  let words = '';
  let isInCell = false;
  let isValue = false;
  let isAside = false;

  const xml = createXmlReader({
    open(name, attributes) {
      if (name === 'c') {
        const place = attributes.r;
        column = place === undefined ? column + 1 : columnOf(place);
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        words = '';
        isInCell = true;
      } else if (name === 'v' || name === 't') isValue = isInCell && !isAside;
      // How a word is pronounced stands beside it.
      else if (name === 'rPh') isAside = true;
      else if (name === 'row') {
        row = Math.max(row + 1, Number(attributes.r ?? 0) || 0);
        if (row > rowsAtMost) throw new Error('a sheet with more rows than there can be');
        cells = [];
        column = 0;
      }
    },
    text(text) {
      if (isValue) words += text;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'rPh') isAside = false;
      else if (name === 'c') {
        isInCell = false;
        if (column > columnsAtMost) return;
        while (cells.length < column - 1) cells.push('');
        cells[column - 1] = cell();
      } else if (name === 'row') rows.push({ row, cells });
    },
  });

  function cell(): SheetCell {
    if (words === '') return '';
    if (type === 's') return Number(words);
    if (type === 'b') return words === '1' ? 'true' : 'false';
    if (type !== 'n') return withoutEscapes(words);
    const number = Number(words);
    if (!Number.isFinite(number)) return words;
    return options.dateStyles.has(style) ? dayInWords(number) : String(number);
  }

  return {
    take: (piece) => {
      xml.take(piece);
      const complete = rows;
      rows = [];
      return complete;
    },
    end: () => xml.end(),
  };
}

/** `C` of `C7` is 3. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const letter = place.charCodeAt(at) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}

const secondsOfDay = 86_400;
const twoPlaces = (part: number): string => String(part).padStart(2, '0');

/** A spreadsheet's day has no zone; it is written as the clock on the wall showed it. */
function dayWriter(isFrom1904: boolean): (serial: number) => string {
  const dayZero = Temporal.PlainDate.from(isFrom1904 ? '1904-01-01' : '1899-12-30');
  const known = new Map<number, string>();
  return (serial) => {
    const seconds = Math.round(serial * secondsOfDay);
    const days = Math.floor(seconds / secondsOfDay);
    if (serial < 0 || days > 2_958_465) return String(serial);
    let day = known.get(days);
    if (day === undefined) {
      day = dayZero.add({ days }).toString();
      known.set(days, day);
    }
    const rest = seconds - days * secondsOfDay;
    if (rest === 0) return day;
    const [hour, minute] = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60)];
    return `${day} ${[hour, minute, rest % 60].map(twoPlaces).join(':')}`;
  };
}
