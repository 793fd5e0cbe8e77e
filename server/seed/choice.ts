import type { Services } from '#server/app/services.ts';
import type { Template } from './template.ts';

/** Which life a seeded matter lives; the same number lives the same one as long as the lives are the same. */
export type Choice = (number: number) => { readonly template: Template; readonly sentence: string };

/** One unit whose work stays the same however large the city grows: the first matters are its own, the others never. */
export type Caseload = {
  readonly unitId: string;
  readonly open: number;
  readonly ended: number;
  /** What the story of its matter number n says beside the rest. */
  readonly sentenceOf: (number: number) => string;
};

/**
 * `inARow`: so many numbers one after the other live the same life. What they write stands close together in every index,
 * so that the server touches few pages of each: scattered over the year, a matter cost it half as much again.
 */
export function fromAll(templates: readonly Template[], inARow: number): Choice {
  const choose = evenly(templates, inARow);
  return (number) => ({ template: choose(number), sentence: '' });
}

/** Besides its caseload the unit takes part in nothing: a life that ever touched it is not lived elsewhere. */
export function besideCaseload(
  { directory }: Pick<Services, 'directory'>,
  templates: readonly Template[],
  { unitId, open, ended, sentenceOf }: Caseload,
  inARow: number,
): Choice {
  const isOfCentre = (unit: string): boolean => directory.centreIdOf(unit) === unitId;
  const own = templates.filter(({ leadUnitId }) => leadUnitId === unitId);
  const ofOpen = evenly(
    own.filter(({ isOpen }) => isOpen),
    1,
  );
  const ofEnded = evenly(
    own.filter(({ isOpen }) => !isOpen),
    1,
  );
  const elsewhere = evenly(
    templates.filter(({ everTook }) => ![...everTook].some(isOfCentre)),
    inARow,
  );
  return (number) => {
    if (number >= open + ended) return { template: elsewhere(number), sentence: '' };
    return { template: number < open ? ofOpen(number) : ofEnded(number), sentence: sentenceOf(number) };
  };
}

const goldenRatio = 0.618_033_988_749_895;

/** Any run of numbers, however short, meets the lives evenly. */
function evenly(templates: readonly Template[], inARow: number): (number: number) => Template {
  return (number) => {
    const row = Math.floor(number / inARow);
    const found = templates[Math.floor(((row * goldenRatio) % 1) * templates.length)];
    if (found === undefined) throw new Error('no life that others may live, too, has been lived');
    return found;
  };
}
