import type { MatterView, PartyView } from '#contract/matters/matter.ts';
import type { Need, PartyKind } from '#domain/matters/vocabulary.ts';
import type { ToldBy } from '#domain/messages/vocabulary.ts';
import type { Fields } from '../use-action.ts';

export type CorrectPartyDraft = {
  kind: PartyKind;
  name: string;
  phone: string;
  /** A new number; empty leaves the one on record. */
  number: string;
  address: string;
  note: string;
  email: string;
  toldBy: ToldBy;
};

/** What is on record, as a form holds it. */
export type CorrectDraft = {
  kind: string;
  regionCode: string;
  subject: string;
  story: string;
  request: string;
  happenedOn: string;
  needs: Need[];
  /** By party; those that nobody touched are missing. */
  parties: Readonly<Record<string, CorrectPartyDraft>>;
};

export function correctDraftOf(matter: MatterView): CorrectDraft {
  return {
    kind: matter.kind.code,
    regionCode: matter.region.code,
    subject: matter.subject,
    story: matter.story,
    request: matter.request,
    happenedOn: matter.happenedOn ?? '',
    needs: matter.needs.map(({ code }) => code as Need),
    parties: {},
  };
}

export function correctPartyOf(party: PartyView): CorrectPartyDraft {
  return {
    kind: party.kind,
    name: party.kind === 'anonymous' ? '' : party.name,
    phone: party.phone ?? '',
    number: '',
    address: party.address ?? '',
    note: party.note ?? '',
    email: party.email ?? '',
    toldBy: party.toldBy.code,
  };
}

type Told = Omit<Fields<'correct'>, 'reason' | 'addedParties'>;
type ToldParty = NonNullable<Told['parties']>[number];

/** What of a draft differs from the record. */
export function correctionOf(matter: MatterView, draft: CorrectDraft): Told {
  const on = correctDraftOf(matter);
  const told: Told = {};
  for (const field of ['kind', 'regionCode', 'subject', 'story', 'request'] as const) {
    const value = draft[field].trim();
    if (value !== on[field] && (value !== '' || field === 'request')) told[field] = value;
  }
  if ([...draft.needs].sort().join() !== [...on.needs].sort().join()) told.needs = draft.needs;
  if (draft.happenedOn !== on.happenedOn) told.happenedOn = draft.happenedOn || null;
  const parties = matter.parties.flatMap((party) => {
    const now = draft.parties[party.id];
    const changed = now === undefined ? {} : partyCorrectionOf(correctPartyOf(party), now);
    return Object.keys(changed).length > 0 ? [{ id: party.id, ...changed }] : [];
  });
  if (parties.length > 0) told.parties = parties;
  return told;
}

function partyCorrectionOf(on: CorrectPartyDraft, now: CorrectPartyDraft): Omit<ToldParty, 'id'> {
  const told: Omit<ToldParty, 'id'> = {};
  if (now.kind !== on.kind && now.kind !== 'anonymous') told.kind = now.kind;
  if (now.name.trim() !== on.name && now.name.trim() !== '') told.name = now.name.trim();
  for (const field of ['phone', 'address', 'note', 'email'] as const) {
    const value = now[field].trim();
    if (value !== on[field]) told[field] = value || null;
  }
  if (now.toldBy !== on.toldBy) told.toldBy = now.toldBy;
  const number = now.number.trim();
  if (number !== '') told[now.kind === 'organisation' ? 'creditCode' : 'residentId'] = number;
  return told;
}
