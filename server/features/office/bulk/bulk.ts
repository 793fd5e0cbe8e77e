import { createHash } from 'node:crypto';
import { type Language, words } from '#contract/language/language.ts';
import type {
  BulkAnswer,
  BulkBody,
  BulkChoicesAnswer,
  BulkChoicesBody,
  BulkRow,
} from '#contract/office/bulk.ts';
import type { OfficeStep } from '#contract/office/steps.ts';
import { bulkChoices } from '#domain/matters/bulk.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { allowedOn } from '#server/features/matters/public.ts';
import { once } from '#server/features/organisations/public.ts';
import { stepsOfMacro } from '../macros/steps-of-macro.ts';
import { rehearse, run, type Seen } from '../steps/go-through.ts';

/** What can be done to the selected matters together. */
export async function listBulkChoices(
  services: Services,
  actor: Actor,
  { ids }: BulkChoicesBody,
  language: Language,
): Promise<BulkChoicesAnswer> {
  const choices = bulkChoices(await allowedOn(services, actor, ids));
  return {
    choices: choices.map((choice) => ({ ...choice, label: words(language).actions[choice.action] })),
  };
}

/** What it would do to each: rehearsed through the very use cases, and undone. */
export function previewBulk(
  services: Services,
  actor: Actor,
  body: BulkBody,
  language: Language,
): Promise<BulkAnswer> {
  return each(services, actor, body, (seen, steps) => rehearse(services, actor, seen, steps, language));
}

/** Does it to each, one after another; what is refused of one matter stops none of the others. */
export async function runBulk(
  services: Services,
  actor: Actor,
  body: BulkBody,
  language: Language,
  idempotencyKey: string | null,
): Promise<BulkAnswer> {
  await inTransaction(services, actor, (trx) =>
    once(services, trx, actor, 'run-bulk', body, { language, idempotencyKey }),
  );
  // Each matter's steps have a key of their own, so that what was cut short is gone on with and nothing is done twice.
  const key =
    idempotencyKey === null
      ? null
      : createHash('sha256').update(`bulk ${idempotencyKey}`).digest('base64url');
  return each(services, actor, body, (seen, steps) => run(services, actor, seen, steps, language, key));
}

async function each(
  services: Services,
  actor: Actor,
  { matters, work }: BulkBody,
  take: (seen: Seen, steps: readonly OfficeStep[]) => Promise<BulkRow>,
): Promise<BulkAnswer> {
  const steps = work.action === 'macro' ? await stepsOfMacro(services, actor, work) : [work];
  const rows: BulkRow[] = [];
  for (const seen of matters) rows.push(await take(seen, steps));
  return { rows, done: rows.filter(({ state }) => state === 'ok').length };
}
