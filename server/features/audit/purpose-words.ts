import type { Services } from '#server/app/services.ts';

type Keys = Pick<Services, 'keys'>;

/** Where the words of a purpose stand: bound to their row, so that rows cannot be swapped. */
const placeOf = (matterId: string, id: string): string => `opening/${matterId}/${id}`;

export type SealedWords = { readonly sealed: Buffer; readonly wrappedKey: Buffer };

/**
 * Seals the words of a purpose with a key of their own, wrapped by that of the office for which the person acts: whoever may
 * read them, the party and the auditor, needs no matter's key for it.
 */
export function sealWords(
  { keys }: Keys,
  at: { readonly matterId: string; readonly id: string; readonly unitId: string },
  words: string,
): SealedWords {
  const place = placeOf(at.matterId, at.id);
  const key = keys.newMatterKey();
  return { sealed: keys.seal(key, words, place), wrappedKey: keys.wrapMatterKey(key, at.unitId, place) };
}

export function openWords(
  { keys }: Keys,
  at: { readonly matterId: string; readonly id: string; readonly unitId: string },
  { sealed, wrappedKey }: SealedWords,
): string {
  const place = placeOf(at.matterId, at.id);
  return keys.open(keys.unwrapMatterKey(wrappedKey, at.unitId, place), sealed, place).toString('utf8');
}
