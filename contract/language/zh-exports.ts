/** The words of exports 导出, in Chinese; part of `zh.ts`. */

export const exportStatuses = {
  waiting: '等待第二人审批',
  refused: '不同意',
  making: '正在生成',
  ready: '可以下载',
  stopped: '没有生成',
  gone: '已过保存期',
} as const;

export const exportContents = {
  facts: '列表所示',
  words: '列表、经过和答复',
  parties: '列表、经过、答复和当事人',
  file: '一件事项的全部材料',
} as const;

/** Why a file was not made. */
export const exportStops = {
  'posting-ended': '申请人的任职已结束，不再生成。',
  unanswered: '七天内没有人审批，请重新申请。',
  lapsed: '审批的有效期已过，请重新申请。',
  grown: '生成时的行数已超过允许的行数，请重新申请。',
  'matter-away': '申请人已不能查看这件事项。',
  failed: '多次没有生成成功，请联系系统管理员。',
} as const;

/** Where an export was taken from, as its filter says. */
export const exportFilters = {
  mine: '我的待办',
  office: '本单位',
  ended: '已办结',
  sampled: '抽查',
  'reopening-asked': '请求重办',
  late: '已超期',
  today: '今天到期',
  week: '七天内到期',
  file: '一件事项',
} as const;

/** The headings of a list, and what its cells say. */
export const exportColumns = {
  code: '编号',
  subject: '主题',
  kind: '类别',
  region: '地区',
  status: '状态',
  holder: '所在单位',
  handler: '承办人',
  dueOn: '到期日',
  reason: '说明',
  level: '预警',
  returns: '退回次数',
  parties: '当事人数',
  registeredAt: '登记时间',
  endedAt: '结束时间',
  story: '经过',
  request: '诉求',
  answer: '答复',
  answeredAt: '答复时间',
  applicant: '申请人',
  respondent: '对方',
  representative: '代理人',
  sheet: '事项',
} as const;

/** The readable part of one matter's file. */
export const exportPages = {
  timeline: '经过',
  papers: '材料',
  happened: '反映的情况',
  wanted: '诉求',
  made: '由 {name}（{unit}）于 {at} 导出',
  checks: '每个文件的 SHA-256 见 manifest.json。',
  listName: '事项列表',
} as const;
