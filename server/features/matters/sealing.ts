import type { Correction } from '#domain/matters/correction.ts';
import type { ToldParty } from '#domain/matters/registration.ts';
import type { Services } from '#server/app/services.ts';

/** What is sealed of a party: all that says who they are. */
export type SealedParty = Pick<
  ToldParty,
  'name' | 'phone' | 'residentId' | 'creditCode' | 'address' | 'note' | 'email'
>;

/** The part of a party that is sealed. */
export function sealedPart({
  name,
  phone,
  residentId,
  creditCode,
  address,
  note,
  email,
}: ToldParty): SealedParty {
  return {
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(residentId !== undefined && { residentId }),
    ...(creditCode !== undefined && { creditCode }),
    ...(address !== undefined && { address }),
    ...(note !== undefined && { note }),
    ...(email !== undefined && { email }),
  };
}

/** What is sealed of an event: the words somebody wrote, and what only readers of the file may know. */
export type SealedEvent = {
  readonly text?: string;
  readonly facts?: Readonly<Record<string, string | string[]>>;
  /** What a correction put right: old values and new ones. */
  readonly corrections?: readonly Correction[];
};

export type SealedPaper = { readonly name: string };

type Place = 'party' | 'event' | 'paper';

/** The key of one matter in use: everything it seals is bound to its place, so that rows cannot be swapped. */
export type MatterSeal = {
  readonly key: Buffer;
  seal(place: Place, id: string | number, content: unknown): Buffer;
  open<T>(place: Place, id: string | number, sealed: Buffer): T;
};

/** Takes a matter's key into use. */
export function matterSeal(keys: Services['keys'], matterId: string, key: Buffer): MatterSeal {
  const bound = (place: Place, id: string | number): string => `${place}/${matterId}/${id}`;
  return {
    key,
    seal: (place, id, content) => keys.seal(key, JSON.stringify(content), bound(place, id)),
    open: (place, id, sealed) => JSON.parse(keys.open(key, sealed, bound(place, id)).toString('utf8')),
  };
}

/** Unwraps a matter's key with that of the centre that leads it. */
export function openMatterSeal(
  keys: Services['keys'],
  matterId: string,
  leadUnitId: string,
  wrapped: Buffer,
): MatterSeal {
  return matterSeal(keys, matterId, keys.unwrapMatterKey(wrapped, leadUnitId, `matter/${matterId}`));
}

export function wrapFor(keys: Services['keys'], matterId: string, leadUnitId: string, key: Buffer): Buffer {
  return keys.wrapMatterKey(key, leadUnitId, `matter/${matterId}`);
}

/** The hashes by which a visitor who is present finds their own open matters at this centre. */
export function lookUpHashes(
  keys: Services['keys'],
  unitId: string,
  party: Pick<ToldParty, 'phone' | 'residentId' | 'creditCode'>,
): { phoneHash: Buffer | null; numberHash: Buffer | null } {
  const number = party.residentId ?? party.creditCode;
  return {
    phoneHash: party.phone === undefined ? null : keys.lookupHash(unitId, 'phone', party.phone),
    numberHash: number === undefined ? null : keys.lookupHash(unitId, 'id', number),
  };
}
