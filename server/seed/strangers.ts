import type { PartyKind } from '#domain/matters/vocabulary.ts';
import type { Draw } from '#server/demo/draw.ts';
import { creditCode, digits, personName, phoneNumber, residentNumber } from '#server/demo/parties.ts';
import { storyWords } from '#server/demo/stories.ts';
import type { SealedParty } from '#server/features/matters/public.ts';

/** Somebody else who does not exist, of whom as much is known. */
export function strangerLike(draw: Draw, known: SealedParty, kind: PartyKind): SealedParty {
  const isPerson = kind === 'person';
  const phone = known.phone === undefined ? undefined : isPerson ? phoneNumber(draw) : landline(draw);
  return {
    ...known,
    ...(known.name !== undefined && { name: isPerson ? personName(draw) : firmLike(draw, known.name) }),
    ...(phone !== undefined && { phone }),
    ...(known.residentId !== undefined && { residentId: residentNumber(draw) }),
    ...(known.creditCode !== undefined && { creditCode: creditCode(draw) }),
    ...(known.email !== undefined && { email: `demo${digits(draw, 6)}@example.cn` }),
  };
}

const landline = (draw: Draw): string => `0472${draw.between(2, 8)}${digits(draw, 6)}`;

/** A firm of the same trade: the invented ones begin with a word of two characters. */
const firmLike = (draw: Draw, name: string): string => draw.one(storyWords.firm ?? ['安泰']) + name.slice(2);
