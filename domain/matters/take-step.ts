import { openRun } from '#domain/roadmap/procedures/run.ts';
import type { Doer, Matter, PartyDoer, Surroundings } from './matter.ts';
import { partsOf } from './parts-of.ts';
import type { Command, StepRefusal, StepResult } from './step-command.ts';
import { consequences, goneOn, lapsed } from './step-consequences.ts';
import { type Condition, partyTransitions, type Transition, transitions } from './transitions.ts';
import type { Action, PartyAction } from './vocabulary.ts';

/** How often a call-back must have found nobody, each on another day, before a matter may close without it. */
export const attemptsBeforeNotReached = 3;

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
