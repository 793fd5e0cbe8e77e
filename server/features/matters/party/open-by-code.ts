import { timingSafeEqual } from 'node:crypto';
import { allowedPartyActions } from '#domain/matters/take-step.ts';
import type { PartyAction, Status } from '#domain/matters/vocabulary.ts';
import type { PartyActor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { type DoorRow, ownRow, partiesBehind } from './party-door.queries.ts';

/** Who is in, at which matter, and by which of their secrets. */
export type PartyAtMatter = PartyActor & {
  readonly matterId: string;
  readonly generation: number;
  readonly hasRated: boolean;
  /** How the matter stands, and what they may do now. */
  readonly version: number;
  readonly status: Status;
  readonly actions: readonly PartyAction[];
};

/** So many secrets are computed and compared for every try, however many parties there are behind the code. */
export const comparedAtOnce = 64;
const nobody: DoorRow = {
  matterId: '',
  partyId: '00000000-0000-0000-0000-000000000000',
  seat: 'respondent',
  generation: 0,
};

/**
 * Opens a matter to the party to whom this secret was handed. A code that does not exist and a secret that does not fit
 * cost the same work and get the same answer: none.
 */
export async function openByCode(
  services: Services,
  typed: { readonly code: string; readonly secret: string },
): Promise<PartyAtMatter | null> {
  const { pack, keys } = services;
  const cityCode = pack.city.code;
  const behind = await inTransaction(services, { cityCode, role: 'program' }, (trx) =>
    partiesBehind(trx, cityCode, typed.code),
  );
  const compared = Math.max(1, Math.ceil(behind.length / comparedAtOnce)) * comparedAtOnce;
  const given = Buffer.from(typed.secret, 'utf8');
  let found: DoorRow | null = null;
  for (let place = 0; place < compared; place += 1) {
    const candidate = behind[place] ?? nobody;
    const secret = Buffer.from(keys.partySecret(candidate.partyId, candidate.generation), 'utf8');
    const fits = secret.length === given.length && timingSafeEqual(secret, given);
    if (fits && candidate !== nobody) found = candidate;
  }
  if (found === null) return null;
  return partyAt(services, found);
}

/** The same party later on, while the secret by which they came in is still theirs. */
export function partyAt(
  services: Services,
  { matterId, partyId, generation }: Pick<PartyAtMatter, 'matterId' | 'partyId' | 'generation'>,
): Promise<PartyAtMatter | null> {
  const cityCode = services.pack.city.code;
  // Their seat is told by the row; the database needs to know who, not where.
  const asking: PartyActor = { cityCode, partyId, seat: 'respondent', role: 'party' };
  return inTransaction(services, asking, async (trx) => {
    const row = await ownRow(trx, cityCode, matterId, partyId);
    if (row === undefined || row.generation !== generation) return null;
    const { seat, hasRated, version, status } = row;
    const actions = allowedPartyActions({ ...row, mergedInto: null }, { partyId, seat, hasRated });
    return {
      cityCode,
      partyId,
      seat,
      role: 'party',
      matterId,
      generation,
      hasRated,
      version,
      status,
      actions,
    };
  });
}
