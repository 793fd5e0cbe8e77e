import { fill, type Language, words } from '#contract/language/language.ts';
import type { ClockView } from '#contract/matters/clock.ts';
import type { RoadmapProposal, RoadmapRun } from '#contract/matters/roadmap.ts';
import type { Seat } from '#domain/matters/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import type { FollowedMatter } from '#server/features/matters/public.ts';
import { dayNear } from '../day-in-full.ts';
import { isForParty, whatToBring } from '../procedures/limit-in-words.ts';
import { portalWords } from '../words/words.ts';
import { clockInWords, definitionOf } from './clock-in-words.ts';

/**
 * The one limit that stands in the box on top: what is owed next in the lawful procedure, or else in the step that the
 * matter has reached. The others stand with their procedure.
 */
export function firstClock({ clock, roadmap: { now } }: FollowedMatter): ClockView | null {
  const next = now?.clocks.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))[0] ?? null;
  return now?.id === null ? (clock ?? next) : (next ?? clock);
}

/** The legal roadmap for the person whose matter it is: what is behind, what runs, what they can do by when, what may follow. */
export function roadmapInWords(services: Services, matter: FollowedMatter, language: Language) {
  const { past, now, windows, next } = matter.roadmap;
  const shown = firstClock(matter);
  const isNear = ({ reason }: RoadmapProposal): boolean => ['chosen', 'follows'].includes(reason.code);
  const proposal = (one: RoadmapProposal) => proposalInWords(services, one, language);
  return {
    past: past.map((run) => runInWords(services, run, language)),
    now:
      now === null
        ? null
        : {
            ...runInWords(services, now, language),
            clocks: now.clocks
              .filter(({ id }) => id !== shown?.id)
              .map((clock) => clockInWords(services, clock, language)),
          },
    windows: windows.map((clock) => windowInWords(services, clock, matter.seat, language)),
    near: next.filter(isNear).map(proposal),
    others: next.filter((one) => !isNear(one)).map(proposal),
  };
}

function runInWords(services: Services, run: RoadmapRun, language: Language) {
  const w = portalWords(language);
  const today = todayOf(services);
  const day = (one: string): string => dayNear(one, today, language);
  const days = fill(w.clock['natural-days'], { days: run.usedDays });
  // The office's own steps are no lawful procedure, and their limits stand elsewhere.
  const isLawful = run.id !== null;
  return {
    key: isLawful ? run.procedure.code : '',
    name: run.procedure.label,
    what: run.what,
    body: fill(w.roadmap['run-by'], { body: run.body }),
    outside: run.isOutside ? fill(w.roadmap.outside, { body: run.body }) : '',
    source: isLawful ? run.source : '',
    isUnverified: isLawful && !run.isVerified,
    when:
      run.startedOn === null
        ? ''
        : run.endedOn === null
          ? run.usedDays === 0
            ? w.roadmap['since-today']
            : fill(w.roadmap.since, { day: day(run.startedOn), days })
          : fill(w.roadmap['from-to'], { from: day(run.startedOn), until: day(run.endedOn) }),
    result:
      run.endedOn === null
        ? ''
        : fill(w.roadmap.result, { outcome: run.outcome?.label ?? w.roadmap['result-unknown'] }),
    noted: run.noted.slice(1).map(({ event, on }) => ({ what: event.label, on: day(on) })),
    ends: run.outcomes.map(({ label, next }) => ({
      label,
      next:
        next.length === 0 ? w.roadmap['end-answer'] : next.map((one) => one.label).join(listSign(language)),
    })),
  };
}

/** What a party may do themselves, and the last day for it. Past it, that is said, for the chance is gone. */
function windowInWords(services: Services, clock: ClockView, seat: Seat, language: Language) {
  const { roadmap: w } = portalWords(language);
  const told = clockInWords(services, clock, language);
  const definition = definitionOf(services, clock);
  const isTheirs = definition === null || isForParty(definition.procedure, definition.clock);
  const whose = !isTheirs ? 'other-can' : seat === 'respondent' ? 'party-can' : 'you-can';
  const isOver = clock.remaining < 0;
  return {
    ...told,
    name: fill(w[whose], { what: told.title }),
    when: fill(isOver ? w.passed : w.until, { day: told.due.words }),
    left: isOver ? '' : told.left,
    bring: isTheirs && !isOver ? bringInWords(services, clock.step.code, language) : '',
    key: definition?.procedure.key ?? '',
  };
}

function proposalInWords(services: Services, proposal: RoadmapProposal, language: Language) {
  const { roadmap: w } = portalWords(language);
  const { procedure, requires, limit, refusal, reason, startedBy } = proposal;
  return {
    key: procedure.code,
    name: procedure.label,
    why: reason.label,
    what: proposal.what,
    body: fill(w['run-by'], { body: proposal.body }),
    startedBy: fill(w['begun-by'], { who: startedBy }),
    source: proposal.source,
    isUnverified: !proposal.isVerified,
    limit: limit === null ? w['limit-unknown'] : fill(w.limit, { limit: limit.text }),
    needs:
      requires.length === 0
        ? ''
        : fill(w.needs, { what: requires.map(({ label }) => label).join(listSign(language)) }),
    refused: refusal === null ? '' : w.refused,
    bring: bringInWords(services, procedure.code, language),
  };
}

function bringInWords(services: Services, code: string, language: Language): string {
  const bring = whatToBring(services, code, language);
  const { roadmap: w } = portalWords(language);
  return bring === null
    ? ''
    : `${fill(w.bring, { what: bring.what })}${language === 'zh' ? '' : ' '}${w['bring-ask']}`;
}

const listSign = (language: Language): string => words(language).queue.list;
