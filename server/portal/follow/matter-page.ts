import { fill, type Language, words } from '#contract/language/language.ts';
import type { Stage } from '#domain/matters/path.ts';
import type { Step } from '#domain/matters/vocabulary.ts';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import { dayInWords } from '#server/app/day-in-words.ts';
import type { Services } from '#server/app/services.ts';
import { type FollowedEvent, type FollowedMatter, openingsAtMost } from '#server/features/matters/public.ts';
import { momentInWords } from '../moment-in-words.ts';
import { type PortalWords, portalWords } from '../words/words.ts';

const stepsOf: Readonly<Record<Stage, Step | null>> = {
  register: null,
  accept: 'accept',
  route: 'route',
  handle: 'handle',
  answer: 'answer',
  'call-back': 'call-back',
  close: 'close',
};

/** The matter's page in words: where it is, until when and why, what comes next, what they may do, what was said. */
export function matterPage(services: Services, matter: FollowedMatter, language: Language) {
  const w = portalWords(language);
  const { zone } = services.pack.city;
  const moment = (at: string): { at: string; words: string } => ({
    at,
    words: momentInWords(new Date(at), zone, language),
  });
  return {
    m: matter,
    title: matter.told?.subject ?? fill(w.follow['about-you'], { kind: matter.kind }),
    registeredOn: dayInWords(matter.registeredOn, language),
    clock: clockInWords(matter, w, language),
    path: matter.path.map(({ stage, state, on }) => ({
      state,
      stage,
      label: w.stageNames[stage],
      what: w.stages[`${stage}-${state}`],
      on: on === undefined ? null : { at: on, words: dayInWords(on, language) },
      limit: state === 'next' ? limitInWords(services, stage, w) : '',
    })),
    happened: matter.happened.map((event) => ({
      ...event,
      moment: moment(event.at),
      title: titleOf(event, w, language),
    })),
    papers: matter.papers.map((paper) => ({
      ...paper,
      moment: moment(paper.addedAt),
      size: sizeInWords(paper.sizeBytes),
    })),
    openingsAtMost,
    openings: matter.openings.map((opening) => ({ ...opening, moment: moment(opening.at) })),
    today: dayInWords(legalDay(services.clock.now(), zone).toString(), language),
  };
}

/** How long it has taken and how long it may: the days used, the last day, and how it was counted. */
function clockInWords({ clock }: FollowedMatter, w: PortalWords, language: Language) {
  if (clock === null) return null;
  const isWorking = clock.limit.unit === 'working-day';
  const days = w.clock[isWorking ? 'working-days' : 'natural-days'];
  const count = (number: number): string => fill(days, { days: number });
  const left = clock.remaining;
  return {
    step: clock.step.label,
    due: { at: clock.dueOn, words: dayInWords(clock.dueOn, language) },
    used: fill(w.clock.used, { used: count(Math.max(clock.used, 0)), limit: count(clock.limit.count) }),
    left: clock.isLate
      ? fill(w.clock.late, { days: count(Math.max(-left, 0)) })
      : left === 0
        ? w.clock['last-day']
        : fill(w.clock.left, { days: count(left) }),
    isLate: clock.isLate,
    isProvisional: clock.isProvisional,
    explanation: clock.explanation,
    source: clock.source,
    usedShare: Math.min(100, Math.round((Math.max(clock.used, 0) / clock.limit.count) * 100)),
  };
}

/** How long a stage that is still to come may take once it begins. */
function limitInWords({ pack }: Services, stage: Stage, w: PortalWords): string {
  const step = stepsOf[stage];
  if (step === null) return '';
  const { count, unit } = pack.stepLimits[step];
  const days = fill(w.clock[unit === 'working-day' ? 'working-days' : 'natural-days'], { days: count });
  return fill(w.clock.within, { days });
}

/** What happened, said to the one who reads it; a kind nobody thought of is called what the office calls it. */
function titleOf(event: FollowedEvent, w: PortalWords, language: Language): string {
  const own = `${event.type}-own` as keyof PortalWords['happened'];
  const plain = event.type as keyof PortalWords['happened'];
  const sentence =
    (event.isOwn ? w.happened[own] : undefined) ??
    w.happened[plain] ??
    words(language).events[event.type as keyof ReturnType<typeof words>['events']] ??
    event.type;
  return fill(sentence, { to: event.to ?? '', by: event.by }).trim();
}

function sizeInWords(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
