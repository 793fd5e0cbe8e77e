import { describe, expect, it } from 'vitest';
import { chineseNumber, yearToldBy } from './chinese-number.ts';
import { cleanCell, cleanHeading } from './clean-cell.ts';
import { findHeader } from './find-header.ts';
import { fieldOfHeading, suggestColumns } from './known-headings.ts';
import { nameMatcher } from './match-name.ts';
import { readTypedTime } from './typed-time.ts';

describe('times as people write them', () => {
  it.each([
    ['二〇二六年三月二日', '2026-03-02T00:00:00'],
    ['二零二六年十二月三十一日', '2026-12-31T00:00:00'],
    ['2026年3月2日', '2026-03-02T00:00:00'],
    ['26年3月2日', '2026-03-02T00:00:00'],
    [' ２０２６年３月２日　９：０５ ', '2026-03-02T09:05:00'],
    ['2026 年 3 月 2 日', '2026-03-02T00:00:00'],
    ['2026.3.2', '2026-03-02T00:00:00'],
    ['2026．03．02', '2026-03-02T00:00:00'],
    ['2026、3、2', '2026-03-02T00:00:00'],
    ['2026/3/2 9:32:09', '2026-03-02T09:32:09'],
    ['2026-03-02T09:32', '2026-03-02T09:32:00'],
    ['20260302', '2026-03-02T00:00:00'],
    ['3月2日', '2025-03-02T00:00:00'],
    ['三月二号', '2025-03-02T00:00:00'],
    ['2026年3月2日 下午3点半', '2026-03-02T15:30:00'],
    ['2026年3月2日上午九时三十分', '2026-03-02T09:30:00'],
    ['2026年3月2日（星期一）', '2026-03-02T00:00:00'],
    ['2026年3月2日下午', '2026-03-02T00:00:00'],
    ['2026年3月2日晚8时许', '2026-03-02T20:00:00'],
    ['2026年3月2日凌晨12点10分', '2026-03-02T00:10:00'],
    ['2026年3月2日中午1点', '2026-03-02T13:00:00'],
    ['2026/3/2 9:32:09 PM', '2026-03-02T21:32:09'],
    ['2026。3。2', '2026-03-02T00:00:00'],
    ['２０２６—３—２', '2026-03-02T00:00:00'],
    ['2026，3，2', '2026-03-02T00:00:00'],
    ['2026.3.2。', '2026-03-02T00:00:00'],
    ['二〇二六年三月', '2026-03-01T00:00:00'],
    ['2026年3月份', '2026-03-01T00:00:00'],
    ['46083', '2026-03-02T00:00:00'],
    ['46083.5', '2026-03-02T12:00:00'],
  ])('reads %s', (typed, expected) => {
    expect(readTypedTime(typed, { year: 2025 })?.toString()).toBe(expected);
  });

  it.each([
    '',
    '昨天',
    '2026年2月30日',
    '2026.13.1',
    '2026.3',
    '3.2',
    '2026/3-2',
    '12345',
    '99999',
    '2026年3月9时',
    '2026年13月',
    '三月份',
    '2026年3月2日至5日',
    '2026年正月初八',
    `2026年3月2日${' '.repeat(60)}9点`,
    '25/4/2019',
  ])('does not guess at %s', (typed) => {
    expect(readTypedTime(typed, { year: 2025 })).toBeNull();
  });

  it('gives a day without a year none', () => {
    expect(readTypedTime('3月2日', { year: null })).toBeNull();
  });
});

describe('numbers and years in words', () => {
  it.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十一', 31],
    ['二〇二六', 2026],
    ['贰零贰陆', 2026],
    ['十十', null],
    ['零十', null],
    ['', null],
    ['年', null],
  ])('%s is %s', (typed, expected) => {
    expect(chineseNumber(typed)).toBe(expected);
  });

  it.each([
    ['青山区2026年矛盾纠纷排查台账', 2026],
    ['二〇二五年度来访登记', 2025],
    ['2024台账', 2024],
    ['台账', null],
    ['编号 120263', null],
  ])('%s tells %s', (title, expected) => {
    expect(yearToldBy(title)).toBe(expected);
  });
});

describe('cells and headings', () => {
  it.each([
    ['　王某某 \u00a0', '王某某'],
    ['第一行 \r\n 第二行\r', '第一行\n第二行'],
    ['\ufeff零\u200b宽', '零宽'],
  ])('cleans %j', (typed, expected) => expect(cleanCell(typed)).toBe(expected));

  it.each([
    ['编　　号：', '编号'],
    ['登记\n时间', '登记时间'],
    ['内容*', '内容'],
    ['Case No', 'Case No'],
  ])('reads the heading %j', (typed, expected) => expect(cleanHeading(typed)).toBe(expected));

  it('draws a map from what ledgers call their columns', () => {
    expect(
      suggestColumns([
        '序号',
        '登记日期',
        '当事人·姓名',
        '纠纷类型',
        '所属街道',
        '纠纷简要情况',
        '调处结果',
        '办结时间',
      ]),
    ).toEqual({
      sourceNumber: '序号',
      registeredAt: '登记日期',
      kind: '纠纷类型',
      region: '所属街道',
      story: '纠纷简要情况',
      answer: '调处结果',
      answeredAt: '办结时间',
    });
  });
});

