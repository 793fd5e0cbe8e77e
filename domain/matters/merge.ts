import type { Doer, Matter } from './matter.ts';
import type { Status, Step } from './vocabulary.ts';

export const mergeRefusals = [
  'merges-itself',
  'merge-too-late',
  'merge-other-lead',
  'merge-from-sealed',
  'merge-loses-flag',
  'too-many-parties',
] as const;
export type MergeRefusal = (typeof mergeRefusals)[number];

/** The matter that takes another one in, and what the two mean for each other. */
export type Absorbing = Pick<Matter, 'status' | 'leadUnitId' | 'isHistory'> & {
  readonly id: string;
  readonly isItself: boolean;
  /** The merged one is kept to named readers, and this one is open to its offices. */
  readonly isLessSealed: boolean;
  /** The merged one has a safety flag, and this one has none. */
  readonly lacksFlag: boolean;
  /** How many parties it will have. */
  readonly partyCount: number;
};

/** As many as a matter can have. */
export const partiesAtMost = 50;

const takesIn: readonly Status[] = ['registered', 'accepted', 'offered', 'disputed', 'handling'];

/**
 * Why a matter may not be merged into this one, or null where it may. A safety flag is never copied to another matter
 * (scope.md) and must not be lost either: somebody sets it there first, as things stand now.
 */
export function mergeRefusal(into: Absorbing, doer: Doer): MergeRefusal | null {
  if (into.isItself) return 'merges-itself';
  if (into.isHistory || !takesIn.includes(into.status)) return 'merge-too-late';
  if (into.leadUnitId !== doer.unitId) return 'merge-other-lead';
  if (into.isLessSealed) return 'merge-from-sealed';
  if (into.lacksFlag) return 'merge-loses-flag';
  return into.partyCount > partiesAtMost ? 'too-many-parties' : null;
}

/** The steps of the path in the order in which they are owed. */
const inOrder: readonly Step[] = [
  'accept',
  'route',
  'hand-over',
  'decide',
  'handle',
  'answer',
  'call-back',
  'close',
];

/** A step of the path, or a clock of a procedure: those stay with the procedure, which ends with its matter. */
type Running = { readonly step: string; readonly dueOn: string };

/**
 * The limits that come along into another matter, so that no day already promised to somebody is lost: those of a step
 * that the other matter still has before it, or of its present step where they end earlier. A step that the other
 * matter has behind it is done for both.
 */
export function clocksCarried<Clock extends Running>(
  from: readonly Clock[],
  to: { readonly step: Step | null; readonly running: readonly Running[] },
): Clock[] {
  const place = (step: string): number => inOrder.indexOf(step as Step);
  const reached = to.step === null ? inOrder.length : place(to.step);
  return from.filter(
    ({ step, dueOn }) =>
      place(step) >= reached && !to.running.some((other) => other.step === step && other.dueOn <= dueOn),
  );
}
