import { fill, type Language, words } from '#contract/language/language.ts';
import { limitInWords } from '#contract/roadmap/reckon-refusal.ts';
import { explainClock } from '#domain/roadmap/explain-clock.ts';
import type { Procedure, ProcedureClock } from '#domain/roadmap/procedures/procedure.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { dayInFull } from '../day-in-full.ts';
import type { Form } from '../form.ts';
import { isForParty, startInWords, whatToBring } from '../procedures/limit-in-words.ts';
import { portalWords } from '../words/words.ts';
import { type ClockQuestion, typedDay } from './read-question.ts';
import { type Answered, type ClockAnswer, changesAtMost, proceduresOn } from './reckon-question.ts';

/** The calculator's page: its form as it was filled in, and the answer. */
export function clockPage(
  services: Services,
  question: ClockQuestion,
  { answer, errors }: Answered,
  language: Language,
) {
  const chosen = chosenClock(services, question.limit);
  return {
    form: { values: valuesOf(question), errors } satisfies Form,
    groups: optionGroups(services, language),
    chosen: chosen === null ? null : chosenInWords(chosen, language),
    // One more than was filled in, as far as the law lets there be more.
    pauseRows: rowsFor(
      question.pauses.length,
      chosen === null || chosen.clock.pauses.length > 0 ? changesAtMost : 0,
    ),
    extendRows: rowsFor(question.extend.length, chosen === null ? 1 : (chosen.clock.extension?.times ?? 0)),
    hasChanges: question.pauses.length + question.extend.length > 0,
    // A day picker shows nothing of what is no day; then the field is for text, and what was typed stays.
    dayType: [question.from, ...question.pauses.flatMap(({ from, until }) => [from, until])].every(
      (text) => text === '' || typedDay(text) !== null,
    )
      ? 'date'
      : 'text',
    answer: answer === null ? null : answerInWords(services, answer, language),
  };
}

type Chosen = { readonly procedure: Procedure; readonly clock: ProcedureClock };

function chosenClock(services: Services, limit: string): Chosen | null {
  const [key, clockKey] = limit.split('.');
  const procedure = proceduresOn(services, todayOf(services)).find((one) => one.key === key);
  const clock = procedure?.clocks.find((one) => one.key === clockKey);
  return procedure === undefined || clock === undefined ? null : { procedure, clock };
}

function rowsFor(filled: number, most: number): number[] {
  const rows = Math.max(filled, Math.min(filled + 1, most));
  return Array.from({ length: rows }, (_none, index) => index + 1);
}

function valuesOf({ limit, from, pauses, extend }: ClockQuestion): Form['values'] {
  const day = (text: string): string => typedDay(text)?.toString() ?? text;
  const rows = [
    ...pauses.flatMap((pause, index) => [
      [`pauseFrom-${index + 1}`, day(pause.from)],
      [`pauseUntil-${index + 1}`, day(pause.until)],
    ]),
    ...extend.map((number, index) => [`extend-${index + 1}`, number]),
  ];
  return { limit, from: day(from), ...Object.fromEntries(rows) };
}

/** The limits to choose from: first those that the reader keeps, then those that an office owes. */
function optionGroups(services: Services, language: Language) {
  const { calculator: w } = portalWords(language);
  const all = proceduresOn(services, todayOf(services)).flatMap((procedure) =>
    procedure.clocks.map((clock) => ({ procedure, clock })),
  );
  const group = (label: string, belongs: (one: Chosen) => boolean) => ({
    label,
    options: all.filter(belongs).map(({ procedure, clock }) => ({
      value: `${procedure.key}.${clock.key}`,
      label: `${procedure.title[language]} · ${clock.title[language]} · ${limitInWords(clock.limit, language)}`,
    })),
  });
  const isStep = ({ procedure }: Chosen): boolean => procedure.heldBy === 'step';
  const isYours = ({ procedure, clock }: Chosen): boolean => isForParty(procedure, clock);
  return [
    group(w['for-you'], isYours),
    group(w['for-office'], (one) => !isYours(one) && !isStep(one)),
    group(w['for-centre'], isStep),
  ];
}

/** What the law lets be changed of the chosen limit, told before anybody fills it in. */
function chosenInWords({ procedure, clock }: Chosen, language: Language) {
  const w = portalWords(language);
  const { extension, pauses } = clock;
  return {
    key: procedure.heldBy === 'step' ? '' : procedure.key,
    start: fill(w.calculator['from-start'], { start: startInWords(procedure, clock, language) }),
    pause: pauses
      .map(({ ground, title, mostDays }) => ({ ground, title: title[language], days: mostDays }))
      .map(({ title, days }) => fill(w.procedures.pause, { ground: title, days })),
    extension:
      extension === null
        ? ''
        : fill(w.procedures[extension.isMostByLaw ? 'extension' : 'extension-city'], {
            times: extension.times,
            most: limitInWords(extension.most, language),
            approver: words(language).extensionApprovers[extension.approvedBy],
          }),
  };
}

function answerInWords(services: Services, { procedure, clock, reading }: ClockAnswer, language: Language) {
  const w = portalWords(language);
  const today = todayOf(services);
  const isWorking = clock.limit.unit === 'working-day';
  const days = fill(w.clock[isWorking ? 'working-days' : 'natural-days'], {
    days: Math.abs(reading.remainingDays),
  });
  const standing = reading.isLate ? 'late' : reading.remainingDays === 0 ? 'last-day' : 'left';
  const code = `${procedure.key}/${clock.key}`;
  const bring = isForParty(procedure, clock) ? whatToBring(services, code, language) : null;
  return {
    name: `${procedure.title[language]} · ${clock.title[language]}`,
    due: { at: reading.dueOn.toString(), words: dayInFull(reading.dueOn.toString(), language) },
    standing: fill(w.calculator[standing], { today: dayInFull(today, language), days }),
    isProvisional: reading.provisional,
    isVerified: clock.isVerified,
    steps: explainClock(reading, language),
    source: clock.source,
    expiry: clock.expiry[language],
    bring: bring === null ? '' : `${fill(w.roadmap.bring, { what: bring.what })} ${w.roadmap['bring-ask']}`,
  };
}
