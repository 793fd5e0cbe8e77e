import { type Language, words } from '#contract/language/language.ts';
import type { PartyView } from '#contract/matters/matter.ts';
import type { ToldParty } from '#domain/matters/registration.ts';
import type { PartyKind, Seat } from '#domain/matters/vocabulary.ts';
import type { ToldBy, ToldLanguage } from '#domain/messages/vocabulary.ts';
import type { MatterSeal, SealedParty } from '../sealing.ts';

export type PartyRow = {
  readonly id: string;
  readonly seat: Seat;
  readonly kind: PartyKind;
  readonly sealed: Buffer | null;
  readonly toldBy?: ToldBy;
  readonly toldLanguage?: ToldLanguage;
};

/** A party for those who work on the matter. A number is shown by its last four places: enough to recognise it. */
export function presentParty(party: ToldParty & { readonly id: string }, language: Language): PartyView {
  const { seats, partyKinds, toldBy } = words(language);
  const number = party.residentId ?? party.creditCode;
  return {
    id: party.id,
    seat: party.seat,
    seatLabel: seats[party.seat],
    kind: party.kind,
    name: party.name ?? partyKinds.anonymous,
    ...(party.phone !== undefined && { phone: party.phone }),
    ...(number !== undefined && { number: `…${number.slice(-4)}` }),
    ...(party.address !== undefined && { address: party.address }),
    ...(party.note !== undefined && { note: party.note }),
    ...(party.email !== undefined && { email: party.email }),
    toldBy: { code: party.toldBy ?? 'none', label: toldBy[party.toldBy ?? 'none'] },
  };
}

export function openParty(row: PartyRow, seal: MatterSeal): ToldParty & { id: string } {
  const told = row.sealed === null ? {} : seal.open<SealedParty>('party', row.id, row.sealed);
  const { id, seat, kind, toldBy, toldLanguage } = row;
  return { id, seat, kind, ...told, ...(toldBy && { toldBy }), ...(toldLanguage && { toldLanguage }) };
}
