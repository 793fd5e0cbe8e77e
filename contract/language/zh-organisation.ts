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
  'password-changed': '修改自己的密码',
  'second-factor-set-up': '启用动态口令',
  'second-factor-removed': '停用动态口令',
  'second-factor-reset': '重置双重验证',
  'recovery-codes-made': '重新生成恢复码',
  'recovery-code-used': '使用恢复码登录',
  'passkey-added': '添加通行密钥',
  'passkey-removed': '删除通行密钥',
  'city-sign-in-bound': '绑定统一身份认证',
  'token-made': '新建程序口令',
  'token-revoked': '作废程序口令',
  'account-locked': '多次输错，暂时锁定',
  'account-unlocked': '解除锁定',
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
  reason: '理由',
  scope: '可用功能',
} as const;

/** What was opened of a matter. */
export const openings = {
  page: '查看事项',
  paper: '下载材料',
  receipt: '打印回执',
  register: '登记后查看',
  'look-up': '为来访人查询',
  'look-up-found': '为来访人查到编号',
  purpose: '申请查阅',
  'secret-slip': '发放查询密码',
  print: '打印',
  hit: '检索时看到全文',
  search: '检索',
  export: '导出',
  'export-fetched': '下载导出文件',
  'export-decided': '审批导出',
} as const;
