import type { Draft, DraftBody } from '#contract/intake/intake.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { deleteDraft, findDraft, putDraft } from './draft.queries.ts';

const charactersAtMost = 64 * 1024;

/** A clerk's draft is kept on the server under the clerk, encrypted: a shared counter PC keeps nothing. */
export async function readDraft(services: Services, actor: Actor): Promise<Draft> {
  const row = await inTransaction(services, actor, (trx) => findDraft(trx, actor));
  if (row === undefined) return { content: null, updatedAt: null };
  const content = JSON.parse(
    services.keys.open(keyOf(services), row.sealed, boundTo(actor)).toString('utf8'),
  );
  return { content, updatedAt: row.updatedAt.toISOString() };
}

export async function keepDraft(services: Services, actor: Actor, { content }: DraftBody): Promise<Draft> {
  const text = JSON.stringify(content);
  if (text.length > charactersAtMost) refuse(413, 'body-too-large');
  const sealed = services.keys.seal(keyOf(services), text, boundTo(actor));
  const updatedAt = services.clock.now().toString();
  await inTransaction(services, actor, (trx) => putDraft(trx, actor, sealed, updatedAt));
  return { content, updatedAt };
}

export async function dropDraft(services: Services, actor: Actor): Promise<Draft> {
  await inTransaction(services, actor, (trx) => deleteDraft(trx, actor));
  return { content: null, updatedAt: null };
}

function keyOf(services: Services): Buffer {
  return services.keys.purposeKey('drafts');
}

function boundTo(actor: Actor): string {
  return `draft/${actor.userId}`;
}
