/** The words of opening files outside one's own work, and of what the auditor is shown; part of `zh.ts`. */

export const outside = {
  errors: {
    'own-work': '这件事项本来就由您的单位办理，直接打开就可以，不用填写目的。',
    'period-too-long': '一次最多查看 {days} 天，请把时间缩短。',
  },
} as const;

/** For what a file may be opened by somebody who does not work on it. The party reads this. */
export const outsidePurposes = {
  'late-matter': '督办超期的事项',
  'handling-complaint': '处理对办理过程的投诉',
  'quality-review': '检查办理质量',
  'upper-decision': '上级中心要作出决定',
  'judicial-request': '法院、检察院依法调取',
  'data-request': '当事人要求查阅、更正自己的信息',
} as const;

/** What the auditor is shown unasked, as a fact. */
export const unusualRules = {
  'outside-in-a-day': '一天内多次申请查阅本职工作以外的档案',
  'outside-in-a-week': '一周内多次申请查阅本职工作以外的档案',
  'odd-hours': '夜间或者休息日查阅',
  'one-place': '一天内查阅同一街道（苏木乡镇）的很多事项',
  'sealed-file': '查阅密封的档案',
  'many-look-ups': '一天内为很多来访人查询编号',
} as const;

/** How the fact is told. */
export const unusualFacts = {
  'outside-in-a-day': '申请 {count} 次（达到 {from} 次就列出）',
  'outside-in-a-week': '申请 {count} 次（达到 {from} 次就列出）',
  'odd-hours': '{odd} 查阅 {count} 次（达到 {from} 次就列出）',
  'one-place': '{place}：{count} 件事项（达到 {from} 件就列出）',
  'sealed-file': '查阅 {count} 次（每次都列出）',
  'many-look-ups': '查询 {count} 次（达到 {from} 次就列出）',
} as const;

/** Why it is shown from that number on. */
export const unusualReasons = {
  'outside-in-a-day': '督办一般一天只看几件。',
  'outside-in-a-week': '督办一般一周只看几件。',
  'odd-hours': '偶尔一次可能是有人遇到危险，多次就应当问一问。',
  'one-place': '一个窗口一天接待二十人左右，全在一个街道的很少见。',
  'sealed-file': '能看的人很少，所以每次都列出。',
  'many-look-ups': '回执丢了才需要查询，一天不会有很多。',
} as const;

/** Between which hours nobody is expected at work. */
export const oddHoursInWords = {
  nightAndDaysOff: '{from}:00 至次日 {until}:00 或者休息日',
} as const;

/** What the auditors themselves looked at. */
export const auditLooks = {
  'audit-openings': '看了查阅记录',
  'audit-changes': '看了组织变更',
  'audit-unusual': '看了异常查阅',
  'audit-looks': '看了“谁看过审计”',
} as const;
