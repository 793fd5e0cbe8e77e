export const zh = {
  'queue.reopening-asked': '请求重办',
  'queue.empty.reopening-asked': '没有等待答复的重办请求。',
  'matter.reopeningAsked': '当事人请求重新办理，请答复：重新办理，或者说明理由不予重新办理。',
  'papers.for': '同时交给',
  'papers.forNobody': '只存档',
  'papers.forLabel': '已交给{seats}',
  'papers.fromParty': '当事人提供',
  'papers.inConfidence': '保密：只有办理单位能看',
  'parties.handSecret': '发放查询密码',
  'parties.write': '给当事人写信',
  'lead.decline-reopening': '告诉请求重新办理的当事人为什么不予重新办理；答复之后，这项请求即告结束。',
  'reasonHint.decline-reopening': '当事人会看到这段话。请写明查了什么、为什么不重新办理、还可以走哪些途径。',
  'lead.write-to-parties':
    '收信的当事人凭编号和查询密码能看到，别的当事人看不到。选择了短信或邮件的人会收到提醒。',
  'act.recipients': '写给谁',
  'act.letter': '内容',
  'act.letterHint': '写得让人一读就懂：要做什么、什么时候、带什么。不要写另一方保密的情况。',
  'lead.re-issue-secret': '当事人本人在场、核对过身份后才能发放。新密码一发，旧密码立即作废。',
  'act.party': '发给谁',
  'act.checkedBy': '怎样核对的身份',
  'act.partyAnonymous': '匿名的当事人无法核对身份，不在其中。',
  'slip.page': '查询密码已发放',
  'slip.lead': '请现在打印交给本人。离开这一页就不再显示；丢失了可以再发新的。',
  'slip.print': '打印密码条',
  'slip.open': '返回事项',
  'slip.gone': '密码条只在发放后显示一次。需要时请重新发放。',
  'slip.title': '查询密码条',
  'slip.followAt': '在手机或电脑上查看',
} as const;

export const en: Record<keyof typeof zh, string> = {
  'queue.reopening-asked': 'Reopening asked',
  'queue.empty.reopening-asked': 'Nobody waits for an answer on reopening.',
  'matter.reopeningAsked':
    'A party asks for this matter to be taken up again. Answer: reopen it, or decline and say why.',
  'papers.for': 'Also for',
  'papers.forNobody': 'The file only',
  'papers.forLabel': 'for: {seats}',
  'papers.fromParty': 'from a party',
  'papers.inConfidence': 'In confidence: for the office alone',
  'parties.handSecret': 'Hand out a secret',
  'parties.write': 'Write to the parties',
  'lead.decline-reopening':
    'Tell the party who asked why it is not taken up again. With the answer the request has ended.',
  'reasonHint.decline-reopening':
    'The party will read this: what was looked at, why it stays closed, which ways remain open.',
  'lead.write-to-parties':
    'Whom you write to reads it with code and secret; no other party does. Those who chose text or mail get a hint.',
  'act.recipients': 'To whom',
  'act.letter': 'What you write',
  'act.letterHint':
    'So that it is understood at once: what to do, when, what to bring. Nothing that the other side said in confidence.',
  'lead.re-issue-secret':
    'Only to the party in person, and once their identity is checked. With the new secret the old one stops at once.',
  'act.party': 'To whom',
  'act.checkedBy': 'How their identity was checked',
  'act.partyAnonymous': 'Who an anonymous party is cannot be checked; they are not on the list.',
  'slip.page': 'A secret was handed out',
  'slip.lead':
    'Print it now and give it to the party. It is not shown again; if it is lost, hand out another.',
  'slip.print': 'Print the slip',
  'slip.open': 'Back to the matter',
  'slip.gone': 'A slip is shown once, right after it was made. Hand out another if it is needed.',
  'slip.title': 'Secret for following the matter',
  'slip.followAt': 'Follow it on a phone or computer',
};
