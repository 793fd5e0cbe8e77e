import type { ParticipationPart } from '#domain/access/vocabulary.ts';
import type { Destination, Doer, Matter, PartyDoer, Surroundings } from './matter.ts';
import { type Condition, partyTransitions, type Transition, transitions } from './transitions.ts';
import type { Action, CallBackResult, Outcome, PartyAction, Status } from './vocabulary.ts';

/** What somebody asks to be done, with only what the rules need of it. */
export type Command =
  | { readonly action: PlainAction }
  | { readonly action: 'route' | 'decide'; readonly to: Destination }
  | { readonly action: 'assign'; readonly handlerUserId: string; readonly isPostedHere: boolean }
  | { readonly action: 'record-outcome'; readonly outcome: Outcome }
  | { readonly action: 'call-back'; readonly result: CallBackResult; readonly on: string }
  | { readonly action: 'close-not-reached'; readonly isDrawn: boolean }
  | { readonly action: 'review-closing'; readonly isConfirmed: boolean };

/** The actions of which the rules need to know nothing but that they are taken. */
type PlainAction = Exclude<
  Action,
  'route' | 'decide' | 'assign' | 'record-outcome' | 'call-back' | 'close-not-reached' | 'review-closing'
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
  return parts;
}

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
};

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
      refusal = 'not-your-part';
      continue;
    }
    const failed = row.when?.find((condition) => holds(condition, matter, doer, around, command) === false);
    if (failed !== undefined) {
      refusal = refusalOf[failed] ?? refusal;
      continue;
    }
    if (row.roles.includes(doer.role)) return row;
    refusal = 'not-your-role';
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

function refusalOfParty(matter: Matter, { seat }: PartyDoer, action: PartyAction): StepRefusal | null {
  const row = partyTransitions.find((one) => one.action === action);
  if (row === undefined || matter.isHistory || !row.from.includes(matter.status)) return 'wrong-state';
  return row.seats.includes(seat) ? null : 'not-your-seat';
}

/** What a party may do to their own matter now. */
export function allowedPartyActions(matter: Matter, party: PartyDoer): PartyAction[] {
  return partyTransitions
    .map(({ action }) => action)
    .filter((action) => refusalOfParty(matter, party, action) === null);
}

/** Takes one step of a party: whoever takes their matter back ends it; what else they do leaves it where it is. */
export function takePartyStep(matter: Matter, party: PartyDoer, action: PartyAction): StepResult {
  const refusal = refusalOfParty(matter, party, action);
  if (refusal !== null) return { ok: false, refusal };
  return action === 'take-back'
    ? { ok: true, change: { status: 'closed', outcome: 'withdrawn' } }
    : { ok: true, change: { status: matter.status } };
}

/** Takes one step: the change it makes, or why it may not be taken. The only place where a matter's course is decided. */
export function takeStep(matter: Matter, doer: Doer, around: Surroundings, command: Command): StepResult {
  const row = find(matter, doer, around, command.action, command);
  if (typeof row === 'string') return { ok: false, refusal: row };
  const status = row.to === 'unchanged' ? matter.status : row.to;
  const consequence = consequences(matter, doer, around, command, status);
  return typeof consequence === 'string'
    ? { ok: false, refusal: consequence }
    : { ok: true, change: { status, ...consequence } };
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
    case 'route': {
      const offeredToCentre = command.to.unitId === command.to.centreId;
      // A department of another centre is reached through its centre, which drives the procedure there.
      if (!offeredToCentre && command.to.centreId !== leadUnitId) return 'department-of-another-centre';
      return { holderUnitId: command.to.unitId, offeredToCentre };
    }
    case 'accept-hand-over':
      return status === 'handling'
        ? { handlingUnitId: doer.unitId, handlerUserId: doer.userId, returns: 0 }
        : { leadUnitId: doer.unitId, returns: 0 };
    case 'return-hand-over':
      // The return of a return: the two do not agree, so the upper centre decides; the city's centre decides itself.
      return {
        holderUnitId: status === 'disputed' ? (around.upperCentreId ?? leadUnitId) : leadUnitId,
        returns: matter.returns + 1,
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
      return { isSampled: false, notReachedOn: [] };
    case 'reopen':
      return {
        holderUnitId: leadUnitId,
        handlerUserId: null,
        outcome: null,
        notReachedOn: [],
        isSampled: false,
        returns: 0,
      };
    default:
      return {};
  }
}
