import { Temporal } from 'temporal-polyfill';
import { fill, type Language } from '#contract/language/language.ts';
import { reckonRefusalSentence } from '#contract/roadmap/reckon-refusal.ts';
import type { Procedure } from '#domain/roadmap/procedures/procedure.ts';
import { type Reckoned, type ReckonRefusal, reckonClock } from '#domain/roadmap/procedures/reckon.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { dateInFull } from '../day-in-full.ts';
import type { FormError } from '../form.ts';
import { portalWords } from '../words/words.ts';
import { type ClockQuestion, typedDay } from './read-question.ts';

export type ClockAnswer = Extract<Reckoned, { ok: true }> & { readonly procedure: Procedure };
export type Answered = { readonly answer: ClockAnswer | null; readonly errors: readonly FormError[] };

/** More than any law allows. */
export const changesAtMost = 6;
const firstYear = 1990;
const lastYear = 2099;

/** Every procedure in force on a day, the city's own steps last. */
export function proceduresOn(services: Services, day: string): readonly Procedure[] {
  return [...services.roadmap.inForce(day), ...services.roadmap.steps];
}

/** Reckons what was asked, as `npx hejie clock` does; or says at which field what is wrong. */
export function reckonQuestion(services: Services, question: ClockQuestion, language: Language): Answered {
  const { calculator: w } = portalWords(language);
  const errors: FormError[] = [];
  const tell = (field: string, text: string): null => {
    errors.push({ field, text });
    return null;
  };
  const dayAt = (field: string, text: string): Temporal.PlainDate | null => {
    const day = typedDay(text);
    if (day === null) return tell(field, w['date-wrong']);
    return day.year < firstYear || day.year > lastYear ? tell(field, w['date-out']) : day;
  };

  const [key = '', clockKey = ''] = question.limit.split('.');
  const isKnown = proceduresOn(services, todayOf(services)).some(
    (one) => one.key === key && one.clocks.some((clock) => clock.key === clockKey),
  );
  if (!isKnown) tell('limit', w['limit-missing']);
  const startedOn = question.from === '' ? tell('from', w['from-missing']) : dayAt('from', question.from);
  const pauses = question.pauses.map(({ from, until }, index) => ({
    from:
      from === ''
        ? tell(`pauseFrom-${index + 1}`, w['pause-from-missing'])
        : dayAt(`pauseFrom-${index + 1}`, from),
    until: until === '' ? undefined : dayAt(`pauseUntil-${index + 1}`, until),
  }));
  for (const [index, number] of question.extend.entries())
    if (!/^[1-9]\d{0,3}$/.test(number)) tell(`extend-${index + 1}`, w['extend-wrong']);
  const tooMany = fill(w['too-many'], { most: changesAtMost });
  if (question.pauses.length > changesAtMost) tell('pauseFrom-1', tooMany);
  if (question.extend.length > changesAtMost) tell('extend-1', tooMany);
  if (errors.length > 0 || startedOn === null) return { answer: null, errors };

  const procedure = proceduresOn(services, startedOn.toString()).find((one) => one.key === key);
  if (procedure === undefined) {
    tell('from', notYetInForce(services, key, language));
    return { answer: null, errors };
  }
  const reckoned = reckonClock({
    procedure,
    clockKey,
    startedOn,
    pauses: pauses.flatMap(({ from, until }) => (from === null || until === null ? [] : [{ from, until }])),
    extendBy: question.extend.map(Number),
    at: Temporal.PlainDate.from(todayOf(services)),
    calendar: services.calendar,
  });
  if (reckoned.ok) return { answer: { ...reckoned, procedure }, errors };
  tell(fieldOf(reckoned.refusal), reckonRefusalSentence(procedure, reckoned, language));
  return { answer: null, errors };
}

function fieldOf(refusal: ReckonRefusal): string {
  if (refusal.startsWith('extension')) return 'extend-1';
  return refusal.startsWith('pause') ? 'pauseFrom-1' : 'limit';
}

/** Nobody reckons by a law of before the day on which it was there. */
function notYetInForce({ pack }: Services, key: string, language: Language): string {
  const versions = pack.procedures.filter((one) => one.key === key);
  const first = versions.toSorted((one, other) => one.inForceFrom.localeCompare(other.inForceFrom))[0];
  return fill(portalWords(language).calculator['not-in-force'], {
    procedure: first?.title[language] ?? key,
    day: dateInFull(first?.inForceFrom ?? '', language),
  });
}
