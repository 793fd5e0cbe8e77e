import type { Role } from '#domain/access/vocabulary.ts';
import type { Run } from '#domain/roadmap/procedures/run.ts';
import type { Outcome, SealGround, Seat, Status, TaskStatus } from './vocabulary.ts';

/** The present of a matter, as far as its rules need it. Unit and user ids are UUIDs; days are ISO dates. */
export type Matter = {
  readonly status: Status;
  readonly version: number;
  /** The centre that drives the procedure. */
  readonly leadUnitId: string;
  /** The unit whose turn it is. */
  readonly holderUnitId: string;
  /** The unit that handles or handled it, once there is one. */
  readonly handlingUnitId: string | null;
  readonly handlerUserId: string | null;
  /** While offered: whether to a centre (which may be the leading one itself) rather than a department. */
  readonly offeredToCentre: boolean;
  /** How many hand-overs in a row came back since it was last accepted somewhere. */
  readonly returns: number;
  readonly outcome: Outcome | null;
  /** Every applicant is anonymous, so nobody can be called back. */
  readonly isAnonymous: boolean;
  /** The distinct days on which a call-back found nobody. */
  readonly notReachedOn: readonly string[];
  /** Closed as not reached and drawn for a supervisor's look. */
  readonly isSampled: boolean;
  /** Ended, and a party asked for it to be taken up again; nobody has answered yet. */
  readonly isReopeningAsked: boolean;
  /** What other offices were asked to do for it, and how far they are. */
  readonly tasks: readonly Task[];
  /** The matter into which it was merged; it goes on there. */
  readonly mergedInto: string | null;
  /** Since when the office has suspended its work, and by when it means to go on; the citizen's clocks run on. */
  readonly suspendedOn: string | null;
  readonly resumeBy: string | null;
  /** Sealed for named readers, and why. */
  readonly sealGround: SealGround | null;
  /** Whether another matter stands beside it as linked. */
  readonly isLinked: boolean;
  /** The lawful procedures it goes and went through, in the order in which they began. */
  readonly runs: readonly Run[];
  /** What its parties chose, and the voluntary procedures that one of them refused; keys. */
  readonly chosenProcedure: string | null;
  readonly refusedProcedures: readonly string[];
  /** Whether one of its running limits stands still, and whether somebody asked to extend or halt one. */
  readonly isPaused: boolean;
  readonly isChangeAsked: boolean;
  /** How often an office gave it on, and how often one sent it back, in its whole life. */
  readonly transfers: number;
  readonly returnedTimes: number;
  /** Brought in as closed history from another system: it can be read, and takes no further step. */
  readonly isHistory: boolean;
};

/** What one other office is asked to do for a matter (协办). An office has one open task of a matter at a time. */
export type Task = { readonly id: string; readonly unitId: string; readonly status: TaskStatus };

/** Somebody acting under one posting. */
export type Doer = { readonly userId: string; readonly unitId: string; readonly role: Role };

/** A party of the matter, at their seat. */
export type PartyDoer = {
  readonly partyId: string;
  readonly seat: Seat;
  /** Whether they have said already how it was handled. */
  readonly hasRated?: boolean;
};

/** A unit to which a matter may go, with the centre it belongs to (itself, for a centre). */
export type Destination = { readonly unitId: string; readonly centreId: string };

/** What is known about the places around a matter when a step is taken. */
export type Surroundings = {
  /** The centre above the leading one; none above the city's. */
  readonly upperCentreId: string | null;
  /** Whether the leading centre has anybody beside the handler who may call back. */
  readonly hasOtherCaller: boolean;
};
