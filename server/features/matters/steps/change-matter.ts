import { createHash } from 'node:crypto';
import { type Language, words } from '#contract/language/language.ts';
import type { MatterPresent } from '#contract/matters/matter.ts';
import { participationsMoved } from '#domain/access/participation.ts';
import { partiesAtMost } from '#domain/matters/merge.ts';
import type { StepRefusal, StepResult } from '#domain/matters/step-command.ts';
import { takePartyStep, takeStep } from '#domain/matters/take-step.ts';
import { type Action, isOpen, type PartyAction } from '#domain/matters/vocabulary.ts';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import { refuse, refuseWith } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { isClashOf } from '#server/database/clash.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { refreshSearchKeys, searchTerms } from '#server/features/search/public.ts';
import type { ClockRow } from '../clocks/clock-row.ts';
import { levelAfter } from '../clocks/level-after.ts';
import type { StartedClock } from '../clocks/start-clock.ts';
import type { MatterRecord } from '../matter-record.ts';
import { presentMatter, presentUnit } from '../present/matter-present.ts';
import { openMatterSeal, wrapFor } from '../sealing.ts';
import { afterStep, clockFacts, movedFacts } from './after-step.ts';
import { doneBefore, type Left, type LockedMatter, lockMatter } from './change-matter.queries.ts';
import { refreshMergedSearch } from './merging/merge-matter.queries.ts';
import { moveLookUp } from './move-look-up.ts';
import { sealedReading } from './side-ways/sealed-reading.ts';
import { surroundingsOf } from './surroundings.ts';
import { tell } from './tell.ts';
import type { ChangeRequest, Made, MatterUseCase, PartyUseCase, Writing } from './use-case.ts';
import { writeChange } from './write-change.queries.ts';

/** A step of somebody on the staff; answered with where the matter stands and what they may do next. */
export async function changeMatter<A extends Action>(
  services: Services,
  actor: Actor,
  useCase: MatterUseCase<A>,
  request: ChangeRequest<A>,
): Promise<MatterPresent> {
  const work = (trx: Trx) => changeMatterIn(services, trx, actor, useCase, request);
  return inStep(services, actor, request.matterId, work);
}

/** The key of a step is written with it; of another body under the same key that write fails. */
async function inStep<T>(
  services: Services,
  doer: Actor | PartyActor,
  matterId: string,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  try {
    const done = await inTransaction(services, doer, work, { matterId, isPlannedOnce: true });
    services.remembered.forget();
    return done;
  } catch (thrown) {
    if (isClashOf(thrown, 'idempotency')) refuse(422, 'key-reused');
    throw thrown;
  }
}

/** A step in a transaction of its caller's: one that belongs to another step, or one that is only rehearsed. */
export async function changeMatterIn<A extends Action>(
  services: Services,
  trx: Trx,
  actor: Actor,
  useCase: MatterUseCase<A>,
  request: ChangeRequest<A>,
): Promise<MatterPresent> {
  const course = courseOf(services, actor, useCase, request);
  const { matter, running, made } = await takeCourse(services, trx, actor, course);
  return {
    ...presentMatter(services, actor, matter, request.language, running),
    ...(made && { made }),
  };
}

function courseOf<A extends Action>(
  services: Services,
  actor: Actor,
  useCase: MatterUseCase<A>,
  request: ChangeRequest<A>,
): Course {
  const { body, language } = request;
  return {
    ...request,
    action: useCase.action,
    refuseStale: (current) => {
      const extra = { current: presentMatter(services, actor, current, language, current.running) };
      refuse(409, 'stale-version', { extra });
    },
    language,
    named: (body as { readonly readerUserIds?: readonly string[] }).readerUserIds ?? [],
    others: (trx) => useCase.others?.(body, trx, actor) ?? [],
    async step({ trx, matter, today, others }) {
      const plan = await useCase.plan(body, { services, actor, trx, matter, today, others, language });
      const result = takeStep(matter, actor, surroundingsOf(services, matter), plan.command);
      if (!result.ok) refuseStep(services, matter, result.refusal, language);
      return { writing: plan, result };
    },
  };
}

