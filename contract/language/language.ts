import * as en from './en.ts';
import * as zh from './zh.ts';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

export type ErrorCode = keyof typeof zh.errors;
export type ReasonCode = keyof typeof zh.reasons;
export type Parameters = Readonly<Record<string, string | number>>;

type Words = { readonly [Topic in keyof typeof zh]: Readonly<Record<keyof (typeof zh)[Topic], string>> };

const packs: Record<Language, Words> = { zh, en };

/** The language pack: `words(language).statuses[status]`. */
export function words(language: Language): Words {
  return packs[language];
}

/** A sentence with its `{names}` filled in; `{days|day|days}` picks the form for one or for more than one. */
export function fill(sentence: string, parameters: Parameters = {}): string {
  return sentence.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one?: string, more?: string) => {
      const value = parameters[name];
      if (value === undefined) return whole;
      if (more === undefined) return String(value);
      return Number(value) === 1 ? (one ?? '') : more;
    },
  );
}

/** The language of a request: an explicit choice first, then the browser's wish, then Chinese. */
export function chooseLanguage(chosen: string | undefined, acceptLanguage: string | undefined): Language {
  const known = languages.find((language) => language === chosen);
  if (known) return known;
  for (const wish of (acceptLanguage ?? '').slice(0, 200).split(',')) {
    const wished = languages.find((language) => wish.trim().toLowerCase().startsWith(language));
    if (wished) return wished;
  }
  return 'zh';
}
