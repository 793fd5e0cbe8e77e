import { fill, type Language, words } from '#contract/language/language.ts';
import type { LevelView } from '#contract/levels/level.ts';
import { type LevelFacts, type LevelReason, levelOn } from '#domain/levels/levels.ts';
import type { Level } from '#domain/levels/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';

/** The colour that an open matter has today under the rules in force, with its reasons; null for none. */
export function presentLevel(
  services: Pick<Services, 'levels' | 'pack' | 'clock'>,
  facts: LevelFacts,
  language: Language,
): LevelView | null {
  const today = todayOf(services);
  const { level, reasons } = levelOn(services.levels.inForceOn(today), facts, today);
  if (level === null) return null;
  return {
    level,
    label: levelLabel(services, level, language),
    reasons: reasons.map((reason) => reasonInWords(reason, language)),
  };
}

/** What the city calls a colour. */
export function levelLabel({ pack }: Pick<Services, 'pack'>, level: Level, language: Language): string {
  const named = pack.levels.get(level);
  return (language === 'zh' ? named?.name : named?.nameEn) ?? level;
}

const signs = { '>=': '≥', '>': '>', '=': '=' } as const;

function reasonInWords({ fact, op, number, value }: LevelReason, language: Language): string {
  const sentences = words(language).levelReasons;
  if (fact === 'danger') return value === 1 ? sentences.danger : sentences['no-danger'];
  return fill(sentences[fact], { op: signs[op], number, value });
}
