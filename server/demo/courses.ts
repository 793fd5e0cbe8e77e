import type { PaperKind, RecordedOutcome } from '#domain/matters/vocabulary.ts';
import { demoUserId } from '#server/app/known-ids.ts';
import { baotou, type Cast, kundulun, type Office, xianfengdao } from './casts.ts';
import type { Draw } from './draw.ts';
import * as say from './phrases.ts';
import {
  accepted,
  asDispatcher,
  asSettler,
  type Course,
  note,
  offered,
  type PlannedStep,
  routeTo,
  type Setting,
  settlerOf,
  step,
  taken,
  unitId,
} from './planned-step.ts';
import { roadmapCourses } from './roadmap-courses.ts';

const registered: Course = () => [];

function returned(setting: Setting): PlannedStep[] {
  const { draw, office } = setting;
  const reason = draw.one(say.returnPhrases);
  return [
    ...offered(setting),
    step(settlerOf(setting), 'return-hand-over', { reason }, 1, asSettler(office)),
  ];
}

function disputed(setting: Setting): PlannedStep[] {
  const { draw, office } = setting;
  const reason = draw.one(say.returnPhrases);
  return [
    ...returned(setting),
    routeTo(setting, office.unit),
    step(settlerOf(setting), 'return-hand-over', { reason }, 1, asSettler(office)),
  ];
}

/** The upper centre of a county is the city's. */
function decided(setting: Setting): PlannedStep[] {
  const { draw, office } = setting;
  const body = { unitId: unitId(office.unit), reason: draw.one(say.decidePhrases) };
  return [...disputed(setting), step(baotou.dispatcher, 'decide', body)];
}

function work({ draw, office }: Setting, handler: string): PlannedStep[] {
  const steps = Array.from({ length: draw.between(0, 2) }, () =>
    step(handler, 'log-step', draw.one(say.logPhrases), draw.between(1, 2), asSettler(office)),
  );
  if (!draw.isChance(30)) return steps;
  const kind = draw.one<PaperKind>(['evidence', 'record', 'agreement', 'letter']);
  return [...steps, { by: handler, action: 'add-paper', kind, gap: 0, as: asSettler(office) }];
}

function handling(setting: Setting): PlannedStep[] {
  const { steps, handler } = taken(setting);
  return [...steps, ...work(setting, handler)];
}

/** In an office of several a colleague takes it on. */
function assigned(setting: Setting): PlannedStep[] {
  const { steps, handler } = taken(setting);
  const other = setting.office.settlers.find((one) => one !== handler);
  if (other === undefined) return handling(setting);
  return [
    ...steps,
    step(handler, 'assign', { handlerUserId: demoUserId(other) }, 1, asSettler(setting.office)),
  ];
}

export function outcomeBody(draw: Draw, outcome: RecordedOutcome): Readonly<Record<string, unknown>> {
  return {
    outcome,
    text: draw.one(say.outcomePhrases[outcome]),
    ...(outcome === 'not-settled' && { remedies: say.remediesTold }),
    ...(outcome === 'referred-out' && {
      destination: '劳动人事争议仲裁委员会',
      reference: `转〔2026〕${draw.between(11, 98)}号`,
    }),
  };
}

function resolved(setting: Setting): { steps: PlannedStep[]; handler: string } {
  const { draw, office } = setting;
  const { steps, handler } = taken(setting);
  const outcome = draw.one<RecordedOutcome>([
    'settled',
    'settled',
    'settled',
    'partly-settled',
    'not-settled',
    'referred-out',
  ]);
  const done = step(
    handler,
    'record-outcome',
    outcomeBody(draw, outcome),
    draw.between(1, 3),
    asSettler(office),
  );
  return { steps: [...steps, ...work(setting, handler), done], handler };
}

function answered(setting: Setting): { steps: PlannedStep[]; handler: string } {
  const { draw, office } = setting;
  const { steps, handler } = resolved(setting);
  const body = {
    text: draw.one(say.answerPhrases),
    by: draw.one(['phone', 'phone', 'in-person', 'message', 'letter']),
  };
  return { steps: [...steps, step(handler, 'answer', body, draw.between(0, 2), asSettler(office))], handler };
}

