export const zh = {
  'party.toldBy': '进展告知（问本人）',
  'party.toldLanguage': '告知用语',
  'party.toldIn.zh': '中文',
  'party.toldIn.en': 'English',
  'party.email': '电子邮件',
  'party.told': '{way}告知进展',
  'shell.outbox': '看发件箱',
  'matter.messages': '通知',
  'messages.stuck': '有 {count} 条没有发出，请另行告知当事人，或者重新发送。',
  'messages.older': '更早的 {count} 条',
  'messages.resend': '重新发送',
  'messages.queued': '已重新排队发送',
} as const;

export const en: Record<keyof typeof zh, string> = {
  'party.toldBy': 'Tell them of progress (ask)',
  'party.toldLanguage': 'Language of messages',
  'party.toldIn.zh': '中文',
  'party.toldIn.en': 'English',
  'party.email': 'E-mail',
  'party.told': 'Told of progress by: {way}',
  'shell.outbox': 'See the outbox',
  'matter.messages': 'Messages',
  'messages.stuck': '{count} did not leave: tell the party another way, or send again.',
  'messages.older': '{count} earlier',
  'messages.resend': 'Send again',
  'messages.queued': 'Waiting to be sent again',
};
