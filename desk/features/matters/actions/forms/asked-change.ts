import type { Language } from '#contract/language/language.ts';
import type { ClockView } from '#contract/matters/clock.ts';
import type { Say } from '../../../../app/language/words.tsx';
import { dayWords } from '../../../../design-system/time/day-words.ts';

/** What was asked for of a limit, in a sentence; empty where nothing was. */
export function askedWords({ asked, mayExtend, limit }: ClockView, say: Say, language: Language): string {
  if (asked === null) return '';
  if (asked.days !== null)
    return say('roadmap.askedExtension', {
      length: say(`length.${mayExtend?.unit ?? limit.unit}`, { count: asked.days }),
    });
  return say('roadmap.askedPause', {
    ground: asked.ground ?? '',
    from: dayWords(asked.from ?? '', language),
    until: dayWords(asked.until ?? '', language),
  });
}
