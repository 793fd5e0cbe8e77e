import type { ToldBy } from '#domain/messages/vocabulary.ts';
import {
  checkRegistration,
  type KnownInCity,
  type RegistrationFault,
  type ToldParty,
} from './registration.ts';
import type { Need, Seat } from './vocabulary.ts';

/** What a correction can name; each has its word in the language packs. */
export const recordFields = [
  'kind',
  'regionCode',
  'subject',
  'story',
  'request',
  'needs',
  'happenedOn',
  'partyKind',
  'name',
  'phone',
  'residentId',
  'creditCode',
  'address',
  'note',
  'email',
  'toldBy',
  'party',
] as const;
export type RecordField = (typeof recordFields)[number];

/** One old value and its new one; of a party, with the seat. Null where there was or is none. */
export type Correction = {
  readonly field: RecordField;
  readonly seat?: Seat;
  readonly from: string | null;
  readonly to: string | null;
};

type Texts = {
  readonly kind: string;
  readonly regionCode: string;
  readonly subject: string;
  readonly story: string;
  readonly request: string;
};
type KnownParty = ToldParty & { readonly id: string };

/** A registration as it stands. */
export type OnRecord = Texts & {
  readonly needs: readonly Need[];
  readonly happenedOn: string | null;
  readonly parties: readonly KnownParty[];
};

const partyFields = ['name', 'phone', 'residentId', 'creditCode', 'address', 'note', 'email'] as const;
type PartyField = (typeof partyFields)[number];

/** A party with what was wrong of it; null takes a field away. */
export type CorrectedParty = {
  readonly id: string;
  readonly kind?: 'person' | 'organisation';
  /** How they want to be told from now on. */
  readonly toldBy?: ToldBy;
} & { readonly [Field in PartyField]?: string | null };

/** What somebody says is to stand there instead; what is not named stays. */
export type Corrected = Partial<Texts> & {
  readonly needs?: readonly Need[];
  readonly happenedOn?: string | null;
  readonly parties?: readonly CorrectedParty[];
  readonly addedParties?: readonly ToldParty[];
};

export type CorrectionResult =
  | {
      readonly ok: true;
      readonly record: Omit<OnRecord, 'parties'>;
      /** Those that changed, and new ones, which have no id yet. */
      readonly changedParties: readonly KnownParty[];
      readonly addedParties: readonly ToldParty[];
      readonly corrections: readonly Correction[];
    }
  | { readonly ok: false; readonly refusal: 'nothing-corrected' | 'party-of-another-matter' }
  | { readonly ok: false; readonly faults: readonly RegistrationFault[] };

/** 更正: what differs from the record, checked as at the counter; an old value is never lost, only succeeded. */
export function correct(on: OnRecord, told: Corrected, known: KnownInCity): CorrectionResult {
  const asked = new Map((told.parties ?? []).map((party) => [party.id, party]));
  if ([...asked.keys()].some((id) => !on.parties.some((party) => party.id === id))) {
    return { ok: false, refusal: 'party-of-another-matter' };
  }
  const record = {
    kind: told.kind ?? on.kind,
    regionCode: told.regionCode ?? on.regionCode,
    subject: told.subject?.trim() ?? on.subject,
    story: told.story?.trim() ?? on.story,
    request: told.request?.trim() ?? on.request,
    needs: told.needs ?? on.needs,
    happenedOn: told.happenedOn === undefined ? on.happenedOn : told.happenedOn,
  };
  const merged = on.parties.map((party) => mergedParty(party, asked.get(party.id)));
  const checked = checkRegistration({ ...record, parties: [...merged, ...(told.addedParties ?? [])] }, known);
  if (!checked.ok) return { ok: false, faults: checked.faults };
  const parties = on.parties.map((party, index) => ({
    before: party,
    after: { ...(checked.parties[index] ?? party), id: party.id },
  }));
  const addedParties = checked.parties.slice(on.parties.length);
  const changed = parties.filter(({ before, after }) => partyCorrections(before, after).length > 0);
  const corrections = [
    ...recordCorrections(on, record),
    ...changed.flatMap(({ before, after }) => partyCorrections(before, after)),
    ...addedParties.map(
      ({ seat, name }) => ({ field: 'party', seat, from: null, to: name ?? null }) as const,
    ),
  ];
  if (corrections.length === 0) return { ok: false, refusal: 'nothing-corrected' };
  return {
    ok: true,
    record,
    changedParties: changed.map(({ after }) => after),
    addedParties,
    corrections,
  };
}

/** A number belongs to its kind of party; with another kind the old one goes. */
function mergedParty(party: KnownParty, asked: CorrectedParty | undefined): ToldParty {
  if (asked === undefined) return party;
  const kind = asked.kind ?? party.kind;
  const { id: _id, name, phone, residentId, creditCode, address, note, email, ...rest } = party;
  const was: Partial<Record<PartyField, string | undefined>> = {
    name,
    phone,
    ...(kind === party.kind && { residentId, creditCode }),
    address,
    note,
    email,
  };
  const now: Partial<Record<PartyField, string>> = {};
  for (const field of partyFields) {
    const value = asked[field] === undefined ? was[field] : asked[field];
    if (value !== undefined && value !== null) now[field] = value.trim();
  }
  return { ...rest, kind, ...now, ...(asked.toldBy !== undefined && { toldBy: asked.toldBy }) };
}

function recordCorrections(on: OnRecord, now: Omit<OnRecord, 'parties'>): Correction[] {
  const corrections: Correction[] = [];
  for (const field of ['kind', 'regionCode', 'subject', 'story', 'request'] as const) {
    if (on[field] !== now[field])
      corrections.push({ field, from: on[field] || null, to: now[field] || null });
  }
  const needs = (all: readonly Need[]): string | null => [...all].sort().join(' ') || null;
  if (needs(on.needs) !== needs(now.needs)) {
    corrections.push({ field: 'needs', from: needs(on.needs), to: needs(now.needs) });
  }
  if (on.happenedOn !== now.happenedOn) {
    corrections.push({ field: 'happenedOn', from: on.happenedOn, to: now.happenedOn });
  }
  return corrections;
}

function partyCorrections(before: KnownParty, after: KnownParty): Correction[] {
  const { seat } = before;
  const corrections: Correction[] = [];
  if (before.kind !== after.kind) {
    corrections.push({ field: 'partyKind', seat, from: before.kind, to: after.kind });
  }
  for (const field of partyFields) {
    if (before[field] !== after[field]) {
      corrections.push({ field, seat, from: before[field] ?? null, to: after[field] ?? null });
    }
  }
  const told = ({ toldBy = 'none' }: KnownParty): ToldBy => toldBy;
  if (told(before) !== told(after)) {
    corrections.push({ field: 'toldBy', seat, from: told(before), to: told(after) });
  }
  return corrections;
}
