/** The words of joint work, merging and splitting, in Chinese; part of `zh.ts`, whose topics take what belongs to them. */

export const taskStatuses = {
  open: '待答复',
  answered: '已答复',
  returned: '已退回',
  waived: '已免除',
  lapsed: '随事项结束',
} as const;

/** How two matters came to belong together. */
export const matterRelations = {
  'merged-into': '已并入',
  absorbed: '并入的事项',
  'split-from': '分自',
  'split-off': '分出的事项',
} as const;

export const jointWork = {
  actions: {
    'ask-assistance': '请求协办',
    'answer-task': '答复协办',
    'return-task': '退回协办',
    'waive-task': '免除协办',
    merge: '并案',
    split: '分案',
  },
  steps: { assist: '协办答复' },
  outcomes: { merged: '并入其他事项' },
  events: {
    'ask-assistance': '请 {unit} 协办',
    'answer-task': '答复协办',
    'return-task': '退回协办',
    'waive-task': '免除 {unit} 的协办',
    merge: '并入 {code}',
    absorb: '{code} 并入本事项',
    split: '分出 {code}',
  },
  facts: {
    receivedOn: '最初收到',
    partiesBrought: '带入当事人',
    papersBrought: '带入材料',
  },
  queueReasons: {
    assisting: '请本单位协办',
    'tasks-late': '{tasks} 家协办单位超期',
    'tasks-open': '等 {tasks} 家协办单位答复',
  },
  errors: {
    'open-tasks': '还有协办没有答复：{units}。等对方答复，或由督办员写明理由免除后，才能做这一步。',
    'no-open-task': '这个单位没有待答复的协办。',
    'takes-part-already': '这个单位已经在办这件事项，不需要再请它协办。',
    'merged-stays': '这件事项已并入另一件，在那里继续办理，不能单独再办。',
    'merges-itself': '不能并入自己。',
    'merge-too-late': '要并入的事项已经有结果或已结束，不能再并入。',
    'merge-other-lead': '两件事项不是由本中心牵头，不能并案。请先把其中一件转办到同一个中心。',
    'merge-from-sealed': '这件事项是密封的，并入后会让更多人看到。请先解除密封，或把另一件也密封。',
    'merge-loses-flag':
      '这件事项有安全标记，另一件没有。标记不会自动带过去：请先在另一件上按现在的情况设标记，再并案。',
    'too-many-parties': '并案后当事人会超过 {limit} 位，不能并案。',
    'into-not-found': '没有找到要并入的事项，或者您无权查看。',
    'into-changed': '要并入的事项刚刚有变动，请看过它的最新情况后再提交。',
    'unknown-paper': '其中有材料不在这件事项里。',
  },
} as const;
