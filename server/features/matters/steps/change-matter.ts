import { createHash } from 'node:crypto';
import type { Language } from '#contract/language/language.ts';
import type { ActionBody } from '#contract/matters/actions.ts';
import type { MatterPresent } from '#contract/matters/matter.ts';
import { participationsMoved } from '#domain/access/participation.ts';
import { type Command, takeStep } from '#domain/matters/take-step.ts';
import { type Action, isOpen } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse, refuseWith } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import type { MatterRecord } from '../matter-record.ts';
import { presentMatter } from '../present/matter-present.ts';
import { type MatterSeal, openMatterSeal, type SealedEvent, wrapFor } from '../sealing.ts';
import { afterStep, movedFacts } from './after-step.ts';
import { doneBefore, type LockedMatter, lockMatter, writeChange } from './change-matter.queries.ts';
import { moveLookUp } from './move-look-up.ts';
import { surroundingsOf } from './surroundings.ts';

/** What a use case says of its step: the rules' command, what the event keeps, and what else it writes. */
export type Plan = {
  readonly command: Command;
  /** Clear facts of the event; never personal data. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Words and facts for readers of the file only. */
  readonly sealed?: SealedEvent;
  readonly occurredAt?: string;
  readonly danger?: string | null;
  /** Rows of its own, written in the same transaction once the step is lawful. */
  readonly write?: (trx: Trx, seal: MatterSeal) => Promise<void>;
};

export type PlanContext = {
  readonly services: Services;
  readonly actor: Actor;
  readonly trx: Trx;
  readonly matter: LockedMatter;
  readonly today: string;
};

/** One use case: its action, and how its body becomes a plan. It may refuse by throwing a problem. */
export type MatterUseCase<A extends Action = Action> = {
  readonly action: A;
  plan(body: ActionBody<A>, context: PlanContext): Plan | Promise<Plan>;
};

export type ChangeRequest<A extends Action> = {
  readonly matterId: string;
  readonly body: ActionBody<A>;
  readonly idempotencyKey: string | null;
  readonly language: Language;
};

/** The one course of every step on a matter: lock, ask the domain, write with event and key, present. */
export async function changeMatter<A extends Action>(
  services: Services,
  actor: Actor,
  useCase: MatterUseCase<A>,
  request: ChangeRequest<A>,
): Promise<MatterPresent> {
  const now = services.clock.now();
  const today = todayOf(services);
  const { matterId, body, idempotencyKey: key, language } = request;
  const operation = `${useCase.action} ${matterId}`;
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest();

  return inTransaction(services, actor, async (trx) => {
    const before = await lockMatter(trx, actor, matterId, today);
    const done = key === null ? undefined : await doneBefore(trx, actor, operation, key);
    if (done !== undefined) {
      if (!done.bodyHash.equals(bodyHash)) refuse(422, 'key-reused');
      // After a hand-over its doer may see no more than where the step left the matter.
      return presentMatter(
        services,
        actor,
        before ?? { id: matterId, ...done.left },
        language,
        before?.running,
      );
    }
    if (before === undefined) refuse(404, 'not-found');
    if (before.version !== body.version) {
      const current = presentMatter(services, actor, before, language, before.running);
      refuse(409, 'stale-version', { extra: { current } });
    }

    const plan = await useCase.plan(body, { services, actor, trx, matter: before, today });
    const step = takeStep(before, actor, surroundingsOf(services, before), plan.command);
    if (!step.ok) refuseWith({ code: step.refusal });

    const after = afterStep(services, { before, change: step.change, danger: plan.danger, now });
    const seal = openMatterSeal(services.keys, before.id, before.leadUnitId, wrappedKeyOf(before));
    const isLeadMoved = before.leadUnitId !== after.matter.leadUnitId;
    const isOpenChanged = isOpen(before.status) !== isOpen(after.matter.status);
    const matter: MatterRecord = isLeadMoved
      ? { ...after.matter, wrappedKey: wrapFor(services.keys, before.id, after.matter.leadUnitId, seal.key) }
      : after.matter;
    await plan.write?.(trx, seal);
    const pairHash =
      isLeadMoved || isOpenChanged
        ? await moveLookUp(services, trx, actor.cityCode, matter, seal)
        : 'unchanged';
    const { closed, opened } = participationsMoved(before, matter);
    await writeChange(trx, actor, {
      after: matter,
      pairHash,
      at: now.toString(),
      today,
      endedSteps: after.endedSteps,
      clocks: after.started,
      closed,
      opened: opened.map((one) => ({ ...one, id: services.newId() })),
      event: {
        id: services.newId(),
        type: useCase.action,
        occurredAt: plan.occurredAt ?? now.toString(),
        data: { ...plan.data, ...movedFacts(before, matter) },
        sealed: plan.sealed === undefined ? null : seal.seal('event', matter.version, plan.sealed),
      },
      idempotency: key === null ? null : { operation, key, bodyHash },
    });
    const { hasOtherCaller } = before;
    return presentMatter(services, actor, { ...matter, hasOtherCaller }, language, after.running);
  });
}

function wrappedKeyOf(matter: MatterRecord): Buffer {
  // Erased: the key is destroyed, and with it all that was sealed.
  if (matter.wrappedKey === null) refuse(409, 'wrong-state');
  return matter.wrappedKey;
}
