import type { Role } from '#domain/access/vocabulary.ts';
import type { Outcome, Seat, Status } from './vocabulary.ts';

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
  /** Brought in as closed history from another system: it can be read, and takes no further step. */
  readonly isHistory: boolean;
};

/** Somebody acting under one posting. */
export type Doer = { readonly userId: string; readonly unitId: string; readonly role: Role };

/** A party of the matter, at their seat. */
export type PartyDoer = { readonly partyId: string; readonly seat: Seat };

/** A unit to which a matter may go, with the centre it belongs to (itself, for a centre). */
export type Destination = { readonly unitId: string; readonly centreId: string };

/** What is known about the places around a matter when a step is taken. */
export type Surroundings = {
  /** The centre above the leading one; none above the city's. */
  readonly upperCentreId: string | null;
  /** Whether the leading centre has anybody beside the handler who may call back. */
  readonly hasOtherCaller: boolean;
};
