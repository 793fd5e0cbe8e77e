import type { CellValue } from 'hucre/xlsx';
import { storyOf } from '../fill/stories.ts';

/** What stands above the rows, as streets keep their ledgers: a title over everything, a header of two rows with merged cells. */
export const rowsAbove: readonly (readonly (string | null)[])[] = [
  ['青山区2025年矛盾纠纷排查化解台账'],
  ['填报单位：先锋道街道办事处'],
  ['编　号', '登记日期', '纠纷\n类型', '当事人', null, '所属街道', '纠纷简要情况', '调处', null],
  [null, null, null, '姓名', '电话', null, null, '结果', '时间'],
];

const kinds = ['邻里纠纷', '劳动争议', '物业', '02', '婚姻家庭 ', null];
const regions = ['先锋道街道', '幸福路', '150204004', ' 自由路街道办事处', null];
const results = ['双方达成口头协议', '已劝和', '约定月底前修好', '由施工队赔偿', '当事人自行撤回'];
const chinese = [...'〇一二三四五六七八九'];
const inChinese = (n: number): string =>
  n < 10
    ? `${chinese[n]}`
    : `${n < 20 ? '' : chinese[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : chinese[n % 10]}`;
const fullWidth = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** One day, as one person or another would type it. */
function typedDay(n: number, month: number, day: number): string {
  const ways = [
    `2025年${month}月${day}日`,
    `2025.${month}.${day}`,
    `二〇二五年${inChinese(month)}月${inChinese(day)}日`,
    `${month}月${day}日`,
    `2025/${month}/${day} 9:05`,
    fullWidth(`2025年${month}月${day}日`),
    ` 2025-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')} `,
  ];
  return ways[n % ways.length] ?? '';
}

/** Row number n; no two tell the same story, as no two do in life. */
export function ledgerRow(n: number): CellValue[] {
  const [month, day] = [1 + (n % 9), 1 + (n % 28)];
  const number = `青信访〔2025〕${String(n).padStart(6, '0')}号`;
  const story = `${storyOf(n)}${n % 977}号院${n}户称，${storyOf(n * 7 + 3)} `;
  return [
    n % 5 === 0 ? fullWidth(number) : number,
    typedDay(n, month, day),
    kinds[n % kinds.length] ?? null,
    `王某${n % 89}`,
    `1380000${String(n % 10_000).padStart(4, '0')}`,
    regions[n % regions.length] ?? null,
    n % 11 === 0 ? story.replace('，', '，\n') : story,
    `${results[n % results.length]}，第${n}号已回访。`,
    typedDay(n + 3, month + 1, day),
  ];
}
