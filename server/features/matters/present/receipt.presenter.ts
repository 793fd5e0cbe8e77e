import { fill, type Language, words } from '#contract/language/language.ts';
import type { Receipt } from '#contract/matters/register-matter.ts';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import type { ToldParty } from '#domain/matters/registration.ts';
import { stepOf } from '#domain/matters/transitions.ts';
import type { Status } from '#domain/matters/vocabulary.ts';
import { dayInWords } from '#server/app/day-in-words.ts';
import type { Services } from '#server/app/services.ts';
import { presentUnit } from './matter-present.ts';

export type ReceiptOf = {
  readonly code: string;
  readonly status: Status;
  readonly unitId: string;
  readonly dueOn: string | null;
  readonly registeredAt: string;
  readonly parties: readonly (ToldParty & { readonly id: string; readonly secretGeneration?: number })[];
};

/**
 * What the visitor takes home: code, what comes next and by when, and the applicants' own secrets. The other side
 * gets its secret when it is informed, not over the applicant's receipt.
 */
export function presentReceipt(services: Services, language: Language, of: ReceiptOf): Receipt {
  const { steps, partyKinds } = words(language);
  const step = stepOf(of.status);
  const { receipt, city } = services.pack;
  const centre = presentUnit(services, of.unitId, language).name;
  const phone = city.enquiryPhone;
  const mine = of.parties.filter(({ seat }) => seat !== 'respondent');
  const date = of.dueOn === null ? '' : dayInWords(of.dueOn, language);
  return {
    code: formatMatterCode(of.code),
    qr: of.code,
    centre,
    registeredAt: of.registeredAt,
    secrets: mine.map((party) => ({
      partyId: party.id,
      seat: party.seat,
      name: party.name ?? partyKinds.anonymous,
      secret: services.keys.partySecret(party.id, party.secretGeneration ?? 1),
    })),
    next: { what: step === null ? '' : steps[step], by: of.dueOn ?? of.registeredAt.slice(0, 10) },
    texts: Object.fromEntries(
      [...receipt].map(([key, text]) => [key, fill(text[language], { date, centre, phone })]),
    ),
  };
}
