/** Every word that server and desk share, in Chinese. `en.ts` holds the same keys; a test finds a missing one. */

import { jointWork } from './zh-joint-work.ts';
import { levels } from './zh-levels.ts';
import { outside } from './zh-openings.ts';
import { roadmap } from './zh-roadmap.ts';
import { sideWays } from './zh-side-ways.ts';

export { earlierEvents, reckonRefusals } from './zh-calculator.ts';
export * from './zh-exports.ts';
export * from './zh-imports.ts';
export { matterRelations, taskStatuses } from './zh-joint-work.ts';
export { levelFacts, levelReasons, levelRefusals, levelReplies, levelRules } from './zh-levels.ts';
export * from './zh-matters.ts';
export * from './zh-messages.ts';
export * from './zh-office.ts';
export {
  auditLooks,
  oddHoursInWords,
  outsidePurposes,
  unusualFacts,
  unusualReasons,
  unusualRules,
} from './zh-openings.ts';
export * from './zh-organisation.ts';
export * from './zh-party.ts';
export * from './zh-procedures.ts';
export {
  clockChanges,
  clockDecisions,
  clockOwners,
  extensionApprovers,
  limitsInWords,
  procedureChoices,
  procedureEnds,
  procedureEvents,
  proposalReasons,
  requirements,
  starters,
} from './zh-roadmap.ts';
export { correction, linkReasons, recordFields, sealGrounds } from './zh-side-ways.ts';

