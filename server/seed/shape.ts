import type { Draw } from '#server/demo/draw.ts';
import type { SeededCourseName } from './seeded-courses.ts';
import type { Level } from './staff.ts';

/**
 * The shape of a country's disputes, in parts of a thousand where nothing else is said: most are small, between
 * neighbours and within families, and are settled where they arise; few are large, and those come higher up.
 */
export const levels = { township: 620, county: 330, city: 50 } as const satisfies Record<Level, number>;

/** How often each kind comes, at the centre of each level. */
const kinds: Readonly<Record<string, readonly [township: number, county: number, city: number]>> = {
  '01': [150, 110, 40],
  '02': [260, 90, 30],
  '03': [80, 70, 50],
  '04': [40, 80, 110],
  '05': [25, 20, 30],
  '06': [70, 60, 40],
  '07': [60, 20, 10],
  '08': [15, 25, 40],
  '09': [25, 30, 20],
  '10': [50, 160, 210],
  '11': [3, 8, 20],
  '12': [60, 100, 120],
  '13': [5, 25, 50],
  '14': [40, 60, 40],
  '15': [90, 110, 140],
  '16': [1, 4, 10],
  '17': [6, 10, 20],
  '99': [20, 18, 20],
};

const places: Readonly<Record<Level, 0 | 1 | 2>> = { township: 0, county: 1, city: 2 };

/**
 * How its life goes. Nine tenths have ended, as in a city that keeps its limits of some thirty working days and has
 * worked for a year; of those that are open most are in somebody's hands.
 */
const courses: Readonly<Record<SeededCourseName, number>> = {
  closed: 455,
  'mediated-closed': 190,
  'not-agreed-closed': 60,
  'closed-not-reached': 45,
  withdrawn: 40,
  declined: 25,
  'transferred-closed': 25,
  'returned-closed': 20,
  'suspended-closed': 12,
  'assisted-closed': 12,
  'handled-again-closed': 12,
  'petition-closed': 6,
  'extended-closed': 6,
  'appraised-closed': 5,
  'decided-closed': 3,
  registered: 7,
  accepted: 5,
  offered: 7,
  returned: 2,
  disputed: 1,
  handling: 20,
  assigned: 2,
  resolved: 5,
  answered: 6,
  'not-reached': 3,
  'called-back': 4,
  unsatisfied: 3,
  reopened: 2,
  'kept-safe': 2,
  suspended: 2,
  transferred: 3,
  escalated: 1,
  sealed: 1,
  corrected: 1,
  chosen: 1,
  unwilling: 1,
  mediating: 8,
  agreed: 3,
  confirming: 1,
  'not-agreed': 1,
  'petition-asked': 1,
  'petition-extended': 1,
  appraising: 1,
  arbitrated: 2,
};

/** A salary of a whole site, a whole building without heating: of a thousand matters so many have more applicants than one. */
const sizes = [
  { share: 960, applicants: [1, 1] },
  { share: 32, applicants: [2, 5] },
  { share: 6, applicants: [6, 15] },
  { share: 2, applicants: [20, 40] },
] as const;

export const levelDrawn = (draw: Draw): Level => weighted(draw, Object.entries(levels) as [Level, number][]);

export const kindDrawn = (draw: Draw, level: Level): string =>
  weighted(
    draw,
    Object.entries(kinds).map(([kind, shares]) => [kind, shares[places[level]]]),
  );

export const courseDrawn = (draw: Draw, isLawful: (course: SeededCourseName) => boolean): SeededCourseName =>
  weighted(
    draw,
    (Object.entries(courses) as [SeededCourseName, number][]).filter(([course]) => isLawful(course)),
  );

export function applicantsDrawn(draw: Draw): number {
  const { applicants } = weighted(
    draw,
    sizes.map((size) => [size, size.share]),
  );
  return draw.between(applicants[0], applicants[1]);
}

/** The larger places are earlier in the list and come more often. */
export function placeDrawn<T>(draw: Draw, of: readonly T[]): T {
  const last = of.length - 1;
  const found = of[Math.min(draw.between(0, last), draw.between(0, last))];
  if (found === undefined) throw new Error('there is no place to draw');
  return found;
}

function weighted<T>(draw: Draw, of: readonly (readonly [T, number])[]): T {
  const whole = of.reduce((sum, [, weight]) => sum + weight, 0);
  let left = draw.between(0, whole - 1);
  for (const [one, weight] of of) {
    left -= weight;
    if (left < 0) return one;
  }
  throw new Error('there is nothing to draw from');
}
