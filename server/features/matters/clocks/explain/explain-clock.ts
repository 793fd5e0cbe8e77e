import { Temporal } from 'temporal-polyfill';
import type { Language } from '#contract/language/language.ts';
import type { ExplainedClock } from '#contract/matters/explain-clock.ts';
import { readKept } from '#domain/roadmap/kept-clock.ts';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import { type ReplayedClock, replay } from '#domain/roadmap/replay.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { presentExplained } from '../../present/explained-clock.presenter.ts';
import { isSealed } from '../../steps/side-ways/sealed-reading.queries.ts';
import { type ClockHistory, clockHistory } from './explain-clock.queries.ts';

export type ExplainRequest = {
  readonly matterId: string;
  /** An id, or the code of a step: then the latest of that step. */
  readonly clock: string;
  /** A day; today where none is named. */
  readonly at: string | undefined;
  readonly language: Language;
};

/**
 * Explains a clock of a matter as it was known at the end of a day: with the pauses and extensions that were recorded by
 * then, and the calendar by which it had been counted. It tells days only, which the queue shows as well, so it is no
 * opening of the file that would be put on record.
 */
export async function explainClockAt(
  services: Services,
  actor: Actor,
  { matterId, clock: wanted, at, language }: ExplainRequest,
): Promise<ExplainedClock> {
  const today = todayOf(services);
  const day = at ?? today;
  const history = await inTransaction(services, actor, async (trx) => {
    const found = await clockHistory(trx, actor, matterId);
    if (found === undefined) {
      if (await isSealed(trx, actor.cityCode, { id: matterId })) refuse(403, 'sealed');
      refuse(404, 'not-found');
    }
    return found;
  });
  const stored = history.clocks.filter(({ id, step }) => id === wanted || step === wanted);
  if (stored.length === 0) refuse(404, 'not-found');
  if (day > today) refuse(422, 'day-in-future', { field: 'at' });
  const known = knownBy(services, history, day).findLast(({ id }) => stored.some((one) => one.id === id));
  const now = stored.find(({ id }) => id === known?.id);
  if (known === undefined || now === undefined) refuse(422, 'clock-not-known-then', { field: 'at' });
  const reading = readKept(services.calendars.at(known.countedAt), known, known.endedOn ?? day);
  if (!reading.ok) throw new Error(`the clock ${known.id} cannot be counted: ${reading.reason}`);
  return presentExplained(services, { known, now, reading, at: day }, language);
}

/** The clocks as the events tell them that were recorded by the end of a day. */
function knownBy(
  { calendars, pack }: Services,
  { events }: ClockHistory,
  day: string,
): readonly ReplayedClock[] {
  const recorded = events.filter(
    ({ recordedAt }) => legalDay(Temporal.Instant.from(recordedAt), pack.city.zone).toString() <= day,
  );
  return replay(recorded, calendars.at).clocks;
}
