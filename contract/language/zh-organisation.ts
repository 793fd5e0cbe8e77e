/** The words of the organisation and of its audit, in Chinese; part of `zh.ts`. */

export const presences = { resident: '常驻', rotating: '轮驻', 'on-call': '随驻' } as const;

/** What happened to accounts, postings, absences and units. */
export const organisationChanges = {
  'first-administrator-made': '设立首位安全管理员',
  'account-created': '开设账号',
  'password-set': '重设密码',
  'account-disabled': '停用账号',
  'posting-created': '任职',
  'posting-ended': '结束任职',
  'absence-created': '登记外出代理',
  'absence-cancelled': '取消外出代理',
  'department-created': '新增部门',
  'unit-edited': '修改单位',
  'unit-activated': '启用单位',
  'unit-deactivated': '停用单位',
  'macro-created': '新增常用步骤',
  'macro-edited': '修改常用步骤',
  'macro-retired': '停用常用步骤',
  'levels-published': '发布四色规则',
} as const;

/** The facts of such a change, in the order they are shown. */
export const changeFacts = {
  userId: '人员',
  unitId: '单位',
  role: '任职',
  fromDay: '自',
  untilDay: '至',
  deputyUserId: '代理人',
  successorUserId: '接手人',
  handedOver: '移交事项（件）',
  name: '名称',
  nameEn: '英文名称',
  presence: '驻点方式',
  version: '版本',
  inForceFrom: '生效日期',
  note: '说明',
} as const;

/** What was opened of a matter. */
export const openings = {
  page: '查看事项',
  paper: '下载材料',
  receipt: '打印回执',
  register: '登记后查看',
  'look-up': '为来访人查询',
  search: '检索',
  export: '导出',
} as const;
