import { formatMatterCode } from '#domain/matters/matter-code.ts';
import { addressFor, type Reachable } from '#domain/messages/address.ts';
import { waitAfter } from '#domain/messages/retry.ts';
import { fillMessage, type MessageText } from '#domain/messages/text.ts';
import type { MessageFault, ToldLanguage } from '#domain/messages/vocabulary.ts';
import type { Delivery, Gateway, OutgoingMessage } from '#server/adapters/messages/gateway.ts';
import { createOutbox } from '#server/adapters/messages/outbox.ts';
import { dayInWords } from '#server/app/day-in-words.ts';
import { unitName } from '#server/app/directory.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import {
  beginAttempt,
  type Envelope,
  type LockedMessage,
  lockMessage,
  type MessageRef,
  messageEnvelope,
  recordNotSent,
  recordSent,
} from './message.queries.ts';

/** Opens what is sealed of a party; matters know how. */
export type OpenParty = (
  matterId: string,
  envelope: Envelope & { wrappedKey: Buffer; sealed: Buffer },
) => Reachable;

/** Longer than any gateway may take: when it is over, whoever had the message has died. */
const attemptInSeconds = 120;

/**
 * Sends one message. It is taken in a transaction of its own, so that of two who come at once one goes away; it leaves
 * under its own id; what came of it is recorded after. Whoever dies between leaving and recording has it sent again
 * under the same id, by which gateway and mail program know it as the same one (docs/decisions/0016).
 */
export async function sendMessage(services: Services, ref: MessageRef, openParty: OpenParty): Promise<void> {
  const context = { cityCode: ref.cityCode, role: 'program' } as const;
  const taken = await inTransaction(services, context, (trx) => takeMessage(services, trx, ref, openParty));
  if (taken === null) return;
  const delivery = await taken.gateway.send(taken.message);
  await inTransaction(services, context, (trx) => record(services, trx, ref, taken.attempt, delivery));
}

type Taken = { readonly gateway: Gateway; readonly message: OutgoingMessage; readonly attempt: number };

async function takeMessage(
  services: Services,
  trx: Trx,
  ref: MessageRef,
  openParty: OpenParty,
): Promise<Taken | null> {
  const now = services.clock.now();
  const row = await lockMessage(trx, ref);
  if (row === undefined || row.state !== 'queued' || row.nextAt === null) return null;
  const earlyByMs = row.nextAt.getTime() - now.epochMilliseconds;
  if (earlyByMs > 0) {
    await wakeIn(services, trx, ref, earlyByMs / 1000);
    return null;
  }
  const prepared = prepare(services, ref, row, await messageEnvelope(trx, ref), openParty);
  if ('fault' in prepared) {
    await recordNotSent(trx, ref, row.attempts, { state: 'withheld', fault: prepared.fault });
    return null;
  }
  await beginAttempt(trx, ref, now.add({ seconds: attemptInSeconds }).toString());
  return { ...prepared, attempt: row.attempts + 1 };
}

/** The message with its address and text, or why it is not sent. */
function prepare(
  services: Services,
  { cityCode, matterId, messageId }: MessageRef,
  row: LockedMessage,
  envelope: Envelope | undefined,
  openParty: OpenParty,
): { gateway: Gateway; message: OutgoingMessage } | { fault: MessageFault } {
  const { config, gateways } = services;
  const gateway = gateways[row.way] ?? (config.mode === 'demo' ? createOutbox(services, row.way) : null);
  if (gateway === null) return { fault: 'no-gateway' };
  if (envelope === undefined || envelope.toldBy !== row.way) return { fault: 'no-longer-wanted' };
  const { wrappedKey, sealed } = envelope;
  if (wrappedKey === null) return { fault: 'erased' };
  if (sealed === null) return { fault: 'no-address' };
  const to = addressFor(row.way, openParty(matterId, { ...envelope, wrappedKey, sealed }));
  if (to === null) return { fault: 'no-address' };
  const write = (text: MessageText) => writeText(services, text, row, envelope);
  const subject = write(row.template === 'secret' ? 'secret-subject' : 'mail-subject');
  return { gateway, message: { id: messageId, cityCode, to, subject, text: write(row.template) } };
}

function writeText(
  services: Services,
  text: MessageText,
  { language, facts }: Pick<LockedMessage, 'facts'> & { readonly language: ToldLanguage },
  { code, partyId }: Pick<Envelope, 'code' | 'partyId'>,
): string {
  const words = services.pack.messages.get(text);
  if (words === undefined) throw new Error(`the city pack has no message ${text}`);
  const unit = services.directory.unit(facts.unitId);
  return fillMessage(words, language, {
    code: formatMatterCode(code),
    office: unit === undefined ? '' : unitName(unit, language),
    due: facts.dueOn === null ? '' : dayInWords(facts.dueOn, language),
    link: `${services.reachedAt.url}/p/follow`,
    ...(facts.secretGeneration !== undefined && {
      secret: services.keys.partySecret(partyId, facts.secretGeneration),
    }),
  });
}

async function record(
  services: Services,
  trx: Trx,
  ref: MessageRef,
  attempt: number,
  delivery: Delivery,
): Promise<void> {
  const now = services.clock.now();
  if (delivery.ok) return recordSent(trx, ref, now.toString());
  const wait = delivery.isFinal ? null : waitAfter(attempt);
  const { fault } = delivery;
  services.log.info(
    { messageId: ref.messageId, attempt, fault, willRetry: wait !== null },
    'a message did not leave',
  );
  if (wait === null) {
    await recordNotSent(trx, ref, attempt, { state: 'failed', fault });
    return;
  }
  const nextAt = now.add({ seconds: wait }).toString();
  const isOurs = await recordNotSent(trx, ref, attempt, { state: 'queued', fault, nextAt });
  if (isOurs) await wakeIn(services, trx, ref, wait);
}

function wakeIn(services: Services, trx: Trx, payload: MessageRef, afterSeconds: number): Promise<void> {
  return services.jobs.enqueue(
    trx,
    { name: 'send-message', payload },
    { afterSeconds: Math.max(1, afterSeconds) },
  );
}
