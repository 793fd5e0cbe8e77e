import type { PartyKind, Seat } from '#domain/matters/vocabulary.ts';
import type { SealedParty } from '#server/features/matters/public.ts';

/** What differs between two matters of the same life; everything else they share. */
export type Slot =
  | { readonly kind: 'id'; readonly own: number }
  | { readonly kind: 'instant'; readonly ms: number; readonly micros: string }
  | { readonly kind: 'code' }
  | { readonly kind: 'text'; readonly of: 'subject' | 'story' | 'request' }
  /** What it is found by; `rest` is what did not come of its story. */
  | { readonly kind: 'keys'; readonly rest: string }
  | { readonly kind: 'wrapped-key' }
  | { readonly kind: 'sealed-event'; readonly version: number; readonly content: Pieces }
  | { readonly kind: 'sealed-party'; readonly party: number }
  | { readonly kind: 'look-up'; readonly party: number; readonly of: 'phone' | 'id'; readonly unitId: string }
  | { readonly kind: 'pair' };

/** Text that stays, and the numbers of the slots between. */
export type Pieces = readonly (string | number)[];

/** A party of the life, in whose place every other matter has somebody else. */
export type LivedParty = {
  readonly own: number;
  readonly seat: Seat;
  readonly kind: PartyKind;
  readonly content: SealedParty;
};

export type Slots = {
  /** In the order in which they were asked for: what a sealed text has in it comes before that text. */
  readonly all: readonly Slot[];
  numberOf(slot: Slot): number;
  /** A text in which the matter's own ids are put in the slots' place. */
  piecesOf(text: string): Pieces;
};

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export function createSlots(ownNumbers: ReadonlyMap<string, number>): Slots {
  const all: Slot[] = [];
  const known = new Map<string, number>();
  const numberOf = (slot: Slot): number => {
    const key = JSON.stringify(slot);
    const number = known.get(key) ?? all.push(slot) - 1;
    known.set(key, number);
    return number;
  };
  return {
    all,
    numberOf,
    piecesOf(text) {
      const pieces: (string | number)[] = [];
      let from = 0;
      for (const { 0: id, index } of text.matchAll(uuid)) {
        const own = ownNumbers.get(id);
        if (own === undefined) continue;
        pieces.push(text.slice(from, index), numberOf({ kind: 'id', own }));
        from = index + id.length;
      }
      return [...pieces, text.slice(from)];
    },
  };
}

/** The same, with as few pieces as there can be. */
export function joined(pieces: Pieces): Pieces {
  const made: (string | number)[] = [];
  for (const piece of pieces) {
    const last = made.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') made[made.length - 1] = last + piece;
    else if (piece !== '') made.push(piece);
  }
  return made;
}
