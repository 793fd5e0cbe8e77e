import type { Language, words } from '#contract/language/language.ts';
import type { DeskWords } from '../../language/zh.ts';

export type Pack = {
  readonly own: DeskWords;
  /** The words that server and desk share. */
  readonly shared: ReturnType<typeof words>;
};

const loaders: Record<Language, () => Promise<Pack>> = {
  zh: () => import('../../language/pack-zh.ts'),
  en: () => import('../../language/pack-en.ts'),
};
const known: Partial<Record<Language, Pack>> = {};

/** Fetches a language's words. Nobody waits for those of a language that they do not read. */
export async function learn(language: Language): Promise<void> {
  known[language] ??= await loaders[language]();
}

export function packOf(language: Language): Pack {
  const pack = known[language];
  if (!pack) throw new Error(`the words of ${language} were not fetched`);
  return pack;
}
