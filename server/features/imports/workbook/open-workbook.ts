import type { TableRow } from '#domain/imports/read-table.ts';
import { openArchive, piecesOf } from './archive.ts';
import { createSheetReader, type SheetRow } from './read-sheet.ts';
import { openSharedWords } from './shared-words.ts';
import { readDateStyles, readRelations, readWorkbook } from './workbook-parts.ts';

export type Workbook = {
  /** Those that are not hidden, in their order. */
  readonly sheets: readonly string[];
  /** `line` is the row, as a spreadsheet has no lines of its own. */
  rows(sheet: string, onRead?: (share: number) => void): AsyncGenerator<TableRow>;
  close(): Promise<void>;
};

/** A workbook of which the packed file is held, never a sheet: its rows are unpacked as somebody takes them. */
export async function openWorkbook(content: Buffer): Promise<Workbook> {
  const archive = await openArchive(content);
  const top = readRelations(await archive.text('_rels/.rels'), '');
  const main = top.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const folder = main.split('/').slice(0, -1).join('/');
  const name = main.slice(folder === '' ? 0 : folder.length + 1);
  const relations = readRelations(
    await archive.text([folder, '_rels', `${name}.rels`].filter(Boolean).join('/')),
    folder,
  );
  const { sheets, isFrom1904 } = readWorkbook(await archive.text(main));
  const pathOf = (kind: string): string => relations.find(({ type }) => type === kind)?.path ?? '';
  const dateStyles = readDateStyles(await archive.text(pathOf('styles')));
  const shared = openSharedWords(piecesOf(await archive.open(pathOf('sharedStrings'))));

  async function* rows(sheet: string, onRead: (share: number) => void = () => undefined) {
    const relation = sheets.find((one) => one.name === sheet)?.relation;
    const path = relations.find(({ id, type }) => id === relation && type === 'worksheet')?.path ?? '';
    if (!archive.has(path)) return;
    const size = archive.size(path);
    let bytesRead = 0;
    const reader = createSheetReader({ dateStyles, isFrom1904 });
    const stream = await archive.open(path);
    const pieces = piecesOf(stream, (bytes) => {
      bytesRead += bytes;
    });
    for await (const piece of pieces) {
      for (const row of reader.take(piece)) {
        onRead(Math.min(1, bytesRead / size));
        const read = await inWords(row);
        if (read !== undefined) yield read;
      }
    }
    reader.end();
    onRead(1);
  }

  async function inWords({ row, cells }: SheetRow): Promise<TableRow | undefined> {
    let last = -1;
    for (const cell of cells) if (typeof cell === 'number' && cell > last) last = cell;
    if (last >= 0) await shared.readUpTo(last);
    const words = cells.map((cell) => (typeof cell === 'number' ? shared.at(cell) : cell));
    return words.some((cell) => cell.trim() !== '') ? { row, line: row, cells: words } : undefined;
  }

  return { sheets: sheets.map((one) => one.name), rows, close: shared.close };
}
