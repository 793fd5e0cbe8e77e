import type { PartyBody, RegisterMatterBody } from '#contract/matters/register-matter.ts';
import { isOpen, type Status } from '#domain/matters/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import { actorOf } from '#server/demo/accounts.ts';
import { createDraw, type Draw, filled } from '#server/demo/draw.ts';
import {
  ageOfLastStep,
  leastAge,
  officeFor,
  registration,
  statusAfter,
} from '#server/demo/invented-matters.ts';
import { momentsOf } from '#server/demo/moments.ts';
import { person } from '#server/demo/parties.ts';
import type { PlannedStep } from '#server/demo/planned-step.ts';
import type { PlayedMatter } from '#server/demo/play.ts';
import { termsOf } from '#server/demo/roadmap-courses.ts';
import { type Story, stories, storyWords } from '#server/demo/stories.ts';
import { isLawfulCourse, type SeededCourseName, seededCourses } from './seeded-courses.ts';
import { applicantsDrawn, courseDrawn, kindDrawn, levelDrawn, placeDrawn } from './shape.ts';
import type { SeededCentre, Staff } from './staff.ts';

/** A life to be lived once by the real use cases, and then by many others in its image. */
export type Life = {
  readonly matter: PlayedMatter;
  /** What it tells: drawn anew for each in its image. */
  readonly story: Story;
};

/** Ended matters lie back so many working days at most: a year. */
const oldest = 240;

/** Life number n; the same number gives the same life, only its days follow the clock. */
export function lifeOf(services: Services, staff: Staff, number: number): Life {
  const draw = createDraw(7_000_000 + number);
  const { level, cast } = centreOf(staff, number, draw);
  const kind = kindDrawn(draw, level);
  const course = courseDrawn(draw, (one) => isLawfulCourse(one, kind, level, cast.offices.length));
  const office = draw.isChance(level === 'township' ? 70 : 25) ? cast.own : officeFor(services, cast, kind);
  const story = draw.one(stories.filter((one) => one.kind === kind));
  const applicants = course === 'closed-not-reached' ? 1 : applicantsDrawn(draw);
  const isAnonymous = applicants === 1 && course !== 'closed-not-reached' && draw.isChance(4);
  const drawn = registration(draw, cast, story, { isSafety: course === 'kept-safe', isAnonymous });
  // No papers: a file is sealed with the key of its one matter, so that none can be shared.
  const steps = seededCourses[course]({ cast, office, draw }).filter(({ action }) => action !== 'add-paper');
  const [registeredAt, ...times] = momentsOf([0, ...steps.map(({ gap }) => gap)], {
    now: services.clock.now(),
    zone: services.pack.city.zone,
    calendar: services.calendar,
    draw,
    lastAge: ageOf(services, draw, course, steps),
  });
  if (registeredAt === undefined) throw new Error('a matter begins with its registration');
  const as = (one: Pick<PlannedStep, 'by' | 'as'>) =>
    actorOf(services.pack.city.code, staff.people, one.by, one.as);
  return {
    story,
    matter: {
      id: lifeId(number),
      by: as({ by: draw.one(cast.clerks), as: { unit: cast.centre, role: 'clerk' } }),
      at: registeredAt,
      body: {
        ...drawn,
        ...told(story, wordsDrawn(draw)),
        parties: joinedBy(draw, drawn.parties, applicants - 1),
      },
      steps: steps.flatMap((step, place) =>
        step.action === 'add-paper'
          ? []
          : [{ by: as(step), at: times[place] ?? registeredAt, action: step.action, body: step.body }],
      ),
    },
  };
}

/** One life in ten goes to the next centre in turn, so that none stands empty; the others come as they come in a country. */
function centreOf({ centres }: Staff, number: number, draw: Draw): SeededCentre {
  const every = [...centres.city, ...centres.county, ...centres.township];
  const inTurn = number % 10 === 9 ? every[Math.floor(number / 10) % every.length] : undefined;
  return inTurn ?? placeDrawn(draw, centres[levelDrawn(draw)]);
}

/** Ids that are the same at every start, so that an interrupted one is gone on with. */
export const lifeId = (number: number): string =>
  `01900000-5eed-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** The words that a story leaves open. */
export type Words = Readonly<Record<string, string>>;

export const wordsDrawn = (draw: Draw): Words =>
  Object.fromEntries(Object.entries(storyWords).map(([name, choices]) => [name, draw.one(choices)]));

export function told(
  { subject, story, request }: Story,
  words: Words,
): Pick<RegisterMatterBody, 'story'> & { readonly subject: string; readonly request: string } {
  return { subject: filled(subject, words), story: filled(story, words), request: filled(request, words) };
}

/** Those who bring it together with the first. */
function joinedBy(draw: Draw, parties: readonly PartyBody[], more: number): PartyBody[] {
  const others = Array.from({ length: more }, () => person(draw, 'applicant'));
  return [...parties.slice(0, 1), ...others, ...parties.slice(1)];
}

/** An open one is where its limit lets it be, as a rule; an ended one lies anywhere in the year. */
function ageOf(
  services: Services,
  draw: Draw,
  course: SeededCourseName,
  steps: readonly PlannedStep[],
): number {
  const status: Status | undefined = steps
    .map(({ action }) => statusAfter[action])
    .findLast((one) => one !== undefined);
  const terms = termsOf(course);
  if (status !== undefined && !isOpen(status)) return draw.between(1, oldest);
  return Math.max(
    leastAge(services),
    terms ? draw.between(...terms.lastAge) : ageOfLastStep(services, draw, steps),
  );
}
