import { fill, type Language } from '#contract/language/language.ts';
import type { ActionBody } from '#contract/matters/actions.ts';
import type { ReIssueSecretAnswer, SecretSlip } from '#contract/matters/secret-slip.ts';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { logOpening } from '#server/features/audit/public.ts';
import { presentUnit } from '../present/matter-present.ts';
import { openParty } from '../present/parties.presenter.ts';
import { openMatterSeal } from '../sealing.ts';
import { changeMatter } from '../steps/change-matter.ts';
import type { ChangeRequest, MatterUseCase } from '../steps/use-case.ts';
import { findParty, nextSecret, slipRow } from './re-issue-secret.queries.ts';

/**
 * 发放查询密码: a party who is present and showed who they are is handed a new secret: the first one of a respondent who
 * is informed, or another for one that was lost. The old one stops at once, and whoever is in with it is out.
 */
const useCase: MatterUseCase<'re-issue-secret'> = {
  action: 're-issue-secret',
  plan: async ({ partyId, checkedBy }, { trx, actor, matter }) => {
    const party = await findParty(trx, actor, matter.id, partyId);
    if (party === undefined) refuse(422, 'unknown-party', { field: 'partyId' });
    if (party.kind === 'anonymous') refuse(422, 'party-is-anonymous', { field: 'partyId' });
    return {
      command: { action: 're-issue-secret' },
      data: { partyId, seats: [party.seat], checkedBy },
      write: (transaction) => nextSecret(transaction, actor, matter.id, partyId),
    };
  },
};

export async function reIssueSecret(
  services: Services,
  actor: Actor,
  request: ChangeRequest<'re-issue-secret'>,
): Promise<ReIssueSecretAnswer> {
  const matter = await changeMatter(services, actor, useCase, request);
  return { matter, slip: await slipOf(services, actor, request) };
}

/** The slip is computed, never kept: the same request gives the same one again. */
function slipOf(
  services: Services,
  actor: Actor,
  { matterId, body, language }: { matterId: string; body: ActionBody<'re-issue-secret'>; language: Language },
): Promise<SecretSlip> {
  const { keys, pack, config } = services;
  return inTransaction(services, actor, async (trx) => {
    const row = await slipRow(trx, actor, matterId, body.partyId);
    if (row === undefined) refuse(404, 'not-found');
    await logOpening(services, trx, actor, { what: 'secret-slip', matterId });
    const party = openParty(row, openMatterSeal(keys, matterId, row.leadUnitId, row.wrappedKey));
    const centre = presentUnit(services, row.leadUnitId, language).name;
    const phone = pack.city.enquiryPhone;
    return {
      code: formatMatterCode(row.code),
      qr: row.code,
      centre,
      seat: row.seat,
      name: party.name ?? '',
      secret: keys.partySecret(row.id, row.secretGeneration),
      followAt: config.origin === null ? null : `${config.origin}/p/follow`,
      texts: Object.fromEntries(
        [...pack.receipt].map(([key, text]) => [key, fill(text[language], { date: '', centre, phone })]),
      ),
    };
  });
}