export const call = ({ cast, draw }: Setting, body: Readonly<Record<string, unknown>>): PlannedStep =>
  step(draw.one(cast.callers), 'call-back', body, draw.between(1, 2));

function notReached(setting: Setting, times: number): PlannedStep[] {
  const attempts = Array.from({ length: times }, () => ({
    ...call(setting, { result: 'not-reached', text: setting.draw.one(say.notReachedPhrases) }),
    gap: 1,
  }));
  return [...answered(setting).steps, ...attempts];
}

function calledBack(setting: Setting): PlannedStep[] {
  const { draw } = setting;
  const body = { result: 'satisfied', rating: draw.between(4, 5), text: draw.one(say.satisfiedPhrases) };
  return [...answered(setting).steps, call(setting, body)];
}

function unsatisfied(setting: Setting): PlannedStep[] {
  const { draw, office } = setting;
  const { steps, handler } = answered(setting);
  const back = call(setting, {
    result: 'unsatisfied',
    rating: draw.between(1, 2),
    text: draw.one(say.unsatisfiedPhrases),
  });
  return [...steps, back, step(handler, 'log-step', draw.one(say.logPhrases), 1, asSettler(office))];
}

const closed = (setting: Setting): PlannedStep[] => {
  const { cast, draw } = setting;
  return [
    ...calledBack(setting),
    step(cast.clerks[0] ?? cast.dispatcher, 'close', note(draw, say.closeNotes)),
  ];
};

/** Three attempts on three days, or nobody to call; a supervisor looks at some of them. */
function closedNotReached(setting: Setting): PlannedStep[] {
  const { cast } = setting;
  return [...notReached(setting, 3), step(cast.clerks[0] ?? cast.dispatcher, 'close-not-reached')];
}

function reopened(setting: Setting): PlannedStep[] {
  const { cast, draw } = setting;
  const body = { reason: draw.one(say.reopenPhrases) };
  return [...closed(setting), step(cast.dispatcher, 'reopen', body, draw.between(2, 4))];
}

function handledAgain(setting: Setting): PlannedStep[] {
  const { draw, office } = setting;
  return [
    ...reopened(setting),
    routeTo(setting, office.unit),
    step(settlerOf(setting), 'accept-hand-over', {}, draw.between(0, 1), asSettler(office)),
  ];
}

function declined(setting: Setting): PlannedStep[] {
  const { cast, draw } = setting;
  const body = { reason: draw.one(say.declinePhrases), remedies: ['litigation', 'arbitration'] };
  return [step(cast.dispatcher, 'decline', body, draw.between(0, 2), asDispatcher)];
}

function withdrawn(setting: Setting): PlannedStep[] {
  const { cast, draw } = setting;
  return [
    ...accepted(setting),
    step(draw.one(cast.clerks), 'withdraw', { reason: draw.one(say.withdrawPhrases) }),
  ];
}

/** Passed on to another centre, which takes it over and settles it itself. */
function passedOn(to: Cast): Course {
  return (setting) => {
    const there: Setting = { ...setting, cast: to, office: to.own };
    const [, ...onward] = taken(there).steps;
    return [
      ...accepted(setting),
      routeTo(setting, to.centre),
      step(to.dispatcher, 'accept-hand-over', {}, 1),
      ...(setting.draw.isChance(60) ? onward : []),
    ];
  };
}

/** Where one person is all there is, the centre above is asked to call back. */
function askedUpper(setting: Setting): PlannedStep[] {
  const { cast, draw } = setting;
  const ask = step(cast.dispatcher, 'ask-upper-call-back', {}, 1);
  const { steps } = answered(setting);
  return draw.isChance(50)
    ? [...steps, ask]
    : [...steps, ask, call(setting, { result: 'satisfied', rating: 5 })];
}

/** Other offices of the centre help: one has answered, the other owes its answer still, in time or late. */
function assisted(setting: Setting): PlannedStep[] {
  const { cast, draw, office } = setting;
  const { steps, handler } = taken(setting);
  const [first, second] = cast.offices.filter(({ unit }) => unit !== office.unit);
  if (first === undefined) return steps;
  const ask = ({ unit }: Office): PlannedStep =>
    step(
      handler,
      'ask-assistance',
      { unitId: unitId(unit), text: draw.one(say.askPhrases), days: draw.between(3, 20) },
      draw.between(0, 1),
      asSettler(office),
    );
  const answer = step(
    draw.one(first.settlers),
    'answer-task',
    { text: draw.one(say.assistPhrases) },
    1,
    asSettler(first),
  );
  return [...steps, ask(first), ...(second === undefined ? [] : [ask(second)]), answer];
}

