import type { RegisterMatterBody } from '#contract/matters/register-matter.ts';
import { suggestOffice } from '#domain/matters/suggest-kind.ts';
import { stepOf } from '#domain/matters/transitions.ts';
import { type Channel, isOpen, type Status } from '#domain/matters/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import { demoActor } from './accounts.ts';
import { baotou, buerhantu, type Cast, kundulun, type Office, qingshan, xianfengdao } from './casts.ts';
import { type CourseName, courses } from './courses.ts';
import { createDraw, type Draw, filled } from './draw.ts';
import { momentsOf } from './moments.ts';
import { organisation, person } from './parties.ts';
import type { PlannedStep } from './planned-step.ts';
import type { PlayedMatter, PlayedStep } from './play.ts';
import { termsOf } from './roadmap-courses.ts';
import { type Story, stories, storyWords } from './stories.ts';
import { tinyPage, tinyPicture } from './tiny-files.ts';

const seed = 20_260_925;

/** How many matters of each centre take which course. */
const plan: readonly { readonly cast: Cast; readonly courses: Partial<Record<CourseName, number>> }[] = [
  {
    cast: qingshan,
    courses: {
      registered: 10,
      accepted: 8,
      offered: 10,
      returned: 4,
      disputed: 3,
      decided: 2,
      handling: 26,
      assigned: 5,
      resolved: 8,
      answered: 9,
      'not-reached': 4,
      'called-back': 5,
      unsatisfied: 4,
      closed: 14,
      'closed-not-reached': 4,
      reopened: 3,
      'handled-again': 3,
      declined: 4,
      withdrawn: 3,
      'passed-up': 3,
      'passed-down': 3,
      'passed-across': 2,
      'kept-safe': 2,
    },
  },
  {
    cast: kundulun,
    courses: {
      registered: 6,
      accepted: 4,
      offered: 6,
      returned: 2,
      disputed: 2,
      handling: 14,
      resolved: 5,
      answered: 6,
      'not-reached': 2,
      'called-back': 3,
      unsatisfied: 2,
      closed: 8,
      'closed-not-reached': 2,
      reopened: 2,
      declined: 2,
      withdrawn: 2,
      'passed-up': 2,
    },
  },
  {
    cast: baotou,
    courses: {
      registered: 5,
      accepted: 3,
      offered: 4,
      handling: 9,
      resolved: 3,
      answered: 4,
      'called-back': 3,
      closed: 6,
      'closed-not-reached': 2,
      declined: 1,
      'handled-again': 1,
    },
  },
  {
    cast: xianfengdao,
    courses: {
      registered: 5,
      accepted: 4,
      offered: 4,
      handling: 10,
      resolved: 3,
      answered: 3,
      'called-back': 2,
      closed: 6,
      declined: 1,
      withdrawn: 1,
      'passed-up': 1,
    },
  },
  { cast: buerhantu, courses: { registered: 3, accepted: 2, handling: 6, answered: 2, 'asked-upper': 5 } },
  // Last, so that nothing before it is drawn differently.
  { cast: qingshan, courses: { assisted: 8 } },
  {
    cast: qingshan,
    courses: { suspended: 3, 'not-resumed': 2, transferred: 5, escalated: 2, sealed: 2, corrected: 2 },
  },
  {
    cast: qingshan,
    courses: {
      chosen: 2,
      unwilling: 1,
      mediating: 3,
      agreed: 2,
      confirming: 1,
      'not-agreed': 1,
      'petition-asked': 1,
      'petition-extended': 1,
      appraising: 1,
      arbitrated: 2,
    },
  },
];

/** The same few hundred matters on every machine; only their days follow today. */
export function inventMatters(services: Services): PlayedMatter[] {
  const draw = createDraw(seed);
  return plan
    .flatMap(({ cast, courses: counts }) =>
      Object.entries(counts).flatMap(([name, count]) =>
        Array.from({ length: count }, () => ({ cast, course: name as CourseName })),
      ),
    )
    .map(({ cast, course }, index) => inventMatter(services, draw, cast, course, index));
}

function inventMatter(
  services: Services,
  draw: Draw,
  cast: Cast,
  course: CourseName,
  index: number,
): PlayedMatter {
  const terms = termsOf(course);
  const isSafety = course === 'kept-safe' || draw.isChance(2);
  const kinds = terms?.kinds ?? (isSafety ? ['01'] : null);
  const story = draw.one(kinds === null ? stories : stories.filter(({ kind }) => kinds.includes(kind)));
  const office = draw.isChance(25) ? cast.own : officeFor(services, cast, story.kind);
  const steps = courses[course]({ cast, office, draw });
  const moments = momentsOf([0, ...steps.map(({ gap }) => gap)], {
    now: services.clock.now(),
    zone: services.pack.city.zone,
    calendar: services.calendar,
    draw,
    lastAge: Math.max(
      leastAge(services),
      terms ? draw.between(...terms.lastAge) : ageOfLastStep(services, draw, steps),
    ),
  });
  const [registeredAt, ...stepTimes] = moments;
  if (registeredAt === undefined) throw new Error('a matter begins with its registration');
  const isAnonymous = course === 'closed-not-reached' ? false : draw.isChance(5);
  return {
    id: matterId(index),
    by: demoActor(services, draw.one(cast.clerks), { unit: cast.centre, role: 'clerk' }),
    at: registeredAt,
    body: registration(draw, cast, story, { isSafety, isAnonymous }),
    steps: steps.map((step, place) => played(services, step, stepTimes[place] ?? registeredAt)),
  };
}

