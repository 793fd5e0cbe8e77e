import { lacksAddress, normaliseEmail } from '#domain/messages/address.ts';
import type { ToldBy, ToldLanguage } from '#domain/messages/vocabulary.ts';
import { checkCreditCode } from '#domain/parties/credit-code.ts';
import type {
  CreditCodeRefusal,
  PhoneRefusal,
  ResidentIdRefusal,
} from '#domain/parties/identifier-refusals.ts';
import { normalisePhone } from '#domain/parties/phone.ts';
import { checkResidentId } from '#domain/parties/resident-id.ts';
import type { HelpGround, PartyKind, Seat } from './vocabulary.ts';

export const registrationRefusals = [
  'unknown-kind',
  'unknown-region',
  'no-applicant',
  'name-missing',
  'anonymous-has-data',
  'number-of-other-kind',
  'legal-basis-missing',
  'email-not-recognised',
  'told-without-address',
] as const;
export type RegistrationRefusal =
  | (typeof registrationRefusals)[number]
  | ResidentIdRefusal
  | CreditCodeRefusal
  | PhoneRefusal;

/** A party as somebody told it; numbers still as typed. */
export type ToldParty = {
  readonly seat: Seat;
  readonly kind: PartyKind;
  readonly name?: string;
  readonly phone?: string;
  readonly residentId?: string;
  readonly creditCode?: string;
  readonly address?: string;
  readonly note?: string;
  readonly email?: string;
  /** How they want to be told what happens; not at all where they said nothing. */
  readonly toldBy?: ToldBy;
  readonly toldLanguage?: ToldLanguage;
};

export type Registration = {
  readonly kind: string;
  readonly regionCode: string;
  readonly parties: readonly ToldParty[];
  readonly safety?: { readonly help: HelpGround; readonly legalBasis?: string } | undefined;
};

/** What the city knows: whether a kind and a region are on its lists, and its dialling code. */
export type KnownInCity = {
  readonly isKind: (code: string) => boolean;
  readonly isRegion: (code: string) => boolean;
  /** The dialling code of local numbers. */
  readonly areaCode: string;
};

export type RegistrationFault = { readonly field: string; readonly reason: RegistrationRefusal };

/**
 * Whether a registration may be written, with its parties' numbers in their one normal form; else every fault with
 * its field. Of an anonymous party nothing is kept, so data about one is refused rather than dropped in silence.
 */
export function checkRegistration(
  told: Registration,
  known: KnownInCity,
):
  | { readonly ok: true; readonly parties: ToldParty[] }
  | { readonly ok: false; readonly faults: RegistrationFault[] } {
  const faults: RegistrationFault[] = [];
  const fault = (field: string, reason: RegistrationRefusal): void => void faults.push({ field, reason });

  if (!known.isKind(told.kind)) fault('kind', 'unknown-kind');
  if (!known.isRegion(told.regionCode)) fault('regionCode', 'unknown-region');
  if (!told.parties.some(({ seat }) => seat === 'applicant')) fault('parties', 'no-applicant');
  const parties = told.parties.map((party, index) =>
    checkParty(party, `parties.${index}`, known.areaCode, fault),
  );
  if (told.safety !== undefined && lacksLegalBasis(told.safety)) {
    fault('safety.legalBasis', 'legal-basis-missing');
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, parties };
}

/** Help without consent is for a life in danger or where the law orders a report; then its basis is recorded. */
export function lacksLegalBasis(safety: {
  readonly help: HelpGround;
  readonly legalBasis?: string;
}): boolean {
  const isWithoutConsent = safety.help === 'life-in-danger' || safety.help === 'report-ordered-by-law';
  return isWithoutConsent && !safety.legalBasis;
}

function checkParty(
  party: ToldParty,
  field: string,
  areaCode: string,
  fault: (field: string, reason: RegistrationRefusal) => void,
): ToldParty {
  const { seat, kind, name, phone, residentId, creditCode, address, note, email, toldBy } = party;
  if (kind === 'anonymous') {
    if ([name, phone, residentId, creditCode, address, email].some((value) => value !== undefined)) {
      fault(field, 'anonymous-has-data');
    }
    if (toldBy !== undefined && toldBy !== 'none') fault(`${field}.toldBy`, 'told-without-address');
    return { seat, kind, ...(note !== undefined && { note }) };
  }
  if (name === undefined) fault(`${field}.name`, 'name-missing');
  if (residentId !== undefined && kind !== 'person') fault(`${field}.residentId`, 'number-of-other-kind');
  if (creditCode !== undefined && kind !== 'organisation')
    fault(`${field}.creditCode`, 'number-of-other-kind');

  const checked: Record<string, string> = {};
  const checks = [
    ['phone', phone, (text: string) => normalisePhone(text, areaCode)],
    ['residentId', residentId, checkResidentId],
    ['creditCode', creditCode, checkCreditCode],
    ['email', email, normaliseEmail],
  ] as const;
  for (const [key, text, check] of checks) {
    if (text === undefined) continue;
    const result = check(text);
    if (result.ok) checked[key] = result.value;
    else fault(`${field}.${key}`, result.reason);
  }
  const normal: ToldParty = { ...party, ...checked };
  // An address that is wrong has been found fault with already.
  const isWrong =
    (phone !== undefined && !('phone' in checked)) || (email !== undefined && !('email' in checked));
  if (!isWrong && lacksAddress(toldBy, normal)) fault(`${field}.toldBy`, 'told-without-address');
  return normal;
}

/** A subject for a story that came without one: its first clause, at most 40 characters. */
export function subjectOf(story: string): string {
  const [first = ''] = story.trim().split(/[。！？!?；;\n]/u);
  const characters = [...first.trim()];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('') || '…';
}

/** The two identified natural persons of a dispute, if it has exactly one on either side; else none. */
export function identifiedPair(parties: readonly ToldParty[]): readonly [string, string] | null {
  const numbers = (seat: Seat): string[] =>
    parties.filter((party) => party.seat === seat).map((party) => party.residentId ?? '');
  const [applicant, ...moreApplicants] = numbers('applicant');
  const [respondent, ...moreRespondents] = numbers('respondent');
  if (!applicant || !respondent || moreApplicants.length > 0 || moreRespondents.length > 0) return null;
  return [applicant, respondent];
}
