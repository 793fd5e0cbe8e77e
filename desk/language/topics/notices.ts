export const zh = {
  'notices.title': '提醒',
  'notices.open': '提醒：{count} 条未读',
  'notices.openNone': '提醒：没有未读',
  'notices.none': '最近 30 天没有提醒。',
  'notices.readAll': '全部已读',
  'notices.unread': '未读',
  'notices.settled': '已办',
  'notices.more': '更早的提醒',
  'notices.new': '有新的提醒',
  'notices.quiet': '实时连接已断开，每分钟自动刷新一次。',
} as const;

export const en: Record<keyof typeof zh, string> = {
  'notices.title': 'Notices',
  'notices.open': 'Notices: {count} unread',
  'notices.openNone': 'Notices: none unread',
  'notices.none': 'No notices in the last 30 days.',
  'notices.readAll': 'Mark all read',
  'notices.unread': 'Unread',
  'notices.settled': 'Done since',
  'notices.more': 'Earlier notices',
  'notices.new': 'There are new notices',
  'notices.quiet': 'The live connection is cut; this is refreshed every minute.',
};
