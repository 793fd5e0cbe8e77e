/** The words of messages to parties, in Chinese; part of `zh.ts`. */

export const toldBy = { none: '不需要', sms: '短信', mail: '电子邮件' } as const;

export const messageTemplates = {
  registered: '已登记',
  accepted: '已受理',
  declined: '不予受理',
  handling: '开始办理',
  moved: '转由其他单位负责',
  suspended: '暂缓办理',
  answered: '已有答复',
  reopened: '重新办理',
  closed: '已办结',
  withdrawn: '已撤回',
  merged: '合并办理',
  'procedure-begun': '开始程序',
  'procedure-ended': '程序结束',
  'limit-changed': '期限变更',
  'limit-recounted': '期限重新计算',
  'word-for-you': '有写给您的话',
  secret: '查询密码',
} as const;

export const messageStates = {
  queued: '待发',
  sent: '已发出',
  failed: '发送失败',
  withheld: '未发送',
} as const;

/** Why a message did not go out. */
export const messageFaults = {
  'address-refused': '对方号码或地址被拒收',
  'gateway-refused': '短信或邮件服务商不接受',
  'gateway-away': '短信或邮件服务暂时连不上',
  'no-address': '没有可用的手机号码或邮件地址',
  'no-gateway': '本系统没有配置这种方式',
  'no-longer-wanted': '当事人已改为不需要',
  erased: '事项内容已删除',
} as const;
