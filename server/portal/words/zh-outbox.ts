/** The words of the demo's outbox, in Chinese. */

export const outbox = {
  title: '演示发件箱',
  lead: '这是演示：短信和邮件都没有真的发出。正式使用时，选择了告知方式的当事人会收到这些内容。号码和地址已经遮盖。',
  none: '还没有消息。在窗口登记时替申请人选择“短信”或“电子邮件”，或者受理一件这样的事项，这里就会出现。',
  'no-more': '没有更早的消息了。',
  older: '更早的消息',
  newest: '回到最新的消息',
  link: '看演示发件箱',
} as const;
