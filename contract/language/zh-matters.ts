/** The words of matters, in Chinese; part of `zh.ts`. */
import { jointWork } from './zh-joint-work.ts';
import { roadmap } from './zh-roadmap.ts';
import { sideWays } from './zh-side-ways.ts';

export const dangers = {
  'violence-threatened': '有人受到暴力威胁',
  'violence-happened': '已经发生暴力',
  'child-in-danger': '未成年人处于危险',
  'life-in-danger': '有人生命危险',
  'no-shelter': '今晚无处安身',
  'urgent-medical-need': '急需就医',
} as const;

export const helpGrounds = {
  consented: '本人同意提供帮助',
  'not-wanted': '本人不需要帮助',
  'life-in-danger': '生命危险，依法提供帮助',
  'report-ordered-by-law': '法律规定必须报告',
} as const;

export const answerWays = { 'in-person': '当面', phone: '电话', letter: '书面', message: '短信' } as const;

export const stages = {
  register: '登记',
  accept: '受理',
  route: '分流',
  handle: '办理',
  answer: '反馈',
  'call-back': '回访',
  close: '归档',
} as const;

/** What happened, for the timeline. `{to}` is the unit that has it next. */
export const events = {
  register: '登记',
  import: '由历史数据导入',
  accept: '受理',
  decline: '不予受理',
  withdraw: '申请人撤回',
  route: '分流至 {to}',
  'accept-hand-over': '接收',
  'return-hand-over': '退回，转至 {to}',
  decide: '裁定由 {to} 承办',
  assign: '指定承办人',
  'log-step': '记录',
  'add-paper': '添加材料',
  'review-safety': '安全标记复查',
  'record-outcome': '登记结果',
  answer: '答复申请人',
  'call-back': '回访',
  'ask-upper-call-back': '请 {to} 回访',
  close: '办结归档',
  'close-not-reached': '没有联系上，办结归档',
  'review-closing': '抽查办结',
  reopen: '重新办理',
  'add-information': '当事人补充情况',
  'take-back': '申请人撤回',
  'ask-reopening': '申请人请求重新办理',
  rate: '申请人评价',
  'choose-telling': '当事人选择告知方式',
  'hand-over-work': '承办人交接',
  system: '系统',
  'decline-reopening': '不予重新办理',
  'write-to-parties': '给当事人写信',
  're-issue-secret': '发放查询密码',
  ...jointWork.events,
  ...sideWays.events,
  ...roadmap.events,
} as const;

/** Facts of an event that a reader wants, in the order they are shown. */
export const facts = {
  outcome: '结果',
  remedies: '已告知的途径',
  destination: '转往',
  reference: '对方编号',
  stepKind: '方式',
  by: '答复方式',
  result: '回访结果',
  rating: '评分',
  paperKind: '材料类别',
  files: '文件',
  danger: '危险',
  help: '帮助',
  legalBasis: '法律依据',
  happenedOn: '发生日期',
  seats: '写给',
  forSeats: '交给',
  inConfidence: '保密',
  checkedBy: '身份核对',
  ...jointWork.facts,
  ...sideWays.facts,
  ...roadmap.facts,
} as const;

export const queue = { separator: ' · ', list: '、' } as const;

/** Why a row stands where it stands. */
export const queueReasons = {
  'in-danger': '有人身安全危险',
  late: '已超期 {days} 个工作日',
  'just-late': '刚刚超期',
  'due-today': '最后一天',
  due: '还有 {days} 个工作日',
  returned: '已退回 {times} 次',
  reopened: '重新办理',
  'nobody-assigned': '还没有承办人',
  ended: '已结束',
  ...jointWork.queueReasons,
  ...sideWays.queueReasons,
} as const;

export const similar = {
  'same-pair': '双方当事人相同',
  'same-place': '同一地点',
  'place-within': '地点有包含关系',
  'same-county': '同一旗县区',
  'same-kind': '都是{kind}',
  'close-in-time': '相隔 {days} 天',
  'same-words': '相同的用词：{terms}',
  'routing-table': '本市分流表：{kind}',
} as const;

export const relations = {
  suggested: '建议',
  'lead-department': '牵头中心部门',
  'own-department': '本中心部门',
  'own-centre': '本中心调解员',
  upper: '上级中心',
  lower: '下级中心',
  across: '其他中心',
} as const;

/** What a party can do from outside. */
export const partyActions = {
  'add-information': '补充情况',
  'take-back': '撤回申请',
  'ask-reopening': '请求重新办理',
  rate: '评价',
  'choose-telling': '选择告知方式',
} as const;
