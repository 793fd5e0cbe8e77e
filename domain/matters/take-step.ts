import type { ParticipationPart } from '#domain/access/vocabulary.ts';
import { clockChangeRefusals } from '#domain/roadmap/procedures/clock-change.ts';
import type { Procedure } from '#domain/roadmap/procedures/procedure.ts';
import {
  endRun,
  noteInRun,
  openRun,
  runRefusals,
  type StartRun,
  startRun,
} from '#domain/roadmap/procedures/run.ts';
import type { Destination, Doer, Matter, PartyDoer, Surroundings } from './matter.ts';
import { type Absorbing, mergeRefusal, mergeRefusals } from './merge.ts';
import { resumptionRefusal, resumptionRefusals } from './suspension.ts';
import { type Condition, partyTransitions, type Transition, transitions } from './transitions.ts';
import {
  type Action,
  type CallBackResult,
  isOpen,
  type PartyAction,
  type RecordedOutcome,
  type SealGround,
  type Status,
  type TaskStatus,
} from './vocabulary.ts';

/** What somebody asks to be done, with only what the rules need of it. */
export type Command =
  | { readonly action: PlainAction }
  | { readonly action: 'route' | 'decide'; readonly to: Destination }
  | { readonly action: 'assign'; readonly handlerUserId: string; readonly isPostedHere: boolean }
  | { readonly action: 'record-outcome'; readonly outcome: RecordedOutcome }
  | { readonly action: 'call-back'; readonly result: CallBackResult; readonly on: string }
  | { readonly action: 'close-not-reached'; readonly isDrawn: boolean }
  | { readonly action: 'review-closing'; readonly isConfirmed: boolean }
  | { readonly action: 'ask-assistance'; readonly taskId: string; readonly to: Destination }
  | { readonly action: 'waive-task'; readonly unitId: string }
  | { readonly action: 'merge'; readonly into: Absorbing }
  | { readonly action: 'transfer'; readonly to: Destination }
  | { readonly action: 'suspend'; readonly on: string; readonly resumeBy: string }
  | { readonly action: 'seal'; readonly ground: SealGround; readonly isHandlerReader: boolean }
  | { readonly action: 'unlink'; readonly isLast: boolean }
  | ({ readonly action: 'start-procedure' } & StartRun & { readonly kind: string })
  | ({ readonly action: 'note-procedure' } & Parameters<typeof noteInRun>[1])
  | ({ readonly action: 'end-procedure' } & Parameters<typeof endRun>[1])
  | { readonly action: 'choose-procedure'; readonly procedure: Procedure; readonly isRefused: boolean };

/** The actions of which the rules need to know nothing but that they are taken. */
type PlainAction = Exclude<
  Action,
  | 'route'
  | 'decide'
  | 'assign'
  | 'record-outcome'
  | 'call-back'
  | 'close-not-reached'
  | 'review-closing'
  | 'ask-assistance'
  | 'waive-task'
  | 'merge'
  | 'transfer'
  | 'suspend'
  | 'seal'
  | 'unlink'
  | 'start-procedure'
  | 'note-procedure'
  | 'end-procedure'
  | 'choose-procedure'
>;

/** What a step changes of the matter; what is not named stays. */
export type Change = { readonly status: Status } & Partial<
  Omit<Matter, 'status' | 'version' | 'isAnonymous'>
>;

export const stepRefusals = [
  'wrong-state',
  'not-your-part',
  'not-your-role',
  'handler-may-not-verify',
  'colleague-can-call-back',
  'no-upper-centre',
  'not-reached-too-few',
  'not-sampled',
  'department-of-another-centre',
  'not-posted-here',
  'not-your-seat',
  'already-rated',
  'reopening-asked-already',
  'reopening-not-asked',
  'open-tasks',
  'no-open-task',
  'takes-part-already',
  'merged-stays',
  ...mergeRefusals,
  'suspended',
  'not-suspended',
  'not-linked',
  'not-sealed',
  'there-already',
  ...resumptionRefusals,
  ...runRefusals,
  ...clockChangeRefusals,
] as const;
export type StepRefusal = (typeof stepRefusals)[number];

