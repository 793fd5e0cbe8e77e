import type { RegisterMatterBody } from '#contract/matters/register-matter.ts';
import { isOpen, type PartyKind, type Seat, type Status } from '#domain/matters/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import type { Story } from '#server/demo/stories.ts';
import { type MatterSeal, openMatterSeal, type SealedParty } from '#server/features/matters/public.ts';
import { bytesOf } from './copy-text.ts';
import type { TableRows } from './life-rows.queries.ts';
import { movesOf } from './moves.ts';
import { instantSlot, slotOfField } from './slot-of-field.ts';
import { createSlots, joined, type LivedParty, type Pieces, type Slot } from './slots.ts';
import { nothing, type Row, type StoredLife, storedLife } from './stored-life.ts';
import type { StampedTable } from './tables.ts';

/** A life as it is stored, with slots in the places where other matters of the same life differ from it. */
export type Template = {
  readonly year: number;
  readonly isOpen: boolean;
  readonly leadUnitId: string;
  /** The units that took part in it at any time. */
  readonly everTook: ReadonlySet<string>;
  /** Its own ids, the matter's first: when each was made, and what keeps the order of those of one moment. */
  readonly ids: readonly { readonly ms: number; readonly order: string }[];
  readonly slots: readonly Slot[];
  readonly parties: readonly LivedParty[];
  /** Null where somebody has changed what it tells. */
  readonly story: Story | null;
  /** By so many milliseconds all of it may be moved, and every instant stays on its legal day and in the past. */
  readonly moves: readonly [least: number, most: number];
  /** Its rows; each ends with a line break. */
  readonly tables: readonly { readonly table: StampedTable; readonly rows: Pieces }[];
};

export function templateOf(
  { keys, pack, clock }: Pick<Services, 'keys' | 'pack' | 'clock'>,
  stored: readonly TableRows[],
  { story, told }: { readonly story: Story; readonly told: RegisterMatterBody },
): Template {
  const life = storedLife(stored);
  const { field, rowsOf, ids } = life;
  const [matter = []] = rowsOf('matter');
  const of = (column: string): string => field('matter', matter, column);
  const leadUnitId = of('lead_unit_id');
  const seal = openMatterSeal(keys, of('id'), leadUnitId, bytesOf(of('wrapped_key')));
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const slots = createSlots(numberOf);
  const parties = partiesOf(life, seal, numberOf);
  const { isAsTold, slotOf } = slotOfField(life, told, seal, slots, parties, numberOf);
  const isStillOpen = isOpen(of('status') as Status);
  const tables = stored.map(({ table, columns, rows }) => ({
    table,
    rows: joined(
      rows
        .filter((row) => isOfUse(life, table, row, isStillOpen))
        .flatMap((row) =>
          columns.flatMap((column, place) => {
            const text = row[place] ?? nothing;
            const slot = slotOf(table, column, row, text);
            const between = place === columns.length - 1 ? '\n' : '\t';
            return slot === null ? [...slots.piecesOf(text), between] : [slots.numberOf(slot), between];
          }),
        ),
    ),
  }));
  const instants = slots.all.flatMap((slot) => (slot.kind === 'instant' ? [slot.ms] : []));
  return {
    year: Number(of('code').slice(0, 4)),
    isOpen: isStillOpen,
    leadUnitId,
    everTook: new Set(rowsOf('participation').map((row) => field('participation', row, 'unit_id'))),
    ids: ids.map((id, number) => ({
      ms: number === 0 ? instantSlot(of('registered_at')).ms : msOf(id),
      order: id.slice(13, 26),
    })),
    slots: slots.all,
    parties,
    story: isAsTold ? story : null,
    moves: movesOf(instants, pack.city.zone, clock.now().epochMilliseconds),
    tables,
  };
}

/** When a UUIDv7 was made. */
const msOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

function partiesOf(
  { field, rowsOf }: StoredLife,
  seal: MatterSeal,
  numberOf: ReadonlyMap<string, number>,
): LivedParty[] {
  return rowsOf('party').map((row) => {
    const id = field('party', row, 'id');
    const sealed = field('party', row, 'sealed');
    return {
      own: numberOf.get(id) ?? 0,
      seat: field('party', row, 'seat') as Seat,
      kind: field('party', row, 'kind') as PartyKind,
      content: sealed === nothing ? {} : seal.open<SealedParty>('party', id, bytesOf(sealed)),
    };
  });
}

/** What colleagues were told and has been done since, or of an ended matter, they have read: nothing looks at it again. */
function isOfUse({ field }: StoredLife, table: StampedTable, row: Row, isStillOpen: boolean): boolean {
  if (table !== 'notice') return true;
  const isAwaited = field(table, row, 'awaits_step') === 't' && field(table, row, 'settled_at') === nothing;
  return isStillOpen && (isAwaited || field(table, row, 'level') !== nothing);
}