/** What went wrong, by code. `{name}` is filled from the problem's parameters. */
export const errors = {
  'invalid-input': '有内容填写不符合要求，没有保存任何更改。',
  'malformed-request': '收到的不是有效的 HTTP 请求。',
  'invalid-json': '请求内容不是有效的 JSON，没有保存任何更改。',
  'invalid-text': '请求内容不是有效的 UTF-8 文本，没有保存任何更改。',
  'body-too-large': '内容太大，没有保存任何更改。',
  'unsupported-media-type': '不支持这种内容格式，请使用 {expected}。',
  'unknown-route': '没有这个地址。',
  'method-not-allowed': '这个地址不支持 {method} 操作。',
  'request-timeout': '请求等待太久，没有保存任何更改。请重试。',
  'foreign-host': '演示模式只接受本机访问，请使用启动时显示的地址。',
  'forwarded-header': '演示模式不接受经代理转发的请求。',
  'cross-origin': '请求不是从本站页面发出的，没有保存任何更改。请刷新页面后再试。',
  'not-signed-in': '请先登录。',
  'invalid-credentials': '用户名或密码不正确。',
  'too-many-requests': '操作太频繁，请在 {seconds} 秒后再试。',
  'no-posting': '您目前没有有效的任职，请联系系统管理员。',
  'not-your-posting': '这不是您目前有效的任职，请重新选择。',
  'account-name-taken': '用户名“{username}”已有人使用。',
  'account-name-invalid': '用户名须为 3 至 60 个字母、数字或 - _ . 字符。',
  'password-too-short': '密码至少需要 {least} 个字符。',
  'password-too-long': '密码最多 {most} 个字符。',
  'wrong-password': '密码不正确。',
  'wrong-code': '验证码不正确，或者已经用过。',
  'sign-in-again': '这次登录已经失效，请重新输入用户名和密码。',
  'passkey-refused': '这个通行密钥没有通过验证，请重试或改用其他方式。',
  'prove-again': '这一步需要再次确认您的身份，请重新输入密码或使用通行密钥。',
  'second-factor-needed': '这项任职必须启用双重验证，请先在“登录与安全”中设置。',
  'second-factor-there': '动态口令已经启用。',
  'second-factor-compulsory': '您的任职必须保留双重验证，不能删除最后一种。',
  'no-second-factor': '还没有启用双重验证。',
  'outside-token': '这个程序口令不能用于这项操作。',
  'scope-not-yours': '这项任职没有“{door}”这项功能，不能写进程序口令。',
  'too-many-tokens': '程序口令最多 {limit} 个，请先作废不用的。',
  'needs-another-administrator':
    '管理员和审计员的密码与双重验证，不能由同一位安全管理员在三十天内都重设，请由另一位安全管理员办理。',
  'own-second-factor': '不能重置自己的双重验证，请由另一位安全管理员办理。',
  'password-leaked': '这个密码太常见，容易被猜到，请换一个。',
  'password-has-name': '密码不能就是用户名。',
  'city-sign-in-failed': '没有能通过统一身份认证登录，请重试或使用用户名和密码。',
  'city-sign-in-unknown': '统一身份认证的这个账号在本系统没有对应的账号，请联系安全管理员。',
  'link-used-or-expired': '这个链接已经使用过或已过期，请重新启动程序获取新的链接。',
  'not-found': '没有找到，或者您无权查看。',
  forbidden: '您目前的任职不能做这一步。',
  'wrong-state': '这件事项目前的状态不能做这一步，请刷新后再看。',
  'stale-version': '您填写期间，别人已经作了改动。您填写的内容没有丢失，请对照最新内容后再提交。',
  'key-reused': '同一个幂等键（Idempotency-Key）用在了内容不同的请求上，没有保存任何更改。',
  'files-not-checked': '现在暂时不能为文件查毒，没有保存任何更改。请过一会儿再试。',
  'encoded-body': '请求内容不能压缩（Content-Encoding），没有保存任何更改。',
  'database-away': '系统暂时连不上数据库，没有保存任何更改。请稍后再试。',
  'no-room': '服务器的磁盘快满了，没有保存任何更改。已有的内容可以照常查看；请告诉系统管理员。',
  'internal-error': '系统出错了，已记录（编号 {errorId}）。没有保存任何更改，请稍后再试。',
  'not-your-part': '这件事项现在不在您的单位办理，不能做这一步。',
  'not-your-role': '您目前的任职不能做这一步。',
  'handler-may-not-verify': '承办人不能回访或办结自己办理的事项，请由同事办理。',
  'colleague-can-call-back': '本中心还有同事可以回访，不需要上级中心代为回访。',
  'no-upper-centre': '没有上级中心。',
  'not-reached-too-few': '要在不同的日子联系满三次都没有联系上，才能这样办结。',
  'not-sampled': '这件事项没有被抽中，不需要抽查。',
  'department-of-another-centre': '别的中心的部门请通过该中心转办。',
  'not-your-seat': '这一步要由申请人一方来做。',
  'not-posted-here': '这个人不在承办单位任职，不能指定为承办人。',
  'source-number-taken': '这个来源的这个编号已经登记过。',
  'unknown-unit': '没有这个单位，或者它已停用。',
  'in-the-future': '发生时间不能晚于现在。',
  'remedies-missing': '未达成一致时，要写明已告知当事人的救济途径（人民调解法第二十六条）。',
  'destination-missing': '转出时要写明转往何处。',
  'reference-missing': '转出时要写明对方的编号。',
  'legal-basis-missing': '未经本人同意提供帮助或报告的，要写明法律依据。',
  'own-export': '自己申请的导出要由另一个人审批。',
  'export-decided': '这个导出申请已经审批过，或者已不再等待审批。',
  'export-empty': '按这些条件没有事项，没有可以导出的内容。',
  'export-too-large': '这些条件下有 {rows} 行以上。一次最多导出 {most} 行，请缩小范围。',
  'export-purpose-missing': '导出内容含有当事人的陈述或个人信息，请写明用途。',
  'export-reason-missing': '不同意时请写明理由。',
  'too-many-exports': '您已有 {most} 个导出正在等待或生成，请等其中一个完成。',
  'export-gone': '这个文件已不再保存，请重新申请导出。',
  'export-not-ready': '这个文件还没有生成好。',
  'ledger-unreadable': '这个文件读不出表格。请用 Excel 另存为 XLSX（不设密码）或“CSV UTF-8”后再上传。',
  'ledger-no-header': '这个文件里没有找到表头。',
  'ledger-column-missing': '表里没有“{column}”这一列。',
  'import-not-now': '这次导入现在是“{status}”，不能做这一步。',
  'import-gone': '这次导入的文件已不再保存，请重新上传。',
  'too-many-imports': '本单位已有 {most} 个文件正在核对或导入，请等其中一个完成。',
  'posting-for-oneself': '不能给自己安排任职，请由另一位安全管理员办理。',
  'account-disabled': '这个账号已停用。重设密码后可以重新启用。',
  'own-account': '不能停用自己的账号，请由另一位安全管理员办理。',
  'role-not-at-unit': '这个单位没有这项任职：管理员和审计员设在市级中心，窗口和督办任职设在中心。',
  'days-reversed': '截止日期不能早于开始日期。',
  'days-over': '截止日期已经过去。',
  'posting-apart': '系统管理员、安全管理员、审计员须三员分立：一个账号担任其一的，不得同时再有别的任职。',
  'posting-twice': '这个账号在该单位已有这项任职，请先结束原来的任职。',
  'last-of-its-kind': '这是最后一位{role}，请先安排任期不短于此的另一位。',
  'posting-ended': '这项任职已经结束。',
  'successor-not-posted': '接手人不在这个单位担任承办人或调解员，不能接手。',
  'deputy-oneself': '代理人不能是本人。',
  'absent-not-posted': '这个人在这段时间不在该单位任职。',
  'deputy-not-posted': '代理人须在整段时间内在同一单位任职，并且能办理外出人的全部工作。',
  'absence-overlaps': '这个人在这段时间已登记外出。',
  'deputy-absent': '代理人在这段时间也外出，请另选一位。',
  'absence-cancelled': '这次外出代理已经取消。',
  'absence-over': '这次外出已经结束，不能再取消。',
  'not-a-centre': '部门只能设在启用中的综治中心。',
  'unit-code-taken': '这个中心已有代码为“{code}”的部门。',
  'city-centre-stays': '市级中心不能停用。',
  'unit-holds-matters': '这个单位还有未办结的事项，不能停用。请先转办或办结。',
  'unit-has-departments': '这个中心还有启用中的部门，不能停用。请先停用这些部门。',
  'presence-of-centre': '综治中心没有驻点方式。',
  'unit-already-so': '这个单位已经是这个状态。',
  'macro-empty': '常用步骤至少要有一步。',
  'macro-too-long': '常用步骤最多 {limit} 步。',
  'macro-action': '第 {step} 步不能放进常用步骤。',
  'macro-never-fits': '第 {step} 步接不上前面的步骤：没有事项能按这个顺序走下去。',
  'macro-name-taken': '本单位已有名为“{name}”的常用步骤。',
  'view-name-taken': '您已有同名的常用筛选。',
  'too-many-views': '常用筛选最多保存 50 个，请先删除不用的。',
  'already-rated': '您已经评价过，每位当事人只评价一次。',
  'reopening-asked-already': '已经请求过重新办理，正在等待答复。',
  'reopening-not-asked': '没有人请求重新办理这件事项。',
  'recipients-missing': '请选择写给谁。',
  'unknown-party': '这件事项没有这位当事人。',
  'party-is-anonymous': '匿名的当事人无法核对身份，不能发放查询密码。',
  ...jointWork.errors,
  ...sideWays.errors,
  ...roadmap.errors,
  ...levels.errors,
  ...outside.errors,
} as const;

