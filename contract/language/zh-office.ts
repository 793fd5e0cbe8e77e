/** The words of notices, bulk steps, macros and saved views, in Chinese; part of `zh.ts`. */

/** What a colleague is told of. Beside it stand the matter's code and its office, and nothing of its story. */
export const noticeKinds = {
  brought: '有人提交了新事项，等待受理',
  'in-danger': '标记了人身安全危险，请关注保护和帮助',
  disputed: '第二次退回，等待裁定承办单位',
  returned: '被退回，等待重新分流',
  offered: '分流到本单位，等待接收',
  decided: '已裁定承办单位',
  assigned: '指定由您承办',
  'taken-over': '已改由同事承办',
  answered: '已答复，等待回访',
  'call-back-asked': '请本中心代为回访',
  unsatisfied: '回访不满意，退回办理',
  'called-back': '已回访，等待办结',
  closed: '已办结归档',
  drawn: '联系不上办结，抽中复查',
  objected: '抽查不通过，需要重新回访',
  reopened: '重新办理',
  'reopening-asked': '当事人请求重新办理',
  'information-added': '当事人补充了情况',
  'taken-back': '申请人撤回',
  noted: '同事添加了记录或材料',
  'assistance-asked': '请本单位协办',
  'task-answered': '协办单位已回复',
  'task-returned': '协办单位退回了协办',
  'task-waived': '协办已免除',
  'clock-change-asked': '申请延期或暂停，等待审批',
  'clock-change-decided': '延期或暂停已审批',
  'procedure-noted': '程序有进展',
  recounted: '节假日公布，期限重新计算',
  'level-raised': '预警升为{level}',
  'your-turn': '转到本单位办理',
} as const;

/** What bulk steps or a macro did, or would do, to one matter. */
export const bulkStates = {
  ok: '可以',
  refused: '不能',
  conflict: '有变动',
} as const;

/** Where a saved view belongs. */
export const viewPlaces = { queue: '待办列表', search: '查询' } as const;