function keptSafe(setting: Setting): PlannedStep[] {
  const { cast, draw } = setting;
  const safety = { danger: 'violence-threatened', hiddenFrom: ['respondent'], help: 'consented' };
  const review = step(
    draw.one(cast.clerks),
    'review-safety',
    { safety, reason: draw.one(say.reviewPhrases) },
    3,
  );
  return [...taken(setting).steps, review];
}

/** Held up by something outside the office: for a while yet, or for longer than it had said. */
function suspended(setting: Setting, resumeInDays: number, gap: number): PlannedStep[] {
  const { draw, office } = setting;
  const { steps, handler } = taken(setting);
  const body = { reason: draw.one(say.suspendPhrases), resumeInDays };
  const wait = step(
    handler,
    'log-step',
    { kind: 'note', text: '已催问，对方答复还在办。' },
    gap,
    asSettler(office),
  );
  return [...steps, step(handler, 'suspend', body, 1, asSettler(office)), wait];
}

/** The first office finds that it is another's; the days for handling go on. */
function transferred(setting: Setting): PlannedStep[] {
  const { cast, draw, office } = setting;
  const { steps, handler } = taken(setting);
  const to = cast.offices.find(({ unit }) => unit !== office.unit) ?? cast.own;
  const body = { unitId: unitId(to.unit), reason: draw.one(say.transferPhrases) };
  const pass = step(handler, 'transfer', body, 1, asSettler(office));
  const take = step(draw.one(to.settlers), 'accept-hand-over', {}, 1, asSettler(to));
  return [...steps, pass, ...(draw.isChance(60) ? [take] : [])];
}

function escalated(setting: Setting): PlannedStep[] {
  const { cast, draw } = setting;
  const up = step(cast.dispatcher, 'escalate', { reason: draw.one(say.escalatePhrases) }, 1, asDispatcher);
  return [...accepted(setting), up];
}

/** A party is on the staff of a public office: the handler and the dispatcher read it, nobody else. */
function sealed(setting: Setting): PlannedStep[] {
  const { cast, office } = setting;
  const { steps, handler } = taken(setting);
  const body = {
    ground: 'state-staff-as-party',
    reason: '一方当事人在国家机关工作，知悉范围应当限于办理人员。',
    readerUserIds: [demoUserId(handler)],
  };
  const log = step(
    handler,
    'log-step',
    { kind: 'visit', text: '两名工作人员一同上门，核实了双方的说法。' },
    1,
    asSettler(office),
  );
  return [...steps, step(cast.dispatcher, 'seal', body, 1, asDispatcher), log];
}

function corrected(setting: Setting): PlannedStep[] {
  const { cast, draw } = setting;
  const body = {
    reason: '申请人核对回执时指出。',
    request: draw.one(say.correctedRequests),
    needs: ['interpreter'],
  };
  return [...accepted(setting), step(draw.one(cast.clerks), 'correct', body, 1)];
}

export const courses = {
  registered,
  accepted,
  offered,
  returned,
  disputed,
  decided,
  handling,
  assigned,
  resolved: (setting: Setting) => resolved(setting).steps,
  answered: (setting: Setting) => answered(setting).steps,
  'not-reached': (setting: Setting) => notReached(setting, setting.draw.between(1, 2)),
  'called-back': calledBack,
  unsatisfied,
  closed,
  'closed-not-reached': closedNotReached,
  reopened,
  'handled-again': handledAgain,
  declined,
  withdrawn,
  'passed-up': passedOn(baotou),
  'passed-down': passedOn(xianfengdao),
  'passed-across': passedOn(kundulun),
  'asked-upper': askedUpper,
  'kept-safe': keptSafe,
  assisted,
  suspended: (setting: Setting) => suspended(setting, 25, 2),
  'not-resumed': (setting: Setting) => suspended(setting, 3, 6),
  transferred,
  escalated,
  sealed,
  corrected,
  ...roadmapCourses,
} as const satisfies Record<string, Course>;
export type CourseName = keyof typeof courses;