export type StepResult =
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly refusal: StepRefusal };

/** How often a call-back must have found nobody, each on another day, before a matter may close without it. */
export const attemptsBeforeNotReached = 3;

/** The parts in which a unit takes part in the matter now. */
export function partsOf(matter: Matter, unitId: string): ParticipationPart[] {
  const parts: ParticipationPart[] = [];
  if (matter.holderUnitId === unitId) parts.push('holder');
  if (matter.leadUnitId === unitId) parts.push('lead');
  if (isAsked(matter, unitId)) parts.push('assisting');
  return parts;
}

/** Whether an office has an open task of the matter. */
const isAsked = ({ tasks }: Matter, unitId: string): boolean =>
  tasks.some((task) => task.status === 'open' && task.unitId === unitId);

/** Whether a condition holds; `undefined` where it depends on something not yet said. */
function holds(
  condition: Condition,
  matter: Matter,
  doer: Doer,
  around: Surroundings,
  command?: Command,
): boolean | undefined {
  switch (condition) {
    case 'first-return':
      return matter.returns === 0;
    case 'second-return':
      return matter.returns > 0;
    case 'not-the-handler':
      return matter.handlerUserId !== doer.userId;
    case 'nobody-else':
      return (
        !around.hasOtherCaller && around.upperCentreId !== null && matter.holderUnitId === matter.leadUnitId
      );
    case 'nobody-to-reach':
      return matter.isAnonymous || new Set(matter.notReachedOn).size >= attemptsBeforeNotReached;
    case 'sampled':
      return matter.isSampled;
    case 'reopening-asked':
      return matter.isReopeningAsked;
    case 'no-task-open':
    case 'task-open':
      return matter.tasks.some(({ status }) => status === 'open') === (condition === 'task-open');
    case 'suspended':
    case 'not-suspended':
      return (matter.suspendedOn !== null) === (condition === 'suspended');
    case 'upper-centre-there':
      return around.upperCentreId !== null;
    case 'linked':
      return matter.isLinked;
    case 'sealed':
      return matter.sealGround !== null;
    case 'procedure-open':
    case 'no-procedure-open':
      return (openRun(matter.runs) !== null) === (condition === 'procedure-open');
    case 'change-asked':
    case 'no-change-asked':
      return matter.isChangeAsked === (condition === 'change-asked');
    case 'paused':
      return matter.isPaused;
    case 'not-merged':
      return matter.mergedInto === null;
    case 'stays-in-house':
    case 'to-another-centre': {
      const isAnotherCentre = goesToAnotherCentre(matter, doer, command);
      return isAnotherCentre === undefined
        ? undefined
        : isAnotherCentre === (condition === 'to-another-centre');
    }
    case 'satisfied':
    case 'unsatisfied':
    case 'not-reached':
      return command?.action === 'call-back' ? command.result === condition : undefined;
    case 'confirmed':
    case 'objected':
      return command?.action === 'review-closing'
        ? command.isConfirmed === (condition === 'confirmed')
        : undefined;
  }
}

/** A hand-over is taken by whoever it was offered to; a decision names its destination. */
function goesToAnotherCentre(matter: Matter, doer: Doer, command?: Command): boolean | undefined {
  if (matter.status === 'offered') return matter.offeredToCentre && doer.unitId !== matter.leadUnitId;
  if (command?.action !== 'decide') return undefined;
  return command.to.unitId === command.to.centreId && command.to.unitId !== matter.leadUnitId;
}

const refusalOf: Partial<Record<Condition, StepRefusal>> = {
  'not-the-handler': 'handler-may-not-verify',
  'nobody-else': 'colleague-can-call-back',
  'nobody-to-reach': 'not-reached-too-few',
  sampled: 'not-sampled',
  'reopening-asked': 'reopening-not-asked',
  'no-task-open': 'open-tasks',
  'task-open': 'no-open-task',
  'not-merged': 'merged-stays',
  suspended: 'not-suspended',
  'not-suspended': 'suspended',
  'upper-centre-there': 'no-upper-centre',
  'procedure-open': 'no-procedure-open',
  'no-procedure-open': 'procedure-open',
  'change-asked': 'no-change-asked',
  'no-change-asked': 'change-asked-already',
  paused: 'clock-not-paused',
  linked: 'not-linked',
  sealed: 'not-sealed',
};