/** Why a single field was refused. */
export const reasons = {
  required: '必须填写',
  unknown: '没有这一项，请删除',
  type: '类型不对，应为{expected}',
  'too-long': '太长，最多 {limit} 个字符',
  'too-short': '太短，至少 {limit} 个字符',
  'too-many': '太多，最多 {limit} 项',
  'too-few': '太少，至少 {limit} 项',
  'too-large': '不能大于 {limit}',
  'too-small': '不能小于 {limit}',
  choice: '只能是其中之一：{choices}',
  format: '格式不对，应为{expected}',
  repeated: '有重复',
  'control-character': '含有不可显示的控制字符',
  'broken-character': '含有残缺的字符',
  'too-deep': '嵌套太深',
  'too-big': '内容太多',
  'forbidden-name': '不允许的名称',
  invalid: '不符合要求',
  'unknown-kind': '不在本市的纠纷类型中',
  'unknown-region': '不在本市的地区中',
  'no-applicant': '至少要有一位申请人',
  'name-missing': '必须填写姓名或名称',
  'anonymous-has-data': '匿名的当事人不能填写姓名、电话、号码或地址',
  'number-of-other-kind': '个人填身份证号，单位填统一社会信用代码',
  'legal-basis-missing': '未经本人同意的，要写明法律依据',
  'email-not-recognised': '认不出这个电子邮件地址',
  'told-without-address': '短信告知需要手机号码，邮件告知需要电子邮件地址',
  'resident-id-length': '身份证号应为 18 位',
  'resident-id-characters': '身份证号含有不该有的字符',
  'resident-id-region': '身份证号的地区码不对',
  'resident-id-birth-date': '身份证号中的出生日期不对',
  'resident-id-check-digit': '身份证号的校验位不对，请核对',
  'credit-code-length': '统一社会信用代码应为 18 位',
  'credit-code-characters': '统一社会信用代码含有不该有的字符',
  'credit-code-check-character': '统一社会信用代码的校验位不对，请核对',
  'phone-characters': '电话号码含有不该有的字符',
  'phone-length': '电话号码位数不对',
  'phone-not-recognised': '认不出这个电话号码',
  'file-empty': '文件是空的',
  'file-kind-unknown': '不接受这种文件；可用 PDF、图片、Word、Excel、录音、录像和文本',
  'file-not-what-it-says': '文件内容与它的扩展名不符',
  'file-name-invalid': '文件名不能用',
  'file-too-big': '每个文件不能超过 20 MB',
  'file-unpacks-too-far': '文件里压缩的内容太多，没有收下。请另存一份，或者改用 PDF',
  'file-archive-broken': '文件内部不完整或有异常，没有收下。请打开后另存一份再试',
  'file-infected': '查毒软件认为这个文件带有病毒，没有收下，已经销毁。请换一份，并请检查您的设备',
  'file-not-checked': '现在暂时不能查毒，文件没有收下。请过一会儿再试',
  'too-many-files': '一次最多 10 个文件',
  'secret-length': '查询密码应为 10 个字符',
  'secret-characters': '查询密码含有不该有的字符（没有 0、1、I、O）',
  'matter-code-length': '编号应为 12 个字符',
  'matter-code-characters': '编号含有不该有的字符',
  'matter-code-check': '编号有一处不对，请照回执核对',
} as const;

