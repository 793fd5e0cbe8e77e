import type { LookUpAnswer, LookUpBody } from '#contract/intake/intake.ts';
import { type Language, words } from '#contract/language/language.ts';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import { checkCreditCode } from '#domain/parties/credit-code.ts';
import { normalisePhone } from '#domain/parties/phone.ts';
import { checkResidentId } from '#domain/parties/resident-id.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { fieldReason } from '#server/app/validation.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { logOpening, logOpenings } from '#server/features/audit/public.ts';
import { presentUnit } from '../present/matter-present.ts';
import { ownOpenMatters } from './look-up-visitor.queries.ts';

/**
 * Gives a person who is present and identified their own codes back: this centre's open matters only, by exact match
 * on a keyed hash; code, stage and office, nothing more; on record (scope.md).
 */
export async function lookUpVisitor(
  services: Services,
  actor: Actor,
  body: LookUpBody,
  language: Language,
): Promise<LookUpAnswer> {
  const { kind, value } = identify(services, body, language);
  const hash = services.keys.lookupHash(actor.unitId, kind, value);
  const found = await inTransaction(services, actor, async (trx) => {
    const rows = await ownOpenMatters(trx, actor, kind, hash);
    const found = rows.map(({ id }) => id);
    // Each matter's parties see that it was found.
    await logOpenings(services, trx, actor, 'look-up-found', found);
    await logOpening(services, trx, actor, { what: 'look-up', data: { by: kind, found } });
    return rows;
  });
  return {
    matters: found.map(({ code, status, holderUnitId }) => ({
      code: formatMatterCode(code),
      stage: words(language).statuses[status],
      office: presentUnit(services, holderUnitId, language).name,
    })),
  };
}

function identify(
  services: Services,
  body: LookUpBody,
  language: Language,
): { kind: 'phone' | 'id'; value: string } {
  const [field, checked] =
    body.phone !== undefined
      ? (['phone', normalisePhone(body.phone, services.pack.city.areaCode)] as const)
      : body.residentId !== undefined
        ? (['residentId', checkResidentId(body.residentId)] as const)
        : (['creditCode', checkCreditCode(body.creditCode ?? '')] as const);
  if (!checked.ok)
    refuse(422, 'invalid-input', { errors: [{ field, reason: fieldReason(checked.reason, language) }] });
  return { kind: field === 'phone' ? 'phone' : 'id', value: checked.value };
}
