import type { TokenBounds } from '#domain/access/token-bounds.ts';
import type { Role, UnitKind } from '#domain/access/vocabulary.ts';
import type { Seat } from '#domain/matters/vocabulary.ts';
import type { OpenSession } from '#server/adapters/sign-in.ts';

/** One person acting under one posting. */
export type Actor = {
  readonly cityCode: string;
  readonly userId: string;
  readonly name: string;
  readonly postingId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly regionCode: string;
  readonly unitKind: UnitKind;
};

/** A party at their own matter, who came in by code and secret. */
export type PartyActor = {
  readonly cityCode: string;
  readonly partyId: string;
  readonly seat: Seat;
  readonly role: 'party';
};

/** Somebody who brings a matter to a centre from outside; the id is the one that they will have as a party. */
export type RegisteringParty = PartyActor & { readonly unitId: string };

/** A posting in force today, with what its unit is. */
export type Posting = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitNameEn: string | null;
  readonly unitKind: UnitKind;
  readonly regionCode: string;
  readonly role: Role;
};

/** Who sent a request, before it is said under which posting they act. */
export type Principal = {
  readonly userId: string;
  readonly name: string;
  readonly username: string;
  readonly postings: readonly Posting[];
  /** How they proved it. Only a cookie can be abused by a foreign page. */
  readonly by: 'session' | 'token';
  /** Null for a token. */
  readonly session: OpenSession | null;
  /** What the token may be used for; null for a session and for a token of the program itself. */
  readonly bounds: TokenBounds | null;
};
