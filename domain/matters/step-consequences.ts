import type { Procedure } from '#domain/roadmap/procedures/procedure.ts';
import { endRun, noteInRun, startRun } from '#domain/roadmap/procedures/run.ts';
import type { Destination, Doer, Matter, Surroundings } from './matter.ts';
import { mergeRefusal } from './merge.ts';
import { isAsked, partsOf } from './parts-of.ts';
import type { Change, Command, StepRefusal } from './step-command.ts';
import { resumptionRefusal } from './suspension.ts';
import { isOpen, type Status, type TaskStatus } from './vocabulary.ts';

/** Where a step puts the matter: whose turn it is, who leads, who handles, what is counted. */
export function consequences(
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
export function goneOn(
  { suspendedOn, status }: Matter,
  after: Status,
): Pick<Change, 'suspendedOn' | 'resumeBy'> {
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
export function lapsed({ tasks }: Matter, status: Status): Pick<Change, 'tasks'> {
  if (isOpen(status) || !tasks.some((task) => task.status === 'open')) return {};
  return { tasks: tasks.map((task) => (task.status === 'open' ? { ...task, status: 'lapsed' } : task)) };
}

/** The tasks once an office's open one has ended so. */
function ended({ tasks }: Matter, unitId: string, status: TaskStatus): Matter['tasks'] {
  return tasks.map((task) => (task.status === 'open' && task.unitId === unitId ? { ...task, status } : task));
}
