import type { Seat } from '#domain/matters/vocabulary.ts';
import type { MessageTemplate } from '#domain/messages/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { insertMessages, partiesToTell } from './message.queries.ts';

export type Telling = {
  readonly cityCode: string;
  readonly matterId: string;
  /** The version that the event made. */
  readonly version: number;
  readonly template: MessageTemplate;
  /** To whom, of those who want to be told: those at these seats, or these parties. */
  readonly to: { readonly seats: readonly Seat[] } | { readonly partyIds: readonly string[] };
  /** The office that the text may name. */
  readonly unitId: string;
  /** The step that is owed next, whose day the text may name. */
  readonly step: string | null;
};

/**
 * Writes a message to each of these parties who chose to be told, and the jobs that send them, in the transaction of the
 * change itself: no change without its messages, no message without its change.
 */
export async function tellParties(services: Services, trx: Trx, telling: Telling): Promise<void> {
  const { cityCode, matterId, to, unitId } = telling;
  const wanting = await partiesToTell(trx, cityCode, matterId, telling.step);
  const told = wanting.filter((party) =>
    'seats' in to ? to.seats.includes(party.seat) : to.partyIds.includes(party.id),
  );
  if (told.length === 0) return;
  const at = services.clock.now().toString();
  const messages = told.map(({ id, way, language, dueOn }) => ({
    id: services.newId(),
    partyId: id,
    way,
    language,
    facts: { unitId, dueOn },
  }));
  await insertMessages(trx, { ...telling, at }, messages);
  for (const { id: messageId } of messages) {
    await services.jobs.enqueue(trx, { name: 'send-message', payload: { cityCode, matterId, messageId } });
  }
}
