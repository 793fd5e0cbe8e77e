import { describe, expect, it } from 'vitest';
import { createSharedWordsReader } from './read-shared-words.ts';
import { createSheetReader, type SheetRow } from './read-sheet.ts';
import { readDateStyles, readRelations, readWorkbook } from './workbook-parts.ts';

function rows(data: string, { isFrom1904 = false } = {}): SheetRow[] {
  const reader = createSheetReader({ dateStyles: new Set([3]), isFrom1904 });
  const found = reader.take(`<worksheet><sheetData>${data}</sheetData></worksheet>`);
  reader.end();
  return found;
}

const cells = (data: string, options?: { isFrom1904: boolean }) =>
  rows(`<row>${data}</row>`, options)[0]?.cells;

describe('the cells of a sheet', () => {
  it.each([
    ['<c t="inlineStr"><is><t>甲</t></is></c>', ['甲']],
    ['<c t="inlineStr"><is><r><rPr><b/></rPr><t>甲</t></r><r><t> 乙</t></r></is></c>', ['甲 乙']],
    ['<c t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>', ['東京']],
    ['<c t="s"><v>7</v></c>', [7]],
    ['<c t="str"><f>A1&amp;"号"</f><v>1_x000D_号</v></c>', ['1\r号']],
    ['<c t="b"><v>1</v></c><c t="b"><v>0</v></c>', ['true', 'false']],
    ['<c t="e"><v>#N/A</v></c>', ['#N/A']],
    ['<c><v>13800001234</v></c><c><v>1.50</v></c><c/>', ['13800001234', '1.5', '']],
    ['<c t="d"><v>2026-03-02T09:30:00</v></c>', ['2026-03-02T09:30:00']],
    ['<c s="3"><v>46083</v></c><c s="3"><v>46083.396</v></c>', ['2026-03-02', '2026-03-02 09:30:14']],
    ['<c s="3"><v>46083.99999999</v></c><c s="1"><v>46083</v></c>', ['2026-03-03', '46083']],
    ['<c s="3"><v>-1</v></c><c s="3"><v>9e9</v></c>', ['-1', '9000000000']],
    ['<c r="B1"><v>1</v></c><c r="AA1"><v>2</v></c>', ['', '1', ...Array(24).fill(''), '2']],
    ['<c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c>', ['1']],
  ])('%s', (data, expected) => expect(cells(data)).toEqual(expected));

  it('counts days as the workbook does', () => {
    expect(cells('<c s="3"><v>44621</v></c>', { isFrom1904: true })).toEqual(['2026-03-02']);
  });

  it('numbers rows as a spreadsheet does, never backwards', () => {
    const found = rows('<row r="3"/><row/><row r="2"/><row r="9"/>');
    expect(found.map(({ row }) => row)).toEqual([3, 4, 5, 9]);
    expect(() => rows('<row r="1048577"/>')).toThrow();
  });

  it('takes no words from outside its cells', () => {
    expect(rows('<row><v>外</v><c><v>1</v></c></row>')[0]?.cells).toEqual(['1']);
  });
});

describe('the parts beside the sheets', () => {
  it('reads the words that cells share, in their order', () => {
    const reader = createSharedWordsReader();
    const pieces = ['<sst><si><t>甲</t></si><si><r><t>乙</t></r><r><t xml:space="preserve"> 丙</t></', 'r>'];
    expect(pieces.flatMap((piece) => reader.take(piece))).toEqual(['甲']);
    expect(reader.take('</si><si/><si><t>丁</t><rPh><t>x</t></rPh></si></sst>')).toEqual(['乙 丙', '', '丁']);
  });

  it('names the sheets that are shown', () => {
    const xml = `<workbook xmlns:r="x"><workbookPr date1904="1"/><sheets><sheet name="台账 &amp; 明细" sheetId="1" r:id="rId3"/>
      <sheet name="藏" r:id="rId4" state="hidden"/><sheet state="visible" name='附表' r:id='rId5'/></sheets></workbook>`;
    expect(readWorkbook(xml)).toEqual({
      isFrom1904: true,
      sheets: [
        { name: '台账 & 明细', relation: 'rId3' },
        { name: '附表', relation: 'rId5' },
      ],
    });
  });

  it('finds parts by their path from the top', () => {
    const xml = `<Relationships><Relationship Id="rId3" Type="http://x/relationships/worksheet" Target="worksheets/a.xml"/>
      <Relationship Id="rId4" Type="http://x/styles" Target="/xl/styles.xml"/>
      <Relationship Id="rId5" Type="http://x/y" Target="../z.xml"/></Relationships>`;
    expect(readRelations(xml, 'xl')).toEqual([
      { id: 'rId3', type: 'worksheet', path: 'xl/worksheets/a.xml' },
      { id: 'rId4', type: 'styles', path: 'xl/styles.xml' },
      { id: 'rId5', type: 'y', path: 'z.xml' },
    ]);
  });

  it('knows the formats that show a day or a time', () => {
    const codes = [
      'yyyy"年"m"月"d"日"',
      '[$-804]aaaa',
      '[h]:mm',
      '0.00"days"',
      '[Red]0.00',
      '_ * #,##0_ ',
      '\\d0',
      'yyyy-mm-dd',
    ];
    const formats = codes.map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode='${code}'/>`);
    const ids = [0, 14, 31, 58, 9, ...codes.map((_, index) => 170 + index)];
    const xml = `<styleSheet><numFmts>${formats.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
    expect([...readDateStyles(xml)]).toEqual([1, 2, 3, 5, 7, 12]);
  });
});
