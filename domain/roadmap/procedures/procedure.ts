import type { CountingRule, Limit } from '../counting.ts';

/** A lawful procedure as data: who may begin it, on what, its clocks, its ends and what may follow (docs/glossary.md). */
export type Procedure = {
  /** Plain and stable: `people-mediation`. */
  readonly key: string;
  readonly title: InTwoLanguages;
  /** What it is, in a sentence for the person whose matter it is. */
  readonly what: InTwoLanguages;
  /** Who runs it, as one would say it: the mediation committee, the court. */
  readonly body: InTwoLanguages;
  /** `outside` is followed by its reference, dates and result; `step` are the office's own steps, which no one begins. */
  readonly heldBy: 'office' | 'outside' | 'step';
  /** Whether it may begin by itself; otherwise it only follows an outcome that names it. */
  readonly isEntry: boolean;
  /** Voluntary: a party's refusal ends it, or keeps it from beginning. */
  readonly isVoluntary: boolean;
  readonly startedBy: Starter;
  /** Kinds of dispute for which it may be; all where null. */
  readonly kinds: readonly string[] | null;
  /** Kinds for which it may not be, whatever the parties want (family matters and arbitration). */
  readonly excludedKinds: readonly string[];
  /** What whoever begins it states to be so. */
  readonly requires: readonly Requirement[];
  /** What can happen in it; the first begins it. Empty for the office's own steps, where the statuses of the matter do. */
  readonly events: readonly ProcedureEvent[];
  readonly clocks: readonly ProcedureClock[];
  readonly outcomes: readonly ProcedureOutcome[];
  /** Law and article. */
  readonly source: string;
  /** False: the values were not read in the law's own text, and the screen says so. */
  readonly isVerified: boolean;
  /** The first day of this version, an ISO day; a matter keeps the version under which it began. */
  readonly inForceFrom: string;
};

export type InTwoLanguages = { readonly zh: string; readonly en: string };

export const starters = ['parties-together', 'applicant', 'office', 'court'] as const;
export type Starter = (typeof starters)[number];

/** What whoever begins a procedure states to be so; a missing one refuses it. */
export const requirements = [
  'both-agree',
  'no-suit-pending',
  'arbitration-agreed',
  'agreement-written',
  'decision-received',
  'within-limitation',
] as const;
export type Requirement = (typeof requirements)[number];

/** What can happen in a procedure beside its outcomes; clocks start and end with it. */
export const procedureEvents = [
  'received',
  'applied',
  'referred',
  'accepted',
  'accepted-simplified',
  'docketed',
  'docketed-summary',
  'routed',
  'business-answered',
  'heard',
] as const;
export type ProcedureEvent = (typeof procedureEvents)[number];

/**
 * What lies before a procedure: somebody learned of the decision or the wrong. The window to apply is reckoned from it;
 * nobody notes it in the procedure.
 */
export const earlierEvents = ['known'] as const;
export type EarlierEvent = (typeof earlierEvents)[number];

/** How a procedure can end; a city words them. `refused`: a party wanted no mediation. */
export const procedureOutcomes = [
  'agreed',
  'failed',
  'refused',
  'withdrawn',
  'declined',
  'admitted',
  'other-way',
  'decided',
  'awarded',
  'confirmed',
  'not-confirmed',
  'answered',
] as const;
export type OutcomeOfProcedure = (typeof procedureOutcomes)[number];

/** One clock of a procedure: apply, accept, decide … */
export type ProcedureClock = {
  /** Plain: `decide`, `settle`, `accept`, `apply`. */
  readonly key: string;
  readonly title: InTwoLanguages;
  /** The event or the outcome of its procedure with which it starts, or what lay before it. */
  readonly starts: string;
  /** What ends it; whatever runs ends with the procedure, but for the parties' own windows. */
  readonly ends: readonly string[];
  readonly limit: Limit;
  readonly counting: CountingRule;
  /** The one that a reader means by "the limit" of the procedure. */
  readonly isMain: boolean;
  /** Who owes something by it. `party` is a window of the parties' own: it makes nobody late, and outlives the procedure. */
  readonly owedBy: 'office' | 'outside' | 'party';
  readonly extension: Extension | null;
  readonly pauses: readonly PauseGround[];
  /** What it means that the last day has passed. */
  readonly expiry: InTwoLanguages;
  readonly source: string;
  readonly isVerified: boolean;
};

/** How far and how often a limit may be extended, and who approves it. */
export type Extension = {
  /** By one extension. */
  readonly most: Limit;
  /** False: the law leaves it to the parties or the body; the most is the city's, against a slip of the finger. */
  readonly isMostByLaw: boolean;
  readonly times: number;
  readonly approvedBy: ExtensionApprover;
};

/** `unit-head`: the head of the handling unit, here a dispatcher or supervisor other than whoever asks. */
export const extensionApprovers = ['unit-head', 'both-parties', 'outside-body'] as const;
export type ExtensionApprover = (typeof extensionApprovers)[number];

/** A ground on which a clock may stand, and for how long at most in all. */
export type PauseGround = {
  readonly ground: string;
  readonly title: InTwoLanguages;
  readonly mostDays: number;
  readonly source: string;
};

export type ProcedureOutcome = {
  /** Plain: `agreed`, `failed`, `decided`. */
  readonly outcome: string;
  readonly title: InTwoLanguages;
  /** The procedures that may follow, by key; `exit` where the matter may be answered and closed. */
  readonly next: readonly string[];
};

/** In `next`: the matter may be answered, called back and closed. */
export const exit = 'exit';

/** The clock meant where none is named: decide, settle. */
export function mainClockOf(procedure: Procedure): ProcedureClock | undefined {
  return procedure.clocks.find(({ isMain }) => isMain);
}
