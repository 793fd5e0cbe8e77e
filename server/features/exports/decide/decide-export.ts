import type { DecideExportBody, ExportView } from '#contract/exports/exports.ts';
import type { Language } from '#contract/language/language.ts';
import { refusalToDecide } from '#domain/exports/decide-export.ts';
import { approvalHoldsInHours } from '#domain/exports/export-times.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { logOpening } from '#server/features/audit/public.ts';
import { startMaking } from '../ask/ask-export.ts';
import { presentExport } from '../export.presenter.ts';
import { findExport, lockExport, writeDecision } from '../exports.queries.ts';
import { sealWords } from '../sealed-words.ts';

/** 第二人审批: somebody else at the office, or above it, says whether a large export may be made. */
export function decideExport(
  services: Services,
  actor: Actor,
  id: string,
  body: DecideExportBody,
  language: Language,
): Promise<ExportView> {
  const reason = body.reason?.trim() ?? '';
  return inTransaction(services, actor, async (trx) => {
    const before = await lockExport(trx, actor, id);
    if (before === undefined) refuse(404, 'not-found');
    const current = presentExport(services, actor, before, language);
    const refusal = refusalToDecide(before, actor);
    if (refusal === 'export-decided') refuse(409, refusal, { extra: { current } });
    if (refusal !== null) refuse(403, refusal);
    if (before.version !== body.version) refuse(409, 'stale-version', { extra: { current } });
    const now = services.clock.now();
    // Its time is over, though nobody has come by to say so.
    if (before.holdsUntil !== null && before.holdsUntil.getTime() <= now.epochMilliseconds)
      refuse(409, 'export-decided', { extra: { current } });
    const isApproved = body.decision === 'approve';
    if (!isApproved && reason === '') refuse(422, 'export-reason-missing', { field: 'reason' });
    await writeDecision(trx, actor, id, {
      status: isApproved ? 'making' : 'refused',
      reasonSealed: reason === '' ? null : sealWords(services, id, 'reason', reason),
      holdsUntil: isApproved ? now.add({ hours: approvalHoldsInHours }).toString() : null,
      at: now.toString(),
    });
    await logOpening(services, trx, actor, {
      what: 'export-decided',
      data: { exportId: id, decision: body.decision, rows: before.rowsCounted, contents: before.contents },
    });
    if (isApproved) await startMaking(services, trx, actor, id);
    const after = await findExport(trx, actor, id);
    if (after === undefined) throw new Error('the export that was just decided about is not there');
    return presentExport(services, actor, after, language);
  });
}