/** A step that a party takes on their own matter. */
export async function changeMatterAsParty<Body extends { version: number }>(
  services: Services,
  party: PartyActor,
  useCase: PartyUseCase<Body>,
  request: { readonly matterId: string; readonly body: Body; readonly idempotencyKey: string | null },
): Promise<void> {
  const course: Course = {
    ...request,
    action: useCase.action,
    refuseStale: () => refuse(409, 'stale-version'),
    language: 'zh',
    named: [],
    others: () => [],
    async step({ trx, matter, today, others }) {
      const writing = await useCase.plan(request.body, { services, party, trx, matter, today, others });
      return { writing, result: takePartyStep(matter, party, useCase.action) };
    },
  };
  await inStep(services, party, request.matterId, (trx) => takeCourse(services, trx, party, course));
}

type Course = {
  readonly matterId: string;
  readonly action: Action | PartyAction;
  readonly body: { readonly version: number };
  readonly idempotencyKey: string | null;
  /** Says how the matter stands now to somebody who saw an older version. */
  refuseStale(current: LockedMatter): void;
  /** Colleagues named as readers at the office to which a sealed matter goes. */
  readonly named: readonly string[];
  readonly language: Language;
  others(trx: Trx): readonly string[] | Promise<readonly string[]>;
  step(context: {
    trx: Trx;
    matter: LockedMatter;
    today: string;
    others: ReadonlyMap<string, LockedMatter>;
  }): Promise<{ readonly writing: Writing; readonly result: StepResult }>;
};

type Done = {
  /** After a hand-over its doer may see no more than where the step left the matter. */
  readonly matter: (MatterRecord & { readonly hasOtherCaller: boolean }) | ({ readonly id: string } & Left);
  readonly running?: readonly ClockRow[] | undefined;
  readonly made?: Made | undefined;
};

/** The one course of every step on a matter: lock, ask the domain, write with event and key, tell who must hear of it. */
async function takeCourse(
  services: Services,
  trx: Trx,
  doer: Actor | PartyActor,
  course: Course,
): Promise<Done> {
  const now = services.clock.now();
  const today = todayOf(services);
  const { matterId, body, idempotencyKey: key } = course;
  const operation = `${course.action} ${matterId}`;
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest();

  const otherIds = await course.others(trx);
  const { before, others } = await lockInOrder(trx, doer, matterId, otherIds, today);
  // Whatever was done under this key moved the matter on: who sees it as it stands now asks for something else.
  const isRepeatable = key !== null && before?.version !== body.version;
  const done = isRepeatable ? await doneBefore(trx, doer, operation, key) : undefined;
  if (done !== undefined) {
    if (!done.bodyHash.equals(bodyHash)) refuse(422, 'key-reused');
    const { made, ...left } = done.left;
    return { matter: before ?? { id: matterId, ...left }, running: before?.running, made };
  }
  if (before === undefined) refuse(404, 'not-found');
  if (before.version !== body.version) course.refuseStale(before);

  const { writing, result } = await course.step({ trx, matter: before, today, others });
  if (!result.ok) refuseWith({ code: result.refusal });

  const { danger, assistDays, made, changedClocks = [], reading = [], isPartyChanged = false } = writing;
  const after = afterStep(services, {
    before,
    change: result.change,
    danger,
    assistDays,
    changedClocks,
    now,
  });
  const seal = openMatterSeal(services.keys, before.id, before.leadUnitId, wrappedKeyOf(before));
  const isLeadMoved = before.leadUnitId !== after.matter.leadUnitId;
  const isOpenChanged = isOpen(before.status) !== isOpen(after.matter.status);
  const changed: MatterRecord = {
    ...after.matter,
    ...writing.record,
    ...(isLeadMoved && { wrappedKey: wrapFor(services.keys, before.id, after.matter.leadUnitId, seal.key) }),
  };
  const { nextLevelOn, raised } = levelAfter(
    services,
    { matter: before, running: before.running },
    { matter: changed, running: after.running },
    today,
  );
  const matter = { ...changed, nextLevelOn };
  await writing.write?.(trx, seal);
  const pairHash =
    isLeadMoved || isOpenChanged || isPartyChanged
      ? await moveLookUp(services, trx, doer.cityCode, matter, seal)
      : 'unchanged';
  const { closed, opened: moved } = participationsMoved(before, matter);
  const { named, language } = course;
  const opened = await sealedReading(services, trx, doer.cityCode, {
    matter: before,
    opened: moved,
    named,
    language,
  });
  const event = {
    id: services.newId(),
    type: course.action,
    occurredAt: writing.occurredAt ?? now.toString(),
    data: { ...writing.data, ...movedFacts(before, matter), ...clockFacts(after) },
    sealed: writing.sealed === undefined ? null : seal.seal('event', matter.version, writing.sealed),
  };
  await writeChange(trx, doer, {
    after: matter,
    pairHash,
    at: now.toString(),
    today,
    endedClocks: after.endedClocks,
    changedClocks: after.changedClocks,
    runs: matter.runs.filter((run) => !before.runs.includes(run)),
    openedTasks: tasksOpened(before, matter, after.started),
    endedTasks: tasksEnded(before, matter),
    clocks: after.started,
    closed,
    opened: opened.map((one) => ({ ...one, id: services.newId() })),
    reading,
    event,
    idempotency: key === null ? null : { operation, key, bodyHash, made },
  });
  const newTerms = writing.searchText === undefined ? [] : searchTerms(writing.searchText);
  if (closed.length + opened.length + newTerms.length + reading.length > 0) {
    await refreshSearchKeys(trx, doer.cityCode, matter.id, newTerms);
    if (opened.length + reading.length > 0) await refreshMergedSearch(trx, doer.cityCode, matter.id);
  }
  const isAnybodyTold = before.isAnybodyTold || isPartyChanged;
  await tell(services, trx, { doer, before, after: matter, event, raised, isAnybodyTold });
  const { hasOtherCaller } = before;
  return { matter: { ...matter, hasOtherCaller }, running: after.running, made };
}

