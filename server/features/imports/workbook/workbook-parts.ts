import { type Attributes, createXmlReader } from './read-xml.ts';

export type SheetName = { readonly name: string; readonly relation: string };

/** The sheets of `xl/workbook.xml` that are not hidden, in their order, and whether days are counted from 1904. */
export function readWorkbook(xml: string): { sheets: SheetName[]; isFrom1904: boolean } {
  const sheets: SheetName[] = [];
  let isFrom1904 = false;
  each(xml, (element, attributes) => {
    if (element === 'workbookPr') isFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
    if (element !== 'sheet' || /^(h|veryH)idden$/.test(attributes.state ?? '')) return;
    const name = attributes.name;
    // The prefix of relations is whatever the file calls it.
    const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    if (name !== undefined && relation !== undefined) sheets.push({ name, relation });
  });
  return { sheets, isFrom1904 };
}

export type Relation = { readonly id: string; readonly type: string; readonly path: string };

/** What a part refers to, by paths from the top of the archive. */
export function readRelations(xml: string, folder: string): Relation[] {
  const relations: Relation[] = [];
  each(xml, (element, attributes) => {
    if (element !== 'Relationship') return;
    const target = attributes.Target;
    if (target === undefined) return;
    relations.push({
      id: attributes.Id ?? '',
      type: attributes.Type?.split('/').at(-1) ?? '',
      path: target.startsWith('/') ? target.slice(1) : inFolder(folder, target),
    });
  });
  return relations;
}

function inFolder(folder: string, target: string): string {
  const path = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** Days and times among the formats that need no name; some only where the program speaks Chinese or Japanese. */
const knownDates = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** Which of a workbook's cell styles (`xl/styles.xml`) show a number as a day or a time. */
export function readDateStyles(xml: string): ReadonlySet<number> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isInCells = false;
  each(
    xml,
    (element, attributes) => {
      if (element === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (element === 'cellXfs') isInCells = true;
      if (element === 'xf' && isInCells) formats.push(Number(attributes.numFmtId ?? 0));
    },
    (element) => {
      if (element === 'cellXfs') isInCells = false;
    },
  );
  const isDate = (format: number): boolean => {
    const code = codes.get(format);
    if (code !== undefined) return isDateCode(code);
    return knownDates.some(([first, last]) => format >= first && format <= last);
  };
  return new Set(formats.flatMap((format, style) => (isDate(format) ? [style] : [])));
}

/** Beside words in quotes, colours, conditions and filling, a letter of year, month, day, hour or second is left. */
function isDateCode(code: string): boolean {
  return /[ymdhs]/i.test(
    code
      .replace(/"[^"]*"/g, '')
      .replace(/\[(?!h+\]|m+\]|s+\])[^[\]]*\]/gi, '')
      .replace(/[\\_*]./g, ''),
  );
}

function each(
  xml: string,
  open: (element: string, attributes: Attributes) => void,
  close: (element: string) => void = () => undefined,
): void {
  const reader = createXmlReader({ open, close, text: () => undefined });
  reader.take(xml);
  reader.end();
}