/** Work that the office has suspended leads nowhere until it goes on; whoever brought the matter may end it all the same. */
const despiteSuspension: readonly Action[] = ['withdraw', 'merge'];

function isHeldUp(matter: Matter, { action, to }: Transition): boolean {
  return matter.suspendedOn !== null && to !== 'unchanged' && !despiteSuspension.includes(action);
}

function find(
  matter: Matter,
  doer: Doer,
  around: Surroundings,
  action: Action,
  command?: Command,
): Transition | StepRefusal {
  let refusal: StepRefusal = 'wrong-state';
  if (matter.isHistory) return refusal;
  for (const row of transitions) {
    if (row.action !== action || !row.from.includes(matter.status)) continue;
    if (!row.part.some((part) => partsOf(matter, doer.unitId).includes(part))) {
      // Another row may have said already what is nearer to the doer.
      if (refusal === 'wrong-state') refusal = 'not-your-part';
      continue;
    }
    const failed = row.when?.find((condition) => holds(condition, matter, doer, around, command) === false);
    if (failed !== undefined) {
      refusal = refusalOf[failed] ?? refusal;
      continue;
    }
    if (!row.roles.includes(doer.role)) refusal = 'not-your-role';
    else if (isHeldUp(matter, row)) refusal = 'suspended';
    else return row;
  }
  return refusal;
}

/** What this doer may do to the matter next, in the order of the table. */
export function allowedActions(matter: Matter, doer: Doer, around: Surroundings): Action[] {
  const found = new Set<Action>();
  for (const { action } of transitions) {
    if (!found.has(action) && typeof find(matter, doer, around, action) !== 'string') found.add(action);
  }
  return [...found];
}

/** As much of a matter as decides what a party may do to it. */
export type PartysMatter = Pick<Matter, 'status' | 'isHistory' | 'isReopeningAsked' | 'mergedInto'>;

function refusalOfParty(matter: PartysMatter, party: PartyDoer, action: PartyAction): StepRefusal | null {
  const row = partyTransitions.find((one) => one.action === action);
  if (row === undefined || matter.isHistory || !row.from.includes(matter.status)) return 'wrong-state';
  // It goes on in the matter into which it was merged.
  if (matter.mergedInto !== null) return 'merged-stays';
  if (!row.seats.includes(party.seat)) return 'not-your-seat';
  if (action === 'rate' && party.hasRated === true) return 'already-rated';
  // One wish waits for its answer at a time; after that there may be another.
  return action === 'ask-reopening' && matter.isReopeningAsked ? 'reopening-asked-already' : null;
}

/** What a party may do to their own matter now. */
export function allowedPartyActions(matter: PartysMatter, party: PartyDoer): PartyAction[] {
  return partyTransitions
    .map(({ action }) => action)
    .filter((action) => refusalOfParty(matter, party, action) === null);
}

/** Takes one step of a party: whoever takes their matter back ends it; whatever else they do leaves it where it is. */
export function takePartyStep(matter: Matter, party: PartyDoer, action: PartyAction): StepResult {
  const refusal = refusalOfParty(matter, party, action);
  if (refusal !== null) return { ok: false, refusal };
  const { status } = matter;
  if (action === 'take-back') {
    return {
      ok: true,
      change: {
        status: 'closed',
        outcome: 'withdrawn',
        ...lapsed(matter, 'closed'),
        ...goneOn(matter, 'closed'),
      },
    };
  }
  return { ok: true, change: action === 'ask-reopening' ? { status, isReopeningAsked: true } : { status } };
}

