import { fill, type Language, words } from '#contract/language/language.ts';
import type { ActionBody } from '#contract/matters/actions.ts';
import type { MatterPresent } from '#contract/matters/matter.ts';
import type { BulkRow } from '#contract/office/bulk.ts';
import type { OfficeStep } from '#contract/office/steps.ts';
import type { MacroAction } from '#domain/matters/macros.ts';
import type { Actor } from '#server/app/actor.ts';
import { type HttpProblem, isHttpProblem } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { sendHeldBack } from '#server/database/preparing-client.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import {
  type ChangeRequest,
  changeMatter,
  changeMatterIn,
  type MatterUseCase,
  useCases,
} from '#server/features/matters/public.ts';

export type Seen = { readonly id: string; readonly version: number };

type TakeStep = (
  useCase: MatterUseCase<MacroAction>,
  request: ChangeRequest<MacroAction>,
) => Promise<MatterPresent>;

/**
 * Takes the steps one after another through their own use cases, each in a transaction of its own as if somebody had
 * taken it by hand, and stops at the first that is refused. What was done before it stays done.
 */
export function run(
  services: Services,
  actor: Actor,
  seen: Seen,
  steps: readonly OfficeStep[],
  language: Language,
  key: string | null,
): Promise<BulkRow> {
  return goThrough(seen, steps, language, key, (useCase, request) =>
    changeMatter(services, actor, useCase, request),
  );
}

/** The same course to the last statement, in one transaction that is then rolled back: nothing has happened. */
export async function rehearse(
  services: Services,
  actor: Actor,
  seen: Seen,
  steps: readonly OfficeStep[],
  language: Language,
): Promise<BulkRow> {
  const rehearsed = { row: undefined as BulkRow | undefined };
  const rollback = new Error('rehearsed');
  const play = async (trx: Trx): Promise<never> => {
    rehearsed.row = await goThrough(seen, steps, language, null, (useCase, request) =>
      changeMatterIn(services, trx, actor, useCase, request),
    );
    await sendHeldBack(trx);
    throw rollback;
  };
  await inTransaction(services, actor, play, { matterId: seen.id }).catch((thrown: unknown) => {
    if (thrown !== rollback) throw thrown;
  });
  if (rehearsed.row === undefined) throw new Error('nothing was rehearsed');
  return rehearsed.row;
}

async function goThrough(
  { id, version }: Seen,
  steps: readonly OfficeStep[],
  language: Language,
  key: string | null,
  take: TakeStep,
): Promise<BulkRow> {
  let last: MatterPresent | null = null;
  for (const [index, step] of steps.entries()) {
    try {
      last = await take(useCases[step.action] as MatterUseCase<MacroAction>, {
        matterId: id,
        // Each step makes one version; told so, a repeated request is word for word the first one.
        body: { ...step.body, version: version + index } as ActionBody<MacroAction>,
        idempotencyKey: key === null ? null : `${key} ${index}`,
        language,
      });
    } catch (thrown) {
      if (!isHttpProblem(thrown)) throw thrown;
      return {
        matterId: id,
        code: last?.code ?? null,
        state: thrown.code === 'stale-version' ? 'conflict' : 'refused',
        stepsTaken: index,
        after: standingOf(last),
        stopped: {
          step: index + 1,
          action: step.action,
          actionLabel: words(language).actions[step.action],
          code: thrown.code,
          detail: sentenceOf(thrown, language),
        },
      };
    }
  }
  return {
    matterId: id,
    code: last?.code ?? null,
    state: 'ok',
    stepsTaken: steps.length,
    after: standingOf(last),
    stopped: null,
  };
}

function standingOf(present: MatterPresent | null): BulkRow['after'] {
  if (present === null) return null;
  const { version, status, statusLabel, holder, dueOn } = present;
  return { version, status, statusLabel, holder, dueOn };
}

function sentenceOf({ code, params, errors = [] }: HttpProblem, language: Language): string {
  const reasons = errors.map(({ reason }) => reason);
  return [fill(words(language).errors[code], params), ...reasons].join(' ');
}
