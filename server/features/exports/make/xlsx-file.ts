import { Temporal } from 'temporal-polyfill';
import type { ListedMatter } from '#server/features/matters/public.ts';
import type { Cell, Column } from './columns.ts';
import { escaped } from './xml.ts';
import { zipFile } from './zip-file.ts';

/**
 * A list as a workbook of one sheet (ECMA-376), written as a stream: a page of rows at a time. Words stand in their cells as
 * text, so that none of them is a formula; days and times are days and times.
 */
export function xlsxFile(
  columns: readonly Column[],
  pages: AsyncIterable<readonly ListedMatter[]>,
  { sheet, madeAt }: { readonly sheet: string; readonly madeAt: Date },
): AsyncGenerator<Buffer> {
  const part = (path: string, text: string) => ({
    path,
    async *open() {
      yield Buffer.from(`${declaration}${text}`);
    },
  });
  return zipFile(
    [
      part('[Content_Types].xml', contentTypes),
      part('_rels/.rels', relations),
      part('xl/workbook.xml', workbook(sheet)),
      part('xl/_rels/workbook.xml.rels', workbookRelations),
      part('xl/styles.xml', styles),
      { path: 'xl/worksheets/sheet1.xml', open: () => sheetOf(columns, pages) },
    ],
    madeAt,
  );
}

async function* sheetOf(
  columns: readonly Column[],
  pages: AsyncIterable<readonly ListedMatter[]>,
): AsyncGenerator<Buffer> {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const head = columns.map(({ heading }) => textCell(heading, style.head)).join('');
  yield Buffer.from(
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row>${head}</row>`,
  );
  for await (const page of pages) {
    const rows = page.map(
      (matter) => `<row>${columns.map((column) => cellOf(column.cell(matter))).join('')}</row>`,
    );
    yield Buffer.from(rows.join(''));
  }
  yield Buffer.from('</sheetData></worksheet>');
}

const style = { plain: 0, head: 1, day: 2, time: 3 } as const;
/** The most that a cell of a spreadsheet holds. */
const charactersOfCell = 32_767;

function cellOf(cell: Cell): string {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  if (typeof cell === 'string') return textCell(cell, style.plain);
  return `<c s="${cell.hasTime ? style.time : style.day}"><v>${serialOf(cell.moment)}</v></c>`;
}

function textCell(text: string, look: number): string {
  const shown = text.length > charactersOfCell ? text.slice(0, charactersOfCell) : text;
  return `<c t="inlineStr" s="${look}"><is><t xml:space="preserve">${escaped(shown)}</t></is></c>`;
}

const dayZero = Temporal.PlainDate.from('1899-12-30');
const secondsOfDay = 86_400;

/** Days since the last but one of 1899, as spreadsheets count. */
function serialOf(moment: Temporal.PlainDateTime): number {
  const days = dayZero.until(moment.toPlainDate()).days;
  const seconds = moment.hour * 3600 + moment.minute * 60 + moment.second;
  return days + seconds / secondsOfDay;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`;
const relations = `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const workbookRelations = `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
const workbook = (sheet: string): string =>
  `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

// In the order of `style`: plain, headings, a day, a time.
const styles = `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;
