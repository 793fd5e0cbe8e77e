import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { fill, type Language, type Parameters } from '#contract/language/language.ts';
import type { DeskWords } from '../../language/zh.ts';
import { learn, type Pack, packOf } from './packs.ts';

export type WordKey = keyof DeskWords;
export type Say = (key: WordKey, params?: Parameters) => string;

type Words = {
  language: Language;
  /** A sentence of the desk's own. */
  say: Say;
  /** The words that server and desk share: `shared.statuses[status]`. */
  shared: Pack['shared'];
  speak(language: Language): Promise<void>;
};

const WordsContext = createContext<Words | undefined>(undefined);

/** The server reads the same cookie, so that its refusals come in the language on screen. */
export function spokenLanguage(): Language {
  return /(?:^|; )hejie_language=en/.test(document.cookie) ? 'en' : 'zh';
}

export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(spokenLanguage);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const value = useMemo<Words>(() => {
    const { own, shared } = packOf(language);
    return {
      language,
      say: (key, params) => fill(own[key], params),
      shared,
      speak: async (chosen) => {
        await learn(chosen);
        // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is missing in half the browsers
        document.cookie = `hejie_language=${chosen}; path=/; max-age=31536000; samesite=lax`;
        setLanguage(chosen);
      },
    };
  }, [language]);
  return <WordsContext value={value}>{children}</WordsContext>;
}

export function useWords(): Words {
  const value = use(WordsContext);
  if (!value) throw new Error('useWords needs a WordsProvider above it');
  return value;
}