describe('what streets and villages call their columns', () => {
  it.each([
    ['sourceNumber', '卷宗号 信访件编号 工单号 流水号 案卷号 No.'],
    ['registeredAt', '排查日期 接访时间 纠纷发生时间 受理登记时间 来电时间 交办时间'],
    ['story', '矛盾纠纷简要情况 基本案情 案情摘要 反映的主要问题 主要诉求 纠纷事实 信访事项 投诉内容'],
    ['answer', '处置结果 落实情况 处理结果及答复 化解情况 办结情况'],
    ['answeredAt', '调解成功时间 办理完成时间 结案日期'],
    ['kind', '矛盾纠纷类别 案由 投诉类型'],
    ['region', '乡镇（街道） 街道/镇 苏木镇 所属镇街'],
    ['subject', '来访事由 案件名称'],
    [null, '电话号码 身份证号 化解时限 办结时限 责任单位 社区 来访人数 化解措施 备注 门牌号'],
  ])('%s', (field, all) => {
    expect(all.split(' ').map((heading) => [heading, fieldOfHeading(heading)])).toEqual(
      all.split(' ').map((heading) => [heading, field]),
    );
  });

  it('takes a number of its own before one that runs on each sheet', () => {
    expect(suggestColumns(['序号', '信访编号', '日期', '内容']).sourceNumber).toBe('信访编号');
    expect(suggestColumns(['编号', '序号', '日期', '内容']).sourceNumber).toBe('编号');
    expect(suggestColumns(['序号', '日期', '内容']).sourceNumber).toBe('序号');
  });
});

describe('finding the header', () => {
  const header = ['编号', '登记时间', '内容'];
  it.each([
    ['at the top', [header, ['1', '2026.3.2', '事']], { at: 0, depth: 1, title: '', year: null }],
    [
      'beneath a title and a line of who filled it in',
      [['青山区2025年台账'], [], ['填报单位：某街道', '', ''], header, ['1', '3月2日', '事']],
      { at: 3, depth: 1, title: '青山区2025年台账 填报单位：某街道', year: 2025 },
    ],
    [
      'by the name of the sheet',
      [header, ['1', '3月2日', '事']],
      { at: 0, depth: 1, title: '', year: 2024 },
      '2024',
    ],
    [
      'beneath nothing that is known, by its width',
      [['某某表'], ['甲', '乙', '丙'], ['1', '2', '3']],
      { at: 1, depth: 1, title: '某某表', year: null },
    ],
  ])('%s', (_name, rows, expected, sheet = '') => {
    expect(findHeader(rows, { sheet })).toMatchObject(expected);
  });

  it('joins two rows of merged cells', () => {
    const rows = [
      ['编号', '当事人', '', '登记时间', '内容'],
      ['', '姓名', '电话', '', ''],
      ['1', '王某', '138', '2026.3.2', '事'],
    ];
    expect(findHeader(rows, {})).toMatchObject({
      depth: 2,
      headings: ['编号', '当事人·姓名', '当事人·电话', '登记时间', '内容'],
    });
  });

  it('takes a row of matters for no second row of a header', () => {
    const rows = [
      ['编号', '登记时间', '', '内容'],
      ['甲', '2026.3.2', '某', '漏水'],
    ];
    expect(findHeader(rows, {})).toMatchObject({ depth: 1, headings: ['编号', '登记时间', '', '内容'] });
  });

  it('keeps two columns of one name apart, and goes by the names of a map before all else', () => {
    const rows = [
      ['编号', '时间', '内容'],
      ['甲', '乙', '乙'],
    ];
    expect(findHeader(rows, { named: ['甲', '乙'] })).toMatchObject({
      at: 1,
      headings: ['甲', '乙', '乙 (2)'],
    });
    expect(findHeader([], {})).toBeNull();
  });
});

describe('matching names', () => {
  const match = nameMatcher([
    { code: '01', name: '婚姻家庭' },
    { code: '02', name: '邻里纠纷' },
    { code: '150204001', name: '先锋道街道' },
    { code: '150204002', name: '幸福路街道' },
    { code: '150203001', name: '幸福路街道' },
  ]);
  it.each([
    ['02', { how: 'sure', code: '02' }],
    ['０２', { how: 'sure', code: '02' }],
    ['邻里纠纷', { how: 'sure', code: '02' }],
    ['邻 里', { how: 'sure', code: '02' }],
    ['先锋道', { how: 'sure', code: '150204001' }],
    ['先锋道街道办事处', { how: 'sure', code: '150204001' }],
    ['婚姻家庭财产', { how: 'doubtful', suggested: '01' }],
    ['天上掉下', { how: 'doubtful', suggested: null }],
  ])('%s', (typed, expected) => {
    expect(match(typed)).toEqual(expected);
  });

  it('asks where two have one name', () => {
    expect(match('幸福路街道')).toMatchObject({ how: 'doubtful' });
  });
});
