import { writeXlsx } from 'hucre/xlsx';
import type { ImportMap } from '#contract/imports/import-map.ts';

export const ledgerHeadings = {
  sourceNumber: '编号',
  registeredAt: '登记日期',
  kind: '纠纷类型',
  region: '所属街道',
  story: '纠纷简要情况',
  answer: '调处·结果',
  answeredAt: '调处·时间',
} as const;

export const ledgerMap: ImportMap = {
  source: 'street-ledger',
  columns: ledgerHeadings,
  zone: 'Asia/Shanghai',
  region: '150204',
  channel: 'forum',
  kind: '99',
};

type LedgerRow = readonly (string | number | Date | null)[];

/** As streets keep them: a cover sheet, a title over everything, a header of two rows with merged cells, all kinds of dates. */
export function ledgerWorkbook(rows: readonly LedgerRow[]): Promise<Uint8Array> {
  const top = [
    ['青山区2025年矛盾纠纷排查化解台账'],
    ['填报单位：先锋道街道办事处'],
    ['编　号', '登记日期', '纠纷\n类型', '当事人', null, '所属街道', '纠纷简要情况', '调处', null],
    [null, null, null, '姓名', '电话', null, null, '结果', '时间'],
  ];
  return writeXlsx({
    sheets: [
      { name: '说明', rows: [] },
      {
        name: '台账 & 明细',
        rows: [...top, ...rows].map((row) => [...row]),
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 8 },
          { startRow: 2, startCol: 3, endRow: 2, endCol: 4 },
          { startRow: 2, startCol: 7, endRow: 2, endCol: 8 },
          { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
        ],
      },
    ],
  });
}

/** Rows 5 to 10 of the sheet: four that can be understood, one whose words are doubtful, one without a real day. */
export const ledgerRows: readonly LedgerRow[] = [
  [
    'L１',
    '二〇二五年三月二日',
    '邻里',
    '王某',
    '138',
    '先锋道',
    ' 楼上漏水 \r\n不肯修　',
    '已调解',
    '3月9日',
  ],
  ['L2', new Date('2025-03-03T09:12:05Z'), null, '李某', '139', null, '噪声扰民', null, null],
  ['L3', '2025.3.4 下午3点半', '02', '赵某', '137', '150204', '占用楼道', '已劝离', '２０２５年３月５日'],
  ['L4', 45720, null, null, null, null, '停车纠纷', null, null],
  ['L5', '2025/3/6', '说不清', null, null, '某地', '什么都有', null, null],
  ['L6', '2025年2月30日', null, null, null, null, '没有这一天', null, null],
];