/** Names of types and formats in reasons. */
export const formats = {
  string: '文字',
  number: '数字',
  integer: '整数',
  boolean: '是或否',
  object: '一组内容',
  array: '列表',
  null: '空',
  date: '日期（如 2026-10-09）',
  'date-time': '时间（如 2026-10-09T08:30:00+08:00）',
  uuid: 'UUID 编号',
  email: '电子邮件地址',
  uri: '网址',
  pattern: '规定的格式',
} as const;

/** Short titles of answers that are not a success, by HTTP status. */
export const titles = {
  400: '请求有误',
  401: '需要登录',
  403: '不允许',
  404: '没有找到',
  405: '不支持的操作',
  408: '请求超时',
  409: '冲突',
  413: '内容太大',
  415: '格式不支持',
  421: '地址不对',
  422: '不能这样做',
  429: '太频繁',
  500: '系统出错',
  503: '暂时不可用',
  507: '空间不足',
} as const;

export const roles = {
  clerk: '接待员',
  dispatcher: '分流员',
  handler: '承办人',
  mediator: '调解员',
  supervisor: '督办员',
  leader: '负责人',
  auditor: '审计员',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
} as const;

export const unitKinds = { centre: '综治中心', department: '部门' } as const;

export const parts = { holder: '当前承办', lead: '牵头', assisting: '协办', origin: '来源' } as const;

