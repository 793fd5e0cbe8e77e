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