/** Locks the matter and those that the step touches, always in the same order, so that two steps never wait for each other. */
async function lockInOrder(
  trx: Trx,
  doer: Actor | PartyActor,
  matterId: string,
  otherIds: readonly string[],
  today: string,
): Promise<{ before: LockedMatter | undefined; others: ReadonlyMap<string, LockedMatter> }> {
  const locked = new Map<string, LockedMatter>();
  const ids = [matterId, ...otherIds].map((id) => id.toLowerCase());
  for (const id of [...new Set(ids)].sort()) {
    const matter = await lockMatter(trx, doer, id, today);
    if (matter !== undefined) locked.set(id, matter);
  }
  const before = locked.get(matterId.toLowerCase());
  locked.delete(matterId.toLowerCase());
  return { before, others: locked };
}

/** A refusal with what its sentence needs. */
function refuseStep(services: Services, matter: LockedMatter, code: StepRefusal, language: Language): never {
  const waiting = matter.tasks.filter(({ status }) => status === 'open');
  const units = waiting.map(({ unitId }) => presentUnit(services, unitId, language).name);
  const { list } = words(language).queue;
  refuseWith({ code, params: { units: units.join(list), limit: partiesAtMost } });
}

function tasksOpened(before: MatterRecord, after: MatterRecord, clocks: readonly StartedClock[]) {
  const known = new Set(before.tasks.map(({ id }) => id));
  return after.tasks
    .filter(({ id }) => !known.has(id))
    .map(({ id, unitId }) => {
      const clock = clocks.find(({ taskId }) => taskId === id);
      if (clock === undefined) throw new Error(`the task ${id} has no clock`);
      return { id, unitId, dueOn: clock.dueOn };
    });
}

function tasksEnded(before: MatterRecord, after: MatterRecord) {
  const wasOpen = new Set(before.tasks.filter(({ status }) => status === 'open').map(({ id }) => id));
  return after.tasks.filter(({ id, status }) => wasOpen.has(id) && status !== 'open');
}

export function wrappedKeyOf(matter: MatterRecord): Buffer {
  // Erased: the key is destroyed, and with it all that was sealed.
  if (matter.wrappedKey === null) refuse(409, 'wrong-state');
  return matter.wrappedKey;
}
