import type { Action } from '#domain/matters/vocabulary.ts';

/** The letter that opens each action; no two of them can be offered in the same status. J, K, L and P are taken. */
export const actionKeys: Readonly<Record<Action, string>> = {
  accept: 'a',
  decline: 'x',
  withdraw: 'w',
  route: 'r',
  'accept-hand-over': 'a',
  'return-hand-over': 't',
  decide: 'd',
  assign: 'g',
  'log-step': 'l',
  'add-paper': 'p',
  'review-safety': 's',
  'record-outcome': 'o',
  answer: 'a',
  'call-back': 'c',
  'ask-upper-call-back': 'u',
  close: 'e',
  'close-not-reached': 'm',
  'review-closing': 'v',
  reopen: 'o',
};