/** Takes one step: the change it makes, or why it may not be taken. The only place where a matter's course is decided. */
export function takeStep(matter: Matter, doer: Doer, around: Surroundings, command: Command): StepResult {
  const row = find(matter, doer, around, command.action, command);
  if (typeof row === 'string') return { ok: false, refusal: row };
  const status = row.to === 'unchanged' ? matter.status : row.to;
  const consequence = consequences(matter, doer, around, command, status);
  return typeof consequence === 'string'
    ? { ok: false, refusal: consequence }
    : { ok: true, change: { status, ...lapsed(matter, status), ...goneOn(matter, status), ...consequence } };
}

/** Where a step puts the matter: whose turn it is, who leads, who handles, what is counted. */
function consequences(
  matter: Matter,
  doer: Doer,
  around: Surroundings,
  command: Command,
  status: Status,
): Omit<Change, 'status'> | StepRefusal {
  const { leadUnitId } = matter;
  switch (command.action) {
    case 'route':
      return offered(matter, command.to);
    case 'accept-hand-over':
      return status === 'handling'
        ? { handlingUnitId: doer.unitId, handlerUserId: doer.userId, returns: 0 }
        : // The offices of the centre that passed it on have no more part in it than that centre.
          { leadUnitId: doer.unitId, returns: 0, handlingUnitId: null, handlerUserId: null };
    case 'return-hand-over':
      // The return of a return: the two do not agree, so the upper centre decides; the city's centre decides itself.
      return {
        holderUnitId: status === 'disputed' ? (around.upperCentreId ?? leadUnitId) : leadUnitId,
        returns: matter.returns + 1,
        returnedTimes: matter.returnedTimes + 1,
      };
    case 'decide':
      return status === 'handling'
        ? {
            holderUnitId: command.to.unitId,
            leadUnitId: command.to.centreId,
            handlingUnitId: command.to.unitId,
            handlerUserId: null,
            returns: 0,
          }
        : { holderUnitId: command.to.unitId, leadUnitId: command.to.unitId, returns: 0 };
    case 'assign':
      return command.isPostedHere ? { handlerUserId: command.handlerUserId } : 'not-posted-here';
    case 'record-outcome':
      return { outcome: command.outcome };
    case 'answer':
      return { holderUnitId: leadUnitId, notReachedOn: [] };
    case 'call-back':
      if (command.result === 'not-reached') return { notReachedOn: [...matter.notReachedOn, command.on] };
      return {
        holderUnitId: command.result === 'unsatisfied' ? (matter.handlingUnitId ?? leadUnitId) : leadUnitId,
      };
    case 'ask-upper-call-back':
      return around.upperCentreId === null ? 'no-upper-centre' : { holderUnitId: around.upperCentreId };
    case 'close-not-reached':
      return { holderUnitId: leadUnitId, isSampled: command.isDrawn };
    case 'withdraw':
      return { outcome: 'withdrawn' };
    case 'review-closing':
      // Back on its path it needs no wish to be taken up again.
      return {
        isSampled: false,
        notReachedOn: [],
        ...(status !== matter.status && { isReopeningAsked: false }),
      };
    case 'reopen':
      return {
        holderUnitId: leadUnitId,
        handlerUserId: null,
        outcome: null,
        notReachedOn: [],
        isSampled: false,
        isReopeningAsked: false,
        returns: 0,
      };
    case 'decline-reopening':
      return { isReopeningAsked: false };
    case 'ask-assistance':
      return asked(matter, command.taskId, command.to);
    case 'answer-task':
      return { tasks: ended(matter, doer.unitId, 'answered') };
    case 'return-task':
      return { tasks: ended(matter, doer.unitId, 'returned') };
    case 'waive-task':
      if (!isAsked(matter, command.unitId)) return 'no-open-task';
      return { tasks: ended(matter, command.unitId, 'waived') };
    case 'suspend': {
      const refusal = resumptionRefusal(command);
      return refusal ?? { suspendedOn: command.on, resumeBy: command.resumeBy };
    }
    case 'resume':
      return { suspendedOn: null, resumeBy: null };
    case 'transfer':
      if (command.to.unitId === matter.holderUnitId) return 'there-already';
      return givenOn(matter, command.to);
    case 'escalate': {
      const { upperCentreId } = around;
      if (upperCentreId === null) return 'no-upper-centre';
      return givenOn(matter, { unitId: upperCentreId, centreId: upperCentreId });
    }
    case 'link':
      return { isLinked: true };
    case 'unlink':
      return { isLinked: !command.isLast };
    case 'seal':
      // Whoever handles it without being among its readers does so no more; who did answers for what they did.
      return {
        sealGround: command.ground,
        ...(!command.isHandlerReader && {
          handlerUserId: ['handling', 'resolved'].includes(matter.status) ? null : matter.handlerUserId,
        }),
      };
    case 'unseal':
      return { sealGround: null };
    case 'choose-procedure':
      return chosen(matter, command.procedure, command.isRefused);
    case 'start-procedure':
      return runsOr(startRun({ ...matter, kind: command.kind }, command));
    case 'note-procedure':
      return runsOr(noteInRun(matter.runs, command));
    case 'end-procedure':
      return runsOr(endRun(matter.runs, command));
    case 'merge': {
      const refusal = mergeRefusal(command.into, doer);
      if (refusal !== null) return refusal;
      return { outcome: 'merged', mergedInto: command.into.id, holderUnitId: leadUnitId };
    }
    default:
      return {};
  }
}

