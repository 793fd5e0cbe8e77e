import { type Language, words } from '#contract/language/language.ts';
import type { Channel, Danger, Need, Outcome } from '#domain/matters/vocabulary.ts';
import type { Services } from '#server/app/services.ts';

type Labelled<T extends string = string> = { code: T; label: string };
type Named = { readonly name: string; readonly nameEn: string };

function named(entry: Named | undefined, code: string, language: Language): Labelled {
  return { code, label: entry === undefined ? code : language === 'zh' ? entry.name : entry.nameEn };
}

export function kindLabel({ pack }: Pick<Services, 'pack'>, code: string, language: Language): Labelled {
  return named(pack.kinds.get(code), code, language);
}

export function regionLabel({ pack }: Pick<Services, 'pack'>, code: string, language: Language): Labelled {
  return named(pack.regions.get(code), code, language);
}

export function channelLabel(code: string, language: Language): Labelled {
  return { code, label: words(language).channels[code as Channel] };
}

export function needLabel(code: string, language: Language): Labelled {
  return { code, label: words(language).needs[code as Need] };
}

export function dangerLabel(code: string | null, language: Language): Labelled<Danger> | null {
  return code === null ? null : { code: code as Danger, label: words(language).dangers[code as Danger] };
}

export function outcomeLabel(code: Outcome | null, language: Language): Labelled<Outcome> | null {
  return code === null ? null : { code, label: words(language).outcomes[code] };
}
