import { Temporal } from 'temporal-polyfill';
import type { RegisterMatterBody } from '#contract/matters/register-matter.ts';
import type { MatterSeal } from '#server/features/matters/public.ts';
import { searchTerms } from '#server/features/search/public.ts';
import { arrayItems, arrayPieces, bytesOf, copied } from './copy-text.ts';
import type { Column } from './life-rows.queries.ts';
import type { LivedParty, Slot, Slots } from './slots.ts';
import { nothing, type Row, type StoredLife } from './stored-life.ts';
import type { StampedTable } from './tables.ts';

export type SlotOfField = {
  /** Whether the matter still tells what was told when it was registered. */
  readonly isAsTold: boolean;
  /** The slot for a value that no two matters share; null for one that is as it is, but for ids in it. */
  slotOf(table: StampedTable, column: Column, row: Row, text: string): Slot | null;
};

const instantType = 'timestamp with time zone';

export function slotOfField(
  { field, rowsOf }: StoredLife,
  told: RegisterMatterBody,
  seal: MatterSeal,
  slots: Slots,
  parties: readonly LivedParty[],
  numberOf: ReadonlyMap<string, number>,
): SlotOfField {
  const [matter = []] = rowsOf('matter');
  const is = (column: string, text = ''): boolean => field('matter', matter, column) === copied(text.trim());
  const isAsTold = is('story', told.story) && is('subject', told.subject);
  const toldTerms = new Set(searchTerms(`${told.subject?.trim()}\n${told.story}`));
  const partyOf = (row: Row): number => {
    const own = numberOf.get(field('party', row, 'id'));
    return parties.findIndex((one) => one.own === own);
  };
  return {
    isAsTold,
    slotOf(table, { name, type }, row, text) {
      if (text === nothing) return null;
      if (type === instantType) return instantSlot(text);
      switch (`${table}.${name}`) {
        case 'matter.code':
          return { kind: 'code' };
        case 'matter.subject':
        case 'matter.story':
          return isAsTold ? { kind: 'text', of: name as 'subject' | 'story' } : null;
        case 'matter.request':
          return isAsTold && is('request', told.request) ? { kind: 'text', of: 'request' } : null;
        case 'matter_search.keys': {
          const rest = arrayItems(text).filter((key) => !toldTerms.has(key));
          return isAsTold ? { kind: 'keys', rest: copied(arrayPieces(rest)) } : null;
        }
        case 'matter.wrapped_key':
          return { kind: 'wrapped-key' };
        case 'matter.pair_hash':
          return { kind: 'pair' };
        case 'party.sealed':
          return { kind: 'sealed-party', party: partyOf(row) };
        case 'party.phone_hash':
        case 'party.number_hash': {
          const of = name === 'phone_hash' ? 'phone' : 'id';
          return { kind: 'look-up', party: partyOf(row), of, unitId: field(table, row, 'look_up_unit_id') };
        }
        case 'event.sealed': {
          const version = Number(field(table, row, 'version'));
          const content = JSON.stringify(seal.open<unknown>('event', version, bytesOf(text)));
          return { kind: 'sealed-event', version, content: slots.piecesOf(content) };
        }
      }
      // What is sealed or hashed belongs to its one row: a column that nobody here knows must not be copied.
      if (type === 'bytea') throw new Error(`${table}.${name} holds bytes of which the seeder knows nothing`);
      return null;
    },
  };
}

export function instantSlot(text: string): Slot & { readonly kind: 'instant' } {
  const { epochMilliseconds: ms, epochNanoseconds } = Temporal.Instant.from(text);
  return { kind: 'instant', ms, micros: String((epochNanoseconds / 1000n) % 1000n).padStart(3, '0') };
}
