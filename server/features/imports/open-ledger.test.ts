import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { ledgerRows, ledgerWorkbook } from './ledger.fixture.ts';
import type { LedgerBytes } from './ledger-bytes.ts';
import { openLedger } from './open-ledger.ts';

const bytesOf = (content: Uint8Array | string): LedgerBytes => ({
  name: 'ledger',
  size: content.length,
  read: async function* () {
    yield Buffer.from(content);
  },
});

async function opened(content: Uint8Array | string, sheet?: string) {
  const ledger = await openLedger(bytesOf(content), { named: [], sheet });
  const rows: (readonly string[])[] = [];
  const numbers: number[] = [];
  for await (const row of ledger.rows()) {
    numbers.push(row.row);
    rows.push('cells' in row ? row.cells : [row.fault]);
  }
  return { ledger, rows, numbers };
}

describe('opening a ledger', () => {
  it('finds the sheet, the header of two merged rows and the year, and counts rows as a spreadsheet does', async () => {
    const { ledger, rows, numbers } = await opened(await ledgerWorkbook(ledgerRows));
    expect(ledger).toMatchObject({ format: 'xlsx', sheets: ['说明', '台账 & 明细'], sheet: '台账 & 明细' });
    expect(ledger.header).toMatchObject({ depth: 2, year: 2025 });
    expect(ledger.header.headings).toEqual([
      '编号',
      '登记日期',
      '纠纷类型',
      '当事人·姓名',
      '当事人·电话',
      '所属街道',
      '纠纷简要情况',
      '调处·结果',
      '调处·时间',
    ]);
    expect(numbers).toEqual([5, 6, 7, 8, 9, 10]);
    expect(rows[1]?.slice(0, 2)).toEqual(['L2', '2025-03-03 09:12:05']);
    expect(rows[3]?.slice(0, 2)).toEqual(['L4', '45720']);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([9]));
  });

  it('passes over notes and lists to choose from, wherever the ledger stands', async () => {
    const notes = { name: '填表说明', rows: [['本台账每月填报'], ['一、编号不得重复'], ['二、日期写全']] };
    const list = {
      name: '字典',
      rows: [
        ['类别', '代码'],
        ['邻里纠纷', '02'],
      ],
    };
    const empty = { name: '空表', rows: [['编号', '登记日期', '内容']] };
    const filled = { name: '三月', rows: [...empty.rows, ['1', '3月2日', '漏水']] };
    for (const sheets of [
      [notes, list, empty, filled],
      [filled, empty, list, notes],
    ]) {
      const { ledger, rows } = await opened(await writeXlsx({ sheets }));
      expect([ledger.sheet, rows]).toEqual(['三月', [['1', '3月2日', '漏水']]]);
    }
  });

  it('unpacks a sheet as far as somebody reads, and no further', async () => {
    const rows = Array.from({ length: 6000 }, (_, n) => [`第${n}号`, '2025.3.2', `${n}单元漏水`.repeat(9)]);
    const content = await writeXlsx({ sheets: [{ name: '一', rows: [['编号', '日期', '内容'], ...rows] }] });
    const ledger = await openLedger(bytesOf(content), { named: [] });
    const reading = ledger.rows();
    await reading.next();
    await new Promise((done) => setTimeout(done, 300));
    expect(ledger.shareRead()).toBeLessThan(0.1);
    let read = 1;
    for await (const row of reading) {
      read += 1;
      if (read === 5000) expect('cells' in row && row.cells[0]).toBe('第4999号');
    }
    expect([read, ledger.shareRead()]).toEqual([6000, 1]);
  });

  it('takes the sheet that is named', async () => {
    const sheets = ['2024', '2025'].map((name) => ({
      name,
      rows: [
        ['编号', '内容'],
        [name, '事'],
      ],
    }));
    const { ledger, rows } = await opened(await writeXlsx({ sheets }), '2025');
    expect(rows).toEqual([['2025', '事']]);
    expect(ledger.header.year).toBe(2025);
  });

  it('reads text with titles above its header', async () => {
    const { ledger, rows, numbers } = await opened('2025年台账,,\n编号,登记日期,内容\n1,3月2日,"两\n行"\n');
    expect(ledger).toMatchObject({ format: 'csv', encoding: 'utf-8', header: { year: 2025, at: 1 } });
    expect([rows, numbers]).toEqual([[['1', '3月2日', '两\n行']], [3]]);
  });

  it.each([
    ['a broken workbook', 'PK\u0003\u0004 nothing', 'workbook-unreadable'],
    ['a workbook that breaks off', 'PK\u0003\u0004', 'workbook-unreadable'],
    [
      'a workbook with a password, or of before 2007',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1),
      'workbook-unreadable',
    ],
    ['an empty file', '', 'no-header'],
  ])('refuses %s', async (_name, content, fault) => {
    await expect(opened(content)).rejects.toThrow(fault);
  });

  it('refuses a sheet that is not there, and a workbook with nothing in it', async () => {
    const empty = await writeXlsx({ sheets: [{ name: '空', rows: [] }] });
    await expect(opened(empty)).rejects.toThrow('no-header');
    await expect(opened(empty, '别的')).rejects.toThrow('no-such-sheet');
  });
});
