/** The words of imports 导入, in Chinese; part of `zh.ts`. */

export const importStatuses = {
  uploaded: '已上传，待对照各列',
  checking: '正在核对',
  checked: '已核对，可以导入',
  running: '正在导入',
  done: '导入完成',
  stopped: '没有导入完',
} as const;

/** Why it was not brought in to its end. */
export const importStops = {
  'posting-ended': '上传人的任职已结束，不再导入；已导入的保留。',
  unfinished: '七天内没有继续，文件已不再保存，请重新上传。',
  unreadable: '文件读不下去了，请另存后重新上传；已导入的保留。',
  failed: '多次中断，没有导入完；已导入的保留。请联系系统管理员。',
} as const;

export const importFaultColumns = {
  row: '行',
  line: '文件行',
  number: '编号',
  reason: '原因',
  name: '未导入的行',
} as const;
