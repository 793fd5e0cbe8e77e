import { randomBytes } from 'node:crypto';
import { makeMatterCode } from '#domain/matters/matter-code.ts';
import { identifiedPair } from '#domain/matters/registration.ts';
import type { Services } from '#server/app/services.ts';
import { createDraw } from '#server/demo/draw.ts';
import { matterSeal, type SealedParty, wrapFor } from '#server/features/matters/public.ts';
import { copiedBytes } from './copy-text.ts';
import type { Pieces, Slot } from './slots.ts';
import { codeRandomness, matterIdOf } from './stamped-id.ts';
import { strangerLike } from './strangers.ts';
import type { Tellings } from './tellings.ts';
import type { Template } from './template.ts';

export type StampOrder = {
  readonly template: Template;
  /** A sentence that its story has beside the others. */
  readonly sentence: string;
  /** Which of the seeded matters it is: its id and its code follow from it. */
  readonly number: number;
  /** Another code, where the first was taken by chance. */
  readonly attempt: number;
};

/** What stands in the slots of a life when another matter lives it, as COPY reads it. */
export function stamp(
  { keys, pack }: Pick<Services, 'keys' | 'pack'>,
  tellings: Tellings,
  { template, number, attempt, sentence }: StampOrder,
): string[] {
  const { ids: made, slots, parties, moves, story, leadUnitId, year } = template;
  const draw = createDraw(number * 4 + attempt);
  const move = draw.between(moves[0], moves[1]);
  const random = randomBytes(5 * made.length).toString('hex');
  const ids = made.map(({ ms, order }, own) => {
    const time = (ms + move).toString(16).padStart(12, '0');
    return own === 0
      ? matterIdOf(time, number)
      : `${time.slice(0, 8)}-${time.slice(8)}${order}${random.slice(own * 10, own * 10 + 10)}`;
  });
  const [matterId = ''] = ids;
  const seal = matterSeal(keys, matterId, keys.newMatterKey());
  const strangers: SealedParty[] = parties.map(({ content, kind }) => strangerLike(draw, content, kind));
  const telling = story === null ? null : tellings.one(draw, story, sentence);

  const fill = (pieces: Pieces): string => {
    let text = '';
    for (const piece of pieces) text += typeof piece === 'string' ? piece : values[piece];
    return text;
  };
  const written = (slot: Slot): string => {
    switch (slot.kind) {
      case 'id':
        return ids[slot.own] ?? '';
      case 'instant':
        return `${new Date(slot.ms + move).toISOString().slice(0, -1)}${slot.micros}Z`;
      case 'code':
        return makeMatterCode({ year, random: codeRandomness(number, attempt) });
      case 'text':
        return telling?.[slot.of] ?? '';
      case 'keys':
        return `{${[telling?.keys, slot.rest].filter(Boolean).join(',')}}`;
      case 'wrapped-key':
        return copiedBytes(wrapFor(keys, matterId, leadUnitId, seal.key));
      case 'sealed-event':
        return copiedBytes(seal.seal('event', slot.version, JSON.parse(fill(slot.content))));
      case 'sealed-party':
        return copiedBytes(
          seal.seal('party', ids[parties[slot.party]?.own ?? 0] ?? '', strangers[slot.party]),
        );
      case 'look-up': {
        const stranger = strangers[slot.party];
        const value = slot.of === 'phone' ? stranger?.phone : (stranger?.residentId ?? stranger?.creditCode);
        return value === undefined ? '\\N' : copiedBytes(keys.lookupHash(slot.unitId, slot.of, value));
      }
      case 'pair': {
        const pair = identifiedPair(
          parties.map(({ seat, kind }, place) => ({ seat, kind, ...strangers[place] })),
        );
        return pair === null ? '\\N' : copiedBytes(keys.pairHash(pack.city.code, ...pair));
      }
    }
  };
  const values: string[] = [];
  // Ids come first among the slots that a sealed text has in it.
  for (const slot of slots) values.push(written(slot));
  return values;
}
