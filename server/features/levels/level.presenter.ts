import { fill, type Language, words } from '#contract/language/language.ts';
import type { LevelView } from '#contract/levels/level.ts';
import { type LevelFacts, type LevelReading, type LevelReason, levelOn } from '#domain/levels/levels.ts';
import type { Level, LevelFact } from '#domain/levels/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';

/** The colour that an open matter has today under the rules in force, with its reasons. */
export function levelToday(
  services: Pick<Services, 'levels' | 'pack' | 'clock'>,
  facts: LevelFacts,
): LevelReading {
  const today = todayOf(services);
  return levelOn(services.levels.inForceOn(today), facts, today);
}

/** Null for none. */
export function presentLevel(
  services: Pick<Services, 'pack'>,
  { level, reasons }: LevelReading,
  language: Language,
): LevelView | null {
  if (level === null) return null;
  return {
    level,
    label: levelLabel(services, level, language),
    reasons: reasons.map((reason) => withRule(reason, language)),
  };
}

/** The reasons in a few words for a line of a list, but for the facts that the line tells anyway. */
export function levelInBrief(
  { reasons }: LevelReading,
  told: readonly LevelFact[],
  language: Language,
): string[] {
  return reasons.filter(({ fact }) => !told.includes(fact)).map((reason) => inWords(reason, language));
}

/** What the city calls a colour. */
export function levelLabel({ pack }: Pick<Services, 'pack'>, level: Level, language: Language): string {
  const named = pack.levels.get(level);
  return (language === 'zh' ? named?.name : named?.nameEn) ?? level;
}

const signs = { '>=': '≥', '>': '>', '=': '=' } as const;

function withRule(reason: LevelReason, language: Language): string {
  const sentence = inWords(reason, language);
  // Of a danger to somebody it is enough to say that there is one.
  if (reason.fact === 'danger') return sentence;
  const { number, percent } = words(language).levelRules;
  return fill(reason.fact === 'share-used' ? percent : number, {
    reason: sentence,
    op: signs[reason.op],
    number: reason.number,
  });
}

function inWords({ fact, value }: LevelReason, language: Language): string {
  const sentences = words(language).levelReasons;
  if (fact === 'danger') return value === 1 ? sentences.danger : sentences['no-danger'];
  return fill(sentences[fact], { value });
}
