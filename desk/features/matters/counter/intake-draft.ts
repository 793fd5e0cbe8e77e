import type { PartyBody, RegisterMatterBody } from '#contract/matters/register-matter.ts';
import type { Channel, Need, PartyKind, Seat } from '#domain/matters/vocabulary.ts';
import type { ToldBy, ToldLanguage } from '#domain/messages/vocabulary.ts';
import { type SafetyDraft, safetyBodyOf } from '../safety/safety-draft.ts';

/** A party while it is being typed: one field for the number, whose meaning follows from the kind of party. */
export type PartyDraft = {
  key: string;
  seat: Seat;
  kind: PartyKind;
  name: string;
  phone: string;
  number: string;
  address: string;
  note: string;
  email: string;
  toldBy: ToldBy;
  toldLanguage: ToldLanguage;
};

/** The counter's form as it stands, kept on the server under the clerk until it is saved or thrown away. */
export type IntakeDraft = {
  channel: Channel;
  story: string;
  subject: string;
  happenedOn: string;
  kind: string;
  /** A kind that the clerk chose is not changed by a suggestion. */
  isKindChosen: boolean;
  regionCode: string;
  parties: PartyDraft[];
  request: string;
  needs: Need[];
  safety: SafetyDraft | null;
};

let partyCount = 0;

export function blankParty(seat: Seat): PartyDraft {
  partyCount += 1;
  return {
    key: `${seat}-${partyCount}-${Date.now()}`,
    seat,
    kind: 'person',
    name: '',
    phone: '',
    number: '',
    address: '',
    note: '',
    email: '',
    toldBy: 'none',
    toldLanguage: 'zh',
  };
}

export function blankIntake(regionCode: string): IntakeDraft {
  return {
    channel: 'window',
    story: '',
    subject: '',
    happenedOn: '',
    kind: '',
    isKindChosen: false,
    regionCode,
    parties: [blankParty('applicant'), blankParty('respondent')],
    request: '',
    needs: [],
    safety: null,
  };
}

export function isBlankParty(party: PartyDraft): boolean {
  return (
    party.kind !== 'anonymous' &&
    ![party.name, party.phone, party.number, party.address, party.note].some((text) => text.trim())
  );
}

/** A card nobody wrote on is no party; only the applicants' cards count even when empty, so that they are asked for. */
export function toldParties(draft: IntakeDraft): PartyDraft[] {
  return draft.parties.filter((party) => party.seat === 'applicant' || !isBlankParty(party));
}

export function registrationOf(draft: IntakeDraft): RegisterMatterBody {
  const said = <Name extends string>(name: Name, text: string) =>
    text.trim() ? { [name]: text.trim() } : {};
  const safety = draft.safety ? safetyBodyOf(draft.safety) : undefined;
  return {
    channel: draft.channel,
    kind: draft.kind,
    regionCode: draft.regionCode,
    story: draft.story.trim(),
    ...said('subject', draft.subject),
    ...said('request', draft.request),
    ...said('happenedOn', draft.happenedOn),
    parties: toldParties(draft).map(partyBodyOf),
    ...(draft.needs.length > 0 && { needs: draft.needs }),
    ...(safety && { safety }),
  };
}

export function partyBodyOf(party: PartyDraft): PartyBody {
  const { seat, kind, name, phone, number, address, note, email, toldBy, toldLanguage } = party;
  const said = <Name extends keyof PartyBody>(key: Name, text: string) =>
    text.trim() ? { [key]: text.trim() } : {};
  if (kind === 'anonymous') return { seat, kind, ...said('note', note) };
  return {
    seat,
    kind,
    ...said('name', name),
    ...said('phone', phone),
    ...said(kind === 'person' ? 'residentId' : 'creditCode', number),
    ...said('address', address),
    ...said('note', note),
    ...(toldBy === 'mail' && said('email', email)),
    ...(toldBy && toldBy !== 'none' && { toldBy, toldLanguage }),
  };
}
