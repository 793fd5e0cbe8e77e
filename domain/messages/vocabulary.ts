/** The closed lists of messages to parties. Each stands here once; contract and database are tested against it. */

/** How a party wants to be told what happens with their matter. Nobody is told who did not choose to be. */
export const toldBy = ['none', 'sms', 'mail'] as const;
export type ToldBy = (typeof toldBy)[number];

/** The ways in which a message goes out. */
export const messageWays = ['sms', 'mail'] as const satisfies readonly ToldBy[];
export type MessageWay = (typeof messageWays)[number];

/** The languages in which a party can be told. */
export const toldLanguages = ['zh', 'en'] as const;
export type ToldLanguage = (typeof toldLanguages)[number];

/** Where a message stands. `withheld`: there was no lawful or possible way to send it, so nobody tried. */
export const messageStates = ['queued', 'sent', 'failed', 'withheld'] as const;
export type MessageState = (typeof messageStates)[number];

/** Why a message did not go out. */
export const messageFaults = [
  'address-refused',
  'gateway-refused',
  'gateway-away',
  'no-address',
  'no-gateway',
  'no-longer-wanted',
  'erased',
] as const;
export type MessageFault = (typeof messageFaults)[number];

/** What a message says: its text is the city pack's. */
export const messageTemplates = [
  'registered',
  'accepted',
  'declined',
  'handling',
  'moved',
  'suspended',
  'answered',
  'reopened',
  'closed',
  'withdrawn',
  'merged',
  'procedure-begun',
  'procedure-ended',
  'limit-changed',
  'limit-recounted',
  'word-for-you',
  'secret',
] as const;
export type MessageTemplate = (typeof messageTemplates)[number];