function played(services: Services, step: PlannedStep, at: PlayedStep['at']): PlayedStep {
  const by = demoActor(services, step.by, step.as);
  if (step.action !== 'add-paper') return { by, at, action: step.action, body: step.body };
  const files =
    step.kind === 'evidence'
      ? [
          { name: '现场照片1.png', mediaType: 'image/png', content: tinyPicture([146, 138, 121]) },
          { name: '现场照片2.png', mediaType: 'image/png', content: tinyPicture([108, 122, 128]) },
        ]
      : [
          {
            name: `${paperNames[step.kind] ?? '材料'}.pdf`,
            mediaType: 'application/pdf',
            content: tinyPage(`Demo ${step.kind}`),
          },
        ];
  return { by, at, action: 'add-paper', kind: step.kind, files };
}

const paperNames: Partial<Record<string, string>> = {
  record: '调解笔录',
  agreement: '调解协议书',
  letter: '协商函',
};

/** The first competent office that has somebody here, else the centre itself. */
export function officeFor({ pack }: Services, cast: Cast, kind: string): Office {
  const officeOf = (department: string): Office | undefined =>
    cast.offices.find(({ unit }) => unit.endsWith(`/${department}`));
  const department = suggestOffice(kind, pack.routing, (one) => officeOf(one) !== undefined);
  return (department === undefined ? undefined : officeOf(department)) ?? cast.own;
}

export const statusAfter: Partial<Record<string, Status>> = {
  accept: 'accepted',
  decline: 'declined',
  withdraw: 'closed',
  route: 'offered',
  'accept-hand-over': 'handling',
  'return-hand-over': 'accepted',
  decide: 'handling',
  'record-outcome': 'resolved',
  answer: 'answered',
  close: 'closed',
  'close-not-reached': 'closed',
  reopen: 'accepted',
};

/**
 * Most are in time, some due today, some late: the age of the last step in working days, against the limit of the step
 * that now runs.
 */
export function ageOfLastStep({ pack }: Services, draw: Draw, steps: readonly PlannedStep[]): number {
  const status =
    steps.map(({ action }) => statusAfter[action]).findLast((one) => one !== undefined) ?? 'registered';
  const step = isOpen(status) ? stepOf(status) : null;
  if (step === null) return draw.between(0, 24);
  const limit = pack.stepLimits[step].count;
  const chance = draw.between(1, 100);
  if (chance <= 14) return limit + draw.between(1, Math.min(4, limit));
  if (chance <= 26) return limit;
  return draw.between(0, limit - 1);
}

/** Before the offices have worked for a while nothing has happened today. */
export function leastAge({ clock, pack }: Services): number {
  return clock.now().toZonedDateTimeISO(pack.city.zone).hour < 11 ? 1 : 0;
}

const channels: readonly Channel[] = [
  'window',
  'window',
  'window',
  'window',
  'window',
  'hotline',
  'hotline',
  'hotline',
  'web',
  'grid-worker',
  'grid-worker',
  'letter',
  'department-transfer',
  'police-or-court-transfer',
  'forum',
];

export function registration(
  draw: Draw,
  cast: Cast,
  story: Story,
  { isSafety, isAnonymous }: { isSafety: boolean; isAnonymous: boolean },
): RegisterMatterBody {
  const words = Object.fromEntries(
    Object.entries(storyWords).map(([name, choices]) => [name, draw.one(choices)]),
  );
  const applicant = isAnonymous
    ? ({ seat: 'applicant', kind: 'anonymous' } as const)
    : person(draw, 'applicant');
  const respondent =
    story.against === 'organisation'
      ? [organisation(draw, filled(story.firm ?? '{firm}有限公司', words))]
      : story.against === 'person'
        ? [person(draw, 'respondent')]
        : [];
  const others = !isAnonymous && draw.isChance(8) ? [person(draw, 'representative')] : [];
  return {
    channel: draw.one(channels),
    kind: story.kind,
    regionCode: draw.one(cast.regions),
    subject: filled(story.subject, words),
    story: filled(story.story, words),
    request: filled(story.request, words),
    parties: [applicant, ...respondent, ...others],
    needs: draw.isChance(4) ? [draw.one(['wheelchair', 'interpreter', 'sign-language'] as const)] : [],
    ...(isSafety && {
      safety: {
        danger: 'violence-threatened',
        hiddenFrom: ['respondent'],
        help: 'consented',
        note: '约定只打白天的电话，不提中心名称。',
      },
    }),
  };
}

/** Ids that are the same at every start, so that an interrupted first start can be gone on with. */
function matterId(index: number): string {
  return `01900000-${(index + 1).toString(16).padStart(4, '0')}-7000-8000-0000000de300`;
}
