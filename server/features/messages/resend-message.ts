import type { Language } from '#contract/language/language.ts';
import type { MessageView } from '#contract/messages/message.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { presentMessage } from './message.presenter.ts';
import { lockMessage, messagesOf, officesOf, requeue } from './message.queries.ts';

/**
 * Has a message that did not leave sent once more, by whoever holds or leads the matter. Asked twice it is sent once: the
 * second finds it waiting.
 */
export async function resendMessage(
  services: Services,
  actor: Actor,
  { matterId, messageId }: { readonly matterId: string; readonly messageId: string },
  language: Language,
): Promise<MessageView> {
  const { cityCode, userId } = actor;
  const ref = { cityCode, matterId, messageId };
  return inTransaction(services, actor, async (trx) => {
    const offices = await officesOf(trx, cityCode, matterId);
    const message = offices && (await lockMessage(trx, ref));
    if (offices === undefined || message === undefined) refuse(404, 'not-found');
    if (![offices.leadUnitId, offices.holderUnitId].includes(actor.unitId)) refuse(422, 'not-your-part');
    if (message.state === 'sent' || message.template === 'secret') refuse(409, 'wrong-state');
    if (message.state !== 'queued') {
      await requeue(trx, ref, { userId, at: services.clock.now().toString() });
      await services.jobs.enqueue(trx, { name: 'send-message', payload: ref });
    }
    const [row] = await messagesOf(trx, cityCode, matterId, messageId);
    if (row === undefined) refuse(404, 'not-found');
    return presentMessage(matterId, row, true, language);
  });
}
