import type { Temporal } from 'temporal-polyfill';
import { reckonRefusalSentence } from '#contract/roadmap/reckon-refusal.ts';
import { levelOn } from '#domain/levels/levels.ts';
import { standingInChinese, stepInChinese } from '#domain/roadmap/clock-in-chinese.ts';
import { standingInEnglish, stepInEnglish } from '#domain/roadmap/clock-in-english.ts';
import { proceduresInForce } from '#domain/roadmap/procedures/in-force.ts';
import type { Procedure, ProcedureClock } from '#domain/roadmap/procedures/procedure.ts';
import { type Reckoned, reckonClock } from '#domain/roadmap/procedures/reckon.ts';
import { stepProcedures } from '#domain/roadmap/procedures/step-procedures.ts';
import { makeCityCalendar } from '#server/adapters/calendar.ts';
import type { CityPack } from '#server/adapters/city-pack.ts';
import { type ClockOptions, readClockOptions } from './clock-options.ts';

/** What is printed, as data; or the sentence that says what is wrong. */
export type ClockAnswer =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly sentence: string };

/** `hejie clock`: the limits of the city's procedures, or one of them reckoned and explained. */
export function clockCommand(pack: CityPack, options: ClockOptions, today: Temporal.PlainDate): ClockAnswer {
  if (options.list) return { ok: true, answer: listClocks(pack, today) };
  const read = readClockOptions(options, today);
  if (typeof read === 'string') return { ok: false, sentence: read };
  const { startedOn, at, pauses, extendBy } = read;
  const procedure = findProcedure(pack, options.procedure, startedOn);
  if (typeof procedure === 'string') return { ok: false, sentence: procedure };
  const reckoned = reckonClock({
    procedure,
    clockKey: options.clock,
    startedOn,
    pauses,
    extendBy,
    at,
    calendar: makeCityCalendar(pack.calendar),
  });
  if (!reckoned.ok) return { ok: false, sentence: reckonRefusalSentence(procedure, reckoned, 'en') };
  return { ok: true, answer: answerOf(pack, reckoned, startedOn, at) };
}

/** Every clock of every procedure in force, the legal ones first, then those of the city's own steps. */
function listClocks(pack: CityPack, today: Temporal.PlainDate) {
  const procedures = [...proceduresInForce(pack.procedures, today), ...stepProcedures(pack.stepLimits)];
  return procedures.flatMap(({ key, title, clocks }) =>
    clocks.map((clock) => ({
      key,
      clock: clock.key,
      title: `${title.zh}：${clock.title.zh} / ${title.en}: ${clock.title.en}`,
      source: clock.source,
    })),
  );
}

/** The procedure in the version that was in force when it began. */
function findProcedure(pack: CityPack, key: string | undefined, on: Temporal.PlainDate): Procedure | string {
  const all = [...pack.procedures, ...stepProcedures(pack.stepLimits)];
  const keys = [...new Set(all.map((one) => one.key))].join(', ');
  if (key === undefined) return 'Name a procedure with --procedure KEY, or see them all with --list.';
  const versions = all.filter((one) => one.key === key);
  if (versions.length === 0) return `There is no procedure "${key}"; there are ${keys}.`;
  const [inForce] = proceduresInForce(versions, on);
  const first = versions.map(({ inForceFrom }) => inForceFrom).sort()[0];
  return inForce ?? `"${key}" is in force from ${first}, not yet on ${on}.`;
}

function answerOf(
  pack: CityPack,
  { clock, reading }: Extract<Reckoned, { ok: true }>,
  startedOn: Temporal.PlainDate,
  at: Temporal.PlainDate,
) {
  const { usedDays, remainingDays } = reading;
  const steps = [
    ...reading.steps.map((step) => ({ ...step, zh: stepInChinese(step), en: stepInEnglish(step) })),
    ...(clock.isVerified ? [] : [{ code: 'not-verified', date: reading.dueOn, ...notVerified }]),
    {
      code: 'standing',
      date: at,
      usedDays,
      remainingDays,
      zh: standingInChinese(reading),
      en: standingInEnglish(reading),
    },
  ];
  return {
    dueAt: reading.dueOn,
    level: levelAt(pack, clock, startedOn, reading.dueOn, at),
    provisional: reading.provisional,
    steps,
    source: clock.source,
  };
}

const notVerified = {
  zh: '这个期限由本市规定，或者尚未对照法律原文核实。',
  en: "This limit is the city's own, or was not yet checked against the text of the law.",
} as const;

/** The colour that the clock alone would give a matter. A window of the parties' own makes nobody late. */
function levelAt(
  pack: CityPack,
  { owedBy }: ProcedureClock,
  startedOn: Temporal.PlainDate,
  dueOn: Temporal.PlainDate,
  at: Temporal.PlainDate,
): string {
  if (owedBy === 'party') return 'none';
  const facts = {
    dueFrom: startedOn.toString(),
    dueOn: dueOn.toString(),
    runningDue: [],
    returns: 0,
    transfers: 0,
    reopenings: 0,
    parties: 0,
    isInDanger: false,
  };
  return levelOn(pack.levelRules, facts, at.toString()).level ?? 'none';
}
