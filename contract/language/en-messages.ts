/** The words of messages to parties, in English; part of `en.ts`. */

export const toldBy = { none: 'Not at all', sms: 'Text message', mail: 'E-mail' } as const;

export const messageTemplates = {
  registered: 'Registered',
  accepted: 'Accepted',
  declined: 'Not accepted',
  handling: 'Being handled',
  moved: 'With another office',
  suspended: 'Suspended',
  answered: 'Answered',
  reopened: 'Taken up again',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
  merged: 'Merged',
  'procedure-begun': 'A procedure began',
  'procedure-ended': 'A procedure ended',
  'limit-changed': 'A limit was decided on',
  'limit-recounted': 'A limit was reckoned again',
  'word-for-you': 'Word for you',
  secret: 'Secret',
} as const;

export const messageStates = {
  queued: 'Waiting',
  sent: 'Sent',
  failed: 'Not sent',
  withheld: 'Withheld',
} as const;

/** Why a message did not go out. */
export const messageFaults = {
  'address-refused': 'the number or address was refused',
  'gateway-refused': 'the provider does not take it',
  'gateway-away': 'the provider cannot be reached',
  'no-address': 'there is no mobile phone number or e-mail address',
  'no-gateway': 'this way is not set up here',
  'no-longer-wanted': 'the party chose otherwise since',
  erased: 'the matter was erased',
} as const;
