import type { Language } from '#contract/language/language.ts';
import * as en from './en.ts';
import * as zh from './zh.ts';

export type PortalWords = {
  readonly [Topic in keyof typeof zh]: Readonly<Record<keyof (typeof zh)[Topic], string>>;
};

const packs: Record<Language, PortalWords> = { zh, en };

/** The words of the portal: `portalWords(language).home.title`. */
export function portalWords(language: Language): PortalWords {
  return packs[language];
}