/** Where it goes next, if it is taken there. A department of another centre is reached through that centre. */
function offered({ leadUnitId }: Matter, to: Destination): Omit<Change, 'status'> | StepRefusal {
  const offeredToCentre = to.unitId === to.centreId;
  if (!offeredToCentre && to.centreId !== leadUnitId) return 'department-of-another-centre';
  return { holderUnitId: to.unitId, offeredToCentre, handlerUserId: null };
}

/** Work that one office gives on to another; each such hand-off counts. */
function givenOn(matter: Matter, to: Destination): Omit<Change, 'status'> | StepRefusal {
  const there = offered(matter, to);
  return typeof there === 'string' ? there : { ...there, transfers: matter.transfers + 1 };
}

function runsOr(result: ReturnType<typeof startRun>): Omit<Change, 'status'> | StepRefusal {
  return result.ok ? { runs: result.runs } : result.refusal;
}

/** What the parties choose; a refusal is of a voluntary procedure only, and falls with a later choice of it. */
function chosen(
  { refusedProcedures, chosenProcedure }: Matter,
  { key, isVoluntary }: Procedure,
  isRefused: boolean,
): Omit<Change, 'status'> | StepRefusal {
  const others = refusedProcedures.filter((one) => one !== key);
  if (!isRefused) return { chosenProcedure: key, refusedProcedures: others };
  if (!isVoluntary) return 'not-voluntary';
  return {
    refusedProcedures: [...others, key],
    chosenProcedure: chosenProcedure === key ? null : chosenProcedure,
  };
}

/** No work is suspended any more once the matter has moved. */
function goneOn({ suspendedOn, status }: Matter, after: Status): Pick<Change, 'suspendedOn' | 'resumeBy'> {
  return suspendedOn !== null && status !== after ? { suspendedOn: null, resumeBy: null } : {};
}

/** Any office of the leading centre may be asked, and any centre; who takes part already has their own work in it. */
function asked(matter: Matter, taskId: string, to: Destination): Omit<Change, 'status'> | StepRefusal {
  const isDepartment = to.unitId !== to.centreId;
  if (isDepartment && to.centreId !== matter.leadUnitId) return 'department-of-another-centre';
  if (partsOf(matter, to.unitId).length > 0) return 'takes-part-already';
  return { tasks: [...matter.tasks, { id: taskId, unitId: to.unitId, status: 'open' }] };
}

/** What other offices were still to do ends with the matter. */
function lapsed({ tasks }: Matter, status: Status): Pick<Change, 'tasks'> {
  if (isOpen(status) || !tasks.some((task) => task.status === 'open')) return {};
  return { tasks: tasks.map((task) => (task.status === 'open' ? { ...task, status: 'lapsed' } : task)) };
}

/** The tasks once an office's open one has ended so. */
function ended({ tasks }: Matter, unitId: string, status: TaskStatus): Matter['tasks'] {
  return tasks.map((task) => (task.status === 'open' && task.unitId === unitId ? { ...task, status } : task));
}
