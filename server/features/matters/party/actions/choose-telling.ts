import { lacksAddress, normaliseEmail } from '#domain/messages/address.ts';
import type { ToldBy, ToldLanguage } from '#domain/messages/vocabulary.ts';
import { refuse } from '#server/app/refusal.ts';
import { fieldReason } from '#server/app/validation.ts';
import type { SealedParty } from '../../sealing.ts';
import type { PartyUseCase } from '../../steps/use-case.ts';
import { sealedOf, writeTelling } from './party-actions.queries.ts';

export type Telling = {
  readonly version: number;
  readonly toldBy: ToldBy;
  readonly toldLanguage: ToldLanguage;
  /** As typed; empty keeps the address on file. */
  readonly email: string;
};

/** 选择告知方式: how a party is told what happens, in which language, or not at all. Their phone changes at the counter only. */
export const chooseTelling: PartyUseCase<Telling> = {
  action: 'choose-telling',
  plan: ({ toldBy, toldLanguage, email }, { party, matter }) => ({
    data: { toldBy, toldLanguage },
    write: async (trx, seal) => {
      const stored = await sealedOf(trx, party, matter.id);
      const known = stored === null ? {} : seal.open<SealedParty>('party', party.partyId, stored);
      const checked = email === '' ? null : normaliseEmail(email);
      const fault = (field: string, reason: 'email-not-recognised' | 'told-without-address') =>
        refuse(422, 'invalid-input', { errors: [{ field, reason: fieldReason(reason, toldLanguage) }] });
      if (checked !== null && !checked.ok) fault('email', checked.reason);
      const next: SealedParty = { ...known, ...(checked?.ok === true && { email: checked.value }) };
      if (lacksAddress(toldBy, next)) fault(toldBy === 'mail' ? 'email' : 'toldBy', 'told-without-address');
      await writeTelling(trx, party, matter.id, {
        toldBy,
        toldLanguage,
        sealed: seal.seal('party', party.partyId, next),
      });
    },
  }),
};
