/** The words of the four colours, in Chinese; part of `zh.ts`. */

/** The facts of the grammar, as they are called. */
export const levelFacts = {
  'share-used': '期限已用（%）',
  'days-overdue': '超期天数（自然日）',
  'steps-overdue': '超期的期限（项）',
  returns: '退回次数',
  transfers: '转办次数',
  reopenings: '重办次数',
  parties: '当事人数',
  danger: '人身安全标记',
} as const;

/** Why a matter has its colour: how the fact stands. */
export const levelReasons = {
  'share-used': '期限已用 {value}%',
  'days-overdue': '已超期 {value} 个自然日',
  'steps-overdue': '{value} 项期限已超',
  returns: '退回过 {value} 次',
  transfers: '转办过 {value} 次',
  reopenings: '重办过 {value} 次',
  parties: '当事人 {value} 位',
  danger: '有人身安全危险，请优先保护和帮助',
  'no-danger': '没有人身安全标记',
} as const;

/** The same with the rule that it meets. */
export const levelRules = {
  number: '{reason}（规则：{op} {number}）',
  percent: '{reason}（规则：{op} {number}%）',
} as const;

/** What is wrong with a rule. */
export const levelRefusals = {
  'fact-expected': '这里要写一项事实',
  'unknown-fact': '规则里没有这项事实。只能用事项本身的事实，不能用人的情况',
  'operator-expected': '这里要写 >=、> 或 =',
  'number-expected': '这里要写一个整数',
  'and-expected': '条件之间用 and 连接',
  'number-out-of-range': '数字超出范围',
  'always-holds': '这个条件对所有事项都成立，不能区分',
  'never-holds': '这个条件永远不会成立',
  'fact-twice': '同一行里这项事实只能写一次',
  'no-condition': '这一行还没有条件',
  'row-twice': '已有完全相同的一行',
  'too-many-rows': '规则太多，最多 40 行',
  'danger-is-not-red': '必须有一行：有人身安全标记即为红色（只有这一个条件）',
} as const;

/** By when the supervision of a colour is answered. */
export const levelReplies = {
  'same-day': '当日回复',
  'working-day': '{count} 个工作日内回复',
  'natural-day': '{count} 日内回复',
} as const;

export const levels = {
  errors: {
    'level-rules-faulty': '规则有不对的地方，没有保存任何更改。请看标出的各处。',
    'level-day-past': '生效日期不能早于今天。',
    'level-rules-unchanged': '与届时生效的规则完全相同，不需要发布。',
  },
} as const;
