import type * as zh from './zh-party.ts';

/** The words of the party's side, in English; part of `en.ts`. */

type Same<Topic> = Readonly<Record<keyof Topic, string>>;

export const identityChecks = {
  'id-card': 'Identity card seen',
  passport: 'Passport seen',
  'business-licence': 'Business licence and authorisation seen',
  'known-in-person': 'Known to the clerk in person',
} as const satisfies Same<typeof zh.identityChecks>;

export const confidence = { true: 'For the office alone' } as const satisfies Same<typeof zh.confidence>;

export const parties = { party: 'Party' } as const satisfies Same<typeof zh.parties>;
