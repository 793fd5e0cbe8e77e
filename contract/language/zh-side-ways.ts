/** The words of the side ways 中止、转办、上报、更正、关联、密封, in Chinese; each group is spread into `zh.ts` or `zh-matters.ts`. */
export const sideWays = {
  errors: {
    suspended: '办理已中止，要先恢复才能做这一步。期限一直在走。',
    'not-suspended': '这件事项没有中止，不需要恢复。',
    'resumption-not-later': '预计恢复的日子要晚于今天。',
    'suspension-too-long': '一次最多中止 60 天。到时仍不能恢复的，再中止一次并说明理由。',
    'there-already': '它已经在这个单位，不需要转办。',
    'nothing-corrected': '没有一处与登记的不同，不需要更正。',
    'party-of-another-matter': '要更正的当事人不在这件事项里。',
    'link-not-found': '没有找到这个编号的事项，或者您的单位没有参与办理。只能关联双方都能看到的事项。',
    'links-itself': '不能与自己关联。',
    'linked-already': '这两件事项已经关联。',
    'not-linked': '这两件事项没有关联。',
    'other-matter-busy': '另一件事项此刻正有人在改动，请稍后再试。没有保存任何更改。',
    sealed: '这件事项已密封，只有指定的阅读人可以看。',
    'not-sealed': '这件事项没有密封。',
    'readers-missing': '事项已密封：请在“{unit}”指定至少一位阅读人，再交过去。',
    'readers-missing-here': '参与办理的“{unit}”还没有指定阅读人。',
    'reader-not-posted': '指定的阅读人须在参与办理的单位任职。',
    'handler-not-a-reader': '事项已密封，承办人须是指定的阅读人。',
  },
  actions: {
    suspend: '中止办理',
    resume: '恢复办理',
    transfer: '转办',
    escalate: '上报上级中心',
    correct: '更正登记',
    link: '关联事项',
    unlink: '解除关联',
    seal: '密封',
    unseal: '解除密封',
  },
  events: {
    suspend: '中止办理，期限照走',
    resume: '恢复办理',
    transfer: '转办至 {to}',
    escalate: '上报 {to}',
    correct: '更正登记',
    link: '关联事项',
    unlink: '解除关联',
    seal: '密封，限指定人员阅读',
    unseal: '解除密封',
  },
  facts: {
    resumeBy: '预计恢复',
    linkReason: '关联原因',
    linkedCode: '关联的编号',
    sealGround: '密封理由',
    readers: '阅读人',
  },
  queueReasons: {
    suspended: '已中止，期限照走',
    'not-resumed': '已过预计恢复日，仍在中止',
    'no-reader': '承办单位已没有阅读人，请重新指定',
  },
} as const;

export const linkReasons = {
  'other-aspect': '同一争议的另一方面',
  'follow-up': '已办结事项的后续',
  'same-event': '同一事件涉及多人',
} as const;

export const sealGrounds = {
  'child-involved': '涉及未成年人',
  'sexual-violence': '涉及性侵害',
  'state-staff-as-party': '当事人是国家机关工作人员',
  other: '其他',
} as const;

/** What stands on record, as a correction names it. */
export const recordFields = {
  kind: '纠纷类型',
  regionCode: '发生地',
  subject: '标题',
  story: '反映的情况',
  request: '诉求',
  needs: '需要',
  happenedOn: '发生日期',
  partyKind: '当事人性质',
  name: '姓名或名称',
  phone: '电话',
  residentId: '身份证号',
  creditCode: '统一社会信用代码',
  address: '地址',
  note: '备注',
  email: '电子邮件',
  toldBy: '告知方式',
  party: '新增当事人',
} as const;

/** Between an old and a new value, and where there was or is none. */
export const correction = { arrow: '{from} → {to}', none: '（空）', ofParty: '{field}（{seat}）' } as const;