export const channels = {
  window: '窗口来访',
  hotline: '12345 热线',
  web: '网上',
  letter: '来信',
  'department-transfer': '部门转来',
  'grid-worker': '网格员',
  'police-or-court-transfer': '公安或法院移送',
  forum: '论坛留言',
} as const;

export const statuses = {
  registered: '已登记',
  accepted: '已受理',
  offered: '待接收',
  disputed: '退转争议',
  handling: '办理中',
  resolved: '有结果',
  answered: '已答复',
  'called-back': '已回访',
  closed: '已办结',
  declined: '不予受理',
} as const;

export const actions = {
  accept: '受理',
  decline: '不予受理',
  withdraw: '撤回',
  route: '分流',
  'accept-hand-over': '接收',
  'return-hand-over': '退回',
  decide: '裁定承办单位',
  assign: '指定承办人',
  'log-step': '记一笔',
  'add-paper': '添加材料',
  'record-outcome': '登记结果',
  answer: '答复申请人',
  'call-back': '回访',
  'ask-upper-call-back': '请上级中心回访',
  close: '办结归档',
  'close-not-reached': '联系不上办结',
  'review-closing': '抽查办结',
  reopen: '重新办理',
  'review-safety': '安全标记复查',
  'decline-reopening': '不予重新办理',
  'write-to-parties': '给当事人写信',
  're-issue-secret': '发放查询密码',
  ...jointWork.actions,
  ...sideWays.actions,
  ...roadmap.actions,
} as const;

export const steps = {
  accept: '受理',
  route: '分流',
  'hand-over': '接收或退回',
  decide: '裁定',
  handle: '办理',
  answer: '答复',
  'call-back': '回访',
  close: '归档',
  'review-closing': '抽查',
  'safety-review': '安全标记复查',
  'answer-reopening': '答复重办请求',
  ...jointWork.steps,
  ...roadmap.steps,
} as const;

export const seats = { applicant: '申请人', respondent: '被申请人', representative: '代理人' } as const;

export const partyKinds = { person: '个人', organisation: '单位', anonymous: '匿名' } as const;

export const needs = { interpreter: '翻译', wheelchair: '轮椅', 'sign-language': '手语' } as const;

export const outcomes = {
  settled: '达成一致',
  'partly-settled': '部分达成一致',
  'not-settled': '未达成一致',
  withdrawn: '申请人撤回',
  'referred-out': '转出',
  ...jointWork.outcomes,
} as const;

export const remedies = {
  'peoples-mediation': '人民调解',
  arbitration: '仲裁',
  litigation: '诉讼',
  'administrative-reconsideration': '行政复议',
  petition: '信访',
  'labour-inspection': '劳动监察',
  'legal-aid': '法律援助',
  police: '报警',
} as const;

export const stepKinds = {
  phone: '电话',
  visit: '上门',
  meeting: '会商',
  letter: '信函',
  inspection: '查看',
  note: '说明',
} as const;

export const callBackResults = {
  satisfied: '满意',
  unsatisfied: '不满意',
  'not-reached': '没有联系上',
} as const;

export const paperKinds = {
  application: '申请书',
  identity: '身份材料',
  evidence: '证据',
  record: '笔录',
  agreement: '协议',
  letter: '函件',
  other: '其他',
} as const;
