/** The words of the legal roadmap in Chinese; each group is spread into `zh.ts` or `zh-matters.ts`. */
export const roadmap = {
  errors: {
    'unknown-procedure': '本市没有这个程序。',
    'procedure-open': '已有一个程序正在进行，先结束它再做这一步。',
    'no-procedure-open': '现在没有进行中的程序。',
    'not-of-this-kind': '这类纠纷依法不能走这个程序。',
    'party-refused': '有一方当事人不愿意走这个程序。调解自愿，请告知其他途径（人民调解法第十七、二十六条）。',
    'not-a-successor': '这个程序要在它前面的程序有了相应结果之后才能开始。',
    'requirement-missing': '开始这个程序的条件还没有全部确认。',
    'day-in-future': '发生的日期不能晚于今天。',
    'day-before-start': '日期不能早于它前面的一步。',
    'event-not-of-procedure': '这个程序里没有这一步。',
    'event-noted-already': '这一步已经记过。',
    'outcome-not-of-procedure': '这个程序没有这种结果。',
    'not-voluntary': '只有自愿的程序可以由一方拒绝。',
    'clock-not-changeable': '这个期限不能延长或暂停。',
    'change-asked-already': '这个期限已有一项申请等待审批。',
    'no-change-asked': '没有等待审批的申请。',
    'asker-may-not-approve': '申请人不能审批自己的申请，请由另一位负责人审批。',
    'extension-not-provided': '法律没有规定这个期限可以延长。',
    'extension-too-long': '超过法律允许延长的天数。',
    'extension-too-often': '法律允许的延长次数已经用完。',
    'extension-days': '请填写延长多少天。',
    'pause-not-provided': '法律没有规定这个期限可以因此暂停。',
    'pause-too-long': '超过这个理由最长可以暂停的天数。',
    'pause-out-of-order': '暂停的日期不对：不能早于期限开始，不能与另一次暂停重叠。',
    'pause-span': '请写明暂停的理由和恢复的日期。',
    'clock-not-paused': '这个期限现在没有暂停。',
    'clock-not-known-then': '到这一天为止，还没有登记这个期限。',
  },
  actions: {
    'choose-procedure': '记录途径选择',
    'start-procedure': '开始程序',
    'note-procedure': '记录程序进展',
    'end-procedure': '结束程序',
    'ask-clock-change': '申请延期或暂停',
    'decide-clock-change': '审批延期或暂停',
    'end-pause': '恢复计时',
  },
  events: {
    'choose-procedure': '记录途径选择',
    'start-procedure': '开始程序',
    'note-procedure': '程序进展',
    'end-procedure': '程序结束',
    'ask-clock-change': '申请延期或暂停',
    'decide-clock-change': '审批延期或暂停',
    'end-pause': '恢复计时',
    recount: '节假日公布，重新计算期限',
  },
  steps: { conclude: '确定下一步' },
  facts: {
    procedure: '程序',
    choice: '选择',
    procedureEvent: '进展',
    procedureOutcome: '结果',
    on: '日期',
    confirmed: '已确认',
    body: '受理机构',
    clock: '期限',
    change: '事项',
    days: '天数',
    ground: '理由',
    decision: '审批结果',
    dueBefore: '原到期日',
    dueAfter: '现到期日',
  },
} as const;

export const procedureChoices = { chosen: '愿意', refused: '不愿意' } as const;
export const clockChanges = { extension: '延长', pause: '暂停' } as const;
export const clockDecisions = { approved: '同意', refused: '不同意' } as const;

/** What whoever begins a procedure states to be so. */
export const requirements = {
  'both-agree': '双方都自愿',
  'no-suit-pending': '没有正在进行的诉讼',
  'arbitration-agreed': '双方有仲裁协议',
  'agreement-written': '协议已经签名生效',
  'decision-received': '已经收到书面答复或决定',
  'within-limitation': '没有超过申请时效',
} as const;

/** What happens in a procedure. */
export const procedureEvents = {
  received: '收到',
  applied: '提出申请',
  referred: '移送或委派',
  accepted: '受理',
  'accepted-simplified': '按简易程序受理',
  'docketed-summary': '按简易程序立案',
  docketed: '立案',
  routed: '转送',
  'business-answered': '经营者答复',
  heard: '听证或开庭',
} as const;

export const starters = {
  'parties-together': '双方共同申请',
  applicant: '申请人提出',
  office: '由办理单位开始',
  court: '由法院决定',
} as const;

export const clockOwners = { office: '本中心', outside: '外部机构', party: '当事人' } as const;
export const extensionApprovers = {
  'unit-head': '办理单位负责人批准',
  'both-parties': '双方同意',
  'outside-body': '由该机构决定',
} as const;
/** How a procedure ended that ended with the matter. */
export const procedureEnds = { discontinued: '随事项终止' } as const;

export const proposalReasons = {
  chosen: '已选定',
  follows: '可以接着走',
  'of-this-kind': '这类纠纷专用',
  'for-any-kind': '一般都可以',
} as const;

export const limitsInWords = {
  'natural-day': '{count} 日',
  'working-day': '{count} 个工作日',
  month: '{count} 个月',
} as const;
