import { createHash } from 'node:crypto';
import type { Language } from '#contract/language/language.ts';
import type { ActionBody } from '#contract/matters/actions.ts';
import type { MatterPresent } from '#contract/matters/matter.ts';
import { participationsMoved } from '#domain/access/participation.ts';
import { type Command, type StepResult, takePartyStep, takeStep } from '#domain/matters/take-step.ts';
import { type Action, isOpen, type PartyAction } from '#domain/matters/vocabulary.ts';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import { refuse, refuseWith } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import type { MatterRecord } from '../matter-record.ts';
import type { ClockRow } from '../present/clock.presenter.ts';
import { presentMatter } from '../present/matter-present.ts';
import { type MatterSeal, openMatterSeal, type SealedEvent, wrapFor } from '../sealing.ts';
import { afterStep, movedFacts } from './after-step.ts';
import {
  doneBefore,
  type Left,
  type LockedMatter,
  lockMatter,
  writeChange,
} from './change-matter.queries.ts';
import { moveLookUp } from './move-look-up.ts';
import { surroundingsOf } from './surroundings.ts';
import { tell } from './tell.ts';

/** What a step is beside its command: what the event keeps, and what else it writes. */
export type Writing = {
  /** Clear facts of the event; never personal data. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Words and facts for readers of the file only. */
  readonly sealed?: SealedEvent;
  readonly occurredAt?: string;
  readonly danger?: string | null;
  /** Rows of its own, written in the same transaction once the step is lawful. */
  readonly write?: (trx: Trx, seal: MatterSeal) => Promise<void>;
};

/** What a use case says of its step: the rules' command, and what is written with it. */
export type Plan = Writing & { readonly command: Command };

type Context = {
  readonly services: Services;
  readonly trx: Trx;
  readonly matter: LockedMatter;
  readonly today: string;
};
export type PlanContext = Context & { readonly actor: Actor };
export type PartyPlanContext = Context & { readonly party: PartyActor };

/** One use case: its action, and how its body becomes a plan. It may refuse by throwing a problem. */
export type MatterUseCase<A extends Action = Action> = {
  readonly action: A;
  plan(body: ActionBody<A>, context: PlanContext): Plan | Promise<Plan>;
};

/** One step of a party's own. The rules need to know nothing of it but that it is taken. */
export type PartyUseCase<Body> = {
  readonly action: PartyAction;
  plan(body: Body, context: PartyPlanContext): Writing | Promise<Writing>;
};

export type ChangeRequest<A extends Action> = {
  readonly matterId: string;
  readonly body: ActionBody<A>;
  readonly idempotencyKey: string | null;
  readonly language: Language;
};

/** A step of somebody on the staff; answered with where the matter stands and what they may do next. */
export async function changeMatter<A extends Action>(
  services: Services,
  actor: Actor,
  useCase: MatterUseCase<A>,
  request: ChangeRequest<A>,
): Promise<MatterPresent> {
  const { body, language } = request;
  const present = (matter: MatterRecord | ({ id: string } & Left), running?: readonly ClockRow[]) =>
    presentMatter(services, actor, matter, language, running);
  const course = await takeCourse(services, actor, {
    ...request,
    action: useCase.action,
    refuseStale: (current) => {
      refuse(409, 'stale-version', { extra: { current: present(current, current.running) } });
    },
    async step({ trx, matter, today }) {
      const plan = await useCase.plan(body, { services, actor, trx, matter, today });
      return {
        writing: plan,
        result: takeStep(matter, actor, surroundingsOf(services, matter), plan.command),
      };
    },
  });
  return present(course.matter, course.running);
}

