import { type MessageTemplate, messageTemplates, type ToldLanguage } from './vocabulary.ts';

/**
 * What a message's text may fill in. There is no place for a name, a subject or a story. The secret stands in a message of
 * its own, without the code.
 */
export type MessagePlaceholder = 'code' | 'due' | 'link' | 'office' | 'secret';

/** The texts of a city's pack: one for each template, and the subjects of mails. */
export type MessageText = MessageTemplate | 'mail-subject' | 'secret-subject';
export const messageTexts = [
  ...messageTemplates,
  'mail-subject',
  'secret-subject',
] as const satisfies readonly MessageText[];

type Places = {
  readonly needed: readonly MessagePlaceholder[];
  readonly allowed: readonly MessagePlaceholder[];
};

/** After these nobody owes a step by a day. */
const withoutDue: readonly MessageText[] = [
  'suspended',
  'declined',
  'closed',
  'withdrawn',
  'merged',
  'procedure-begun',
  'procedure-ended',
  'limit-changed',
  'limit-recounted',
  'word-for-you',
];

/** What each text fills in: the code and where to look, or the secret alone, by no means more than it can know. */
export function placesOf(text: MessageText): Places {
  if (text === 'mail-subject') return { needed: ['code'], allowed: ['code'] };
  if (text === 'secret') return { needed: ['secret'], allowed: ['secret', 'link'] };
  if (text === 'secret-subject') return { needed: [], allowed: [] };
  const due = withoutDue.includes(text) ? [] : (['due'] as const);
  return { needed: ['code', 'link'], allowed: ['code', 'link', 'office', ...due] };
}

/** A text in one language, filled in. */
export function fillMessage(
  text: Readonly<Record<ToldLanguage, string>>,
  language: ToldLanguage,
  facts: Partial<Readonly<Record<MessagePlaceholder, string>>>,
): string {
  return text[language].replace(
    /\{(\w+)\}/g,
    (whole, name: string) => facts[name as MessagePlaceholder] ?? whole,
  );
}
