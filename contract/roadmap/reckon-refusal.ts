import type { Limit } from '#domain/roadmap/counting.ts';
import type { Procedure } from '#domain/roadmap/procedures/procedure.ts';
import type { Reckoned } from '#domain/roadmap/procedures/reckon.ts';
import { fill, type Language, words } from '../language/language.ts';

/** Says in a sentence why a limit cannot be reckoned as asked, and what would be possible. */
export function reckonRefusalSentence(
  procedure: Procedure,
  { refusal, clock }: Extract<Reckoned, { ok: false }>,
  language: Language,
): string {
  const { extension = null, pauses = [] } = clock ?? {};
  const longest = Math.max(0, ...pauses.map(({ mostDays }) => mostDays));
  return fill(words(language).reckonRefusals[refusal], {
    procedure: procedure.title[language],
    clocks: procedure.clocks.map(({ key }) => key).join(language === 'zh' ? '、' : ', '),
    ...(clock && { clock: clock.title[language] }),
    ...(extension && { times: extension.times, most: limitInWords(extension.most, language) }),
    longest: limitInWords({ count: longest, unit: 'natural-day' }, language),
  });
}

/** `30 日`, `1 month`. */
export function limitInWords({ count, unit }: Limit, language: Language): string {
  return fill(words(language).limitsInWords[unit], { count });
}