/** A step that a party takes on their own matter. */
export async function changeMatterAsParty<Body extends { version: number }>(
  services: Services,
  party: PartyActor,
  useCase: PartyUseCase<Body>,
  request: { readonly matterId: string; readonly body: Body; readonly idempotencyKey: string | null },
): Promise<void> {
  await takeCourse(services, party, {
    ...request,
    action: useCase.action,
    refuseStale: () => refuse(409, 'stale-version'),
    async step({ trx, matter, today }) {
      const writing = await useCase.plan(request.body, { services, party, trx, matter, today });
      return { writing, result: takePartyStep(matter, party, useCase.action) };
    },
  });
}

type Course = {
  readonly matterId: string;
  readonly action: Action | PartyAction;
  readonly body: { readonly version: number };
  readonly idempotencyKey: string | null;
  /** Says how the matter stands now to somebody who saw an older version. */
  refuseStale(current: LockedMatter): void;
  step(context: {
    trx: Trx;
    matter: LockedMatter;
    today: string;
  }): Promise<{ readonly writing: Writing; readonly result: StepResult }>;
};

type Done = {
  /** After a hand-over its doer may see no more than where the step left the matter. */
  readonly matter: MatterRecord | ({ readonly id: string } & Left);
  readonly running?: readonly ClockRow[] | undefined;
};

/** The one course of every step on a matter: lock, ask the domain, write with event and key, tell who must hear of it. */
async function takeCourse(services: Services, doer: Actor | PartyActor, course: Course): Promise<Done> {
  const now = services.clock.now();
  const today = todayOf(services);
  const { matterId, body, idempotencyKey: key } = course;
  const operation = `${course.action} ${matterId}`;
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest();

  return inTransaction(services, doer, async (trx) => {
    const before = await lockMatter(trx, doer, matterId, today);
    const done = key === null ? undefined : await doneBefore(trx, doer, operation, key);
    if (done !== undefined) {
      if (!done.bodyHash.equals(bodyHash)) refuse(422, 'key-reused');
      return { matter: before ?? { id: matterId, ...done.left }, running: before?.running };
    }
    if (before === undefined) refuse(404, 'not-found');
    if (before.version !== body.version) course.refuseStale(before);

    const { writing, result } = await course.step({ trx, matter: before, today });
    if (!result.ok) refuseWith({ code: result.refusal });

    const after = afterStep(services, { before, change: result.change, danger: writing.danger, now });
    const seal = openMatterSeal(services.keys, before.id, before.leadUnitId, wrappedKeyOf(before));
    const isLeadMoved = before.leadUnitId !== after.matter.leadUnitId;
    const isOpenChanged = isOpen(before.status) !== isOpen(after.matter.status);
    const matter: MatterRecord = isLeadMoved
      ? { ...after.matter, wrappedKey: wrapFor(services.keys, before.id, after.matter.leadUnitId, seal.key) }
      : after.matter;
    await writing.write?.(trx, seal);
    const pairHash =
      isLeadMoved || isOpenChanged
        ? await moveLookUp(services, trx, doer.cityCode, matter, seal)
        : 'unchanged';
    const { closed, opened } = participationsMoved(before, matter);
    const event = {
      id: services.newId(),
      type: course.action,
      occurredAt: writing.occurredAt ?? now.toString(),
      data: { ...writing.data, ...movedFacts(before, matter) },
      sealed: writing.sealed === undefined ? null : seal.seal('event', matter.version, writing.sealed),
    };
    await writeChange(trx, doer, {
      after: matter,
      pairHash,
      at: now.toString(),
      today,
      endedSteps: after.endedSteps,
      clocks: after.started,
      closed,
      opened: opened.map((one) => ({ ...one, id: services.newId() })),
      event,
      idempotency: key === null ? null : { operation, key, bodyHash },
    });
    await tell(services, trx, { doer, before, after: matter, event });
    const { hasOtherCaller } = before;
    return { matter: { ...matter, hasOtherCaller }, running: after.running };
  });
}

function wrappedKeyOf(matter: MatterRecord): Buffer {
  // Erased: the key is destroyed, and with it all that was sealed.
  if (matter.wrappedKey === null) refuse(409, 'wrong-state');
  return matter.wrappedKey;
}
