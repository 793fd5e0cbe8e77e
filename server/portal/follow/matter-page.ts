import { fill, type Language, words } from '#contract/language/language.ts';
import type { Stage } from '#domain/matters/path.ts';
import type { Step } from '#domain/matters/vocabulary.ts';
import { dayInWords } from '#server/app/day-in-words.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import {
  type FollowedEvent,
  type FollowedMatter,
  type FollowedOpening,
  openingsAtMost,
} from '#server/features/matters/public.ts';
import { dayNear } from '../day-in-full.ts';
import { momentInWords } from '../moment-in-words.ts';
import { type PortalWords, portalWords } from '../words/words.ts';
import { clockInWords } from './clock-in-words.ts';
import { firstClock, roadmapInWords } from './roadmap-in-words.ts';

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
  const today = todayOf(services);
  const first = firstClock(matter);
  const roadmap = roadmapInWords(services, matter, language);
  const lawful = matter.roadmap.now?.id ? matter.roadmap.now : null;
  const moment = (at: string): { at: string; words: string } => ({
    at,
    words: momentInWords(new Date(at), zone, language),
  });
  const openings = matter.openings.map((opening) => ({ ...opening, moment: moment(opening.at) }));
  return {
    m: matter,
    title: matter.told?.subject ?? fill(w.follow['about-you'], { kind: matter.kind }),
    registeredOn: dayInWords(matter.registeredOn, language),
    clock: first === null ? null : clockInWords(services, first, language),
    stepClock:
      matter.clock === null || matter.clock.id === first?.id
        ? null
        : clockInWords(services, matter.clock, language),
    roadmap,
    hasRoadmap:
      roadmap.now !== null ||
      [roadmap.past, roadmap.windows, roadmap.near, roadmap.others].some((list) => list.length > 0),
    procedure: lawful === null ? '' : lawful.procedure.label,
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
      title: titleOf(event, w, today, language),
    })),
    papers: matter.papers.map((paper) => ({
      ...paper,
      moment: moment(paper.addedAt),
      size: sizeInWords(paper.sizeBytes),
    })),
    openingsAtMost,
    outside: outsideIn(openings),
    openings: openings.filter(({ purpose }) => purpose === null),
    today: dayInWords(today, language),
  };
}

/** What was opened outside the handling offices, under one purpose together; the latest first. */
function outsideIn<One extends FollowedOpening>(openings: readonly One[]) {
  const purposes = new Map<string, { first: One; purpose: NonNullable<One['purpose']>; looks: One[] }>();
  for (const one of openings) {
    if (one.purpose === null) continue;
    const known = purposes.get(one.purpose.id);
    if (known === undefined) purposes.set(one.purpose.id, { first: one, purpose: one.purpose, looks: [one] });
    else known.looks.push(one);
  }
  return [...purposes.values()];
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
function titleOf(
  { type, isOwn, to, by, procedure }: FollowedEvent,
  w: PortalWords,
  today: string,
  language: Language,
): string {
  const said = w.happened as Readonly<Record<string, string>>;
  const { events } = words(language);
  const of = procedure === null ? undefined : procedure.isRefused ? '-refused' : '-facts';
  const sentence =
    (isOwn ? said[`${type}-own`] : undefined) ??
    (of === undefined ? undefined : said[`${type}${of}`]) ??
    said[type] ??
    events[type as keyof typeof events] ??
    type;
  const day = procedure?.dueOn ? dayNear(procedure.dueOn, today, language) : '';
  const facts = { procedure: procedure?.procedure ?? '', what: procedure?.what ?? '', day };
  return fill(sentence, { to: to ?? '', by, ...facts }).trim();
}

function sizeInWords(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
