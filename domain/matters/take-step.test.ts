import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { participationsIn, participationsMoved } from '#domain/access/participation.ts';
import { roles } from '#domain/access/vocabulary.ts';
import { mediation } from '#domain/roadmap/procedures/mediation.fixture.ts';
import { openRun } from '#domain/roadmap/procedures/run.ts';
import type { Doer, Matter, Surroundings } from './matter.ts';
import { type Absorbing, clocksCarried } from './merge.ts';
import { statusesWaitingFor } from './queue.ts';
import type { Command } from './step-command.ts';
import { allowedActions, allowedPartyActions, takePartyStep, takeStep } from './take-step.ts';
import { stepOf, transitions } from './transitions.ts';
import { type Action, actions, isOpen, type Status, type Step, statuses } from './vocabulary.ts';

const centre = 'centre';
const upper = 'upper';
const housing = 'housing';
const labour = 'labour';
const across = 'across';
const around: Surroundings = { upperCentreId: upper, hasOtherCaller: true };

const fresh: Matter = {
  status: 'registered',
  version: 1,
  leadUnitId: centre,
  holderUnitId: centre,
  handlingUnitId: null,
  handlerUserId: null,
  offeredToCentre: false,
  returns: 0,
  outcome: null,
  isAnonymous: false,
  notReachedOn: [],
  isSampled: false,
  isReopeningAsked: false,
  tasks: [],
  mergedInto: null,
  runs: [],
  chosenProcedure: null,
  refusedProcedures: [],
  isPaused: false,
  isChangeAsked: false,
  transfers: 0,
  returnedTimes: 0,
  suspendedOn: null,
  resumeBy: null,
  sealGround: null,
  isLinked: false,
  isHistory: false,
};
const doer = (role: Doer['role'], unitId = centre, userId: string = role): Doer => ({ role, unitId, userId });
const dispatcher = doer('dispatcher');
const clerk = doer('clerk');
const handler = doer('handler', housing);

function take(matter: Matter, who: Doer, command: Command, places = around): Matter {
  const result = takeStep(matter, who, places, command);
  if (!result.ok) throw new Error(result.refusal);
  return { ...matter, ...result.change, version: matter.version + 1 };
}

function refusal(matter: Matter, who: Doer, command: Command, places = around): string {
  const result = takeStep(matter, who, places, command);
  return result.ok ? 'taken' : result.refusal;
}

const route = (unitId: string, centreId = centre): Command => ({ action: 'route', to: { unitId, centreId } });
const handled = (): Matter => {
  const offered = take(take(fresh, dispatcher, { action: 'accept' }), dispatcher, route(housing));
  return take(offered, handler, { action: 'accept-hand-over' });
};
const other: Absorbing = {
  id: 'other',
  status: 'accepted',
  leadUnitId: centre,
  isHistory: false,
  isItself: false,
  isLessSealed: false,
  lacksFlag: false,
  partyCount: 4,
};
const answered = (): Matter =>
  take(take(handled(), handler, { action: 'record-outcome', outcome: 'settled' }), handler, {
    action: 'answer',
  });

describe('the table', () => {
  it('uses every action and every status', () => {
    expect(new Set(transitions.map(({ action }) => action))).toEqual(new Set(actions));
    expect(new Set([...transitions.flatMap(({ from }) => from)])).toEqual(new Set(statuses));
  });

  it('has no status that cannot be reached and no open one that cannot end', () => {
    const step = (reached: Set<Status>): Set<Status> =>
      new Set([
        ...reached,
        ...transitions
          .filter(({ from }) => from.some((one) => reached.has(one)))
          .flatMap(({ to }) => (to === 'unchanged' ? [] : [to])),
      ]);
    const closure = (from: Status): Set<Status> => {
      let reached = new Set<Status>([from]);
      for (let size = 0; size !== reached.size; ) {
        size = reached.size;
        reached = step(reached);
      }
      return reached;
    };
    expect(closure('registered')).toEqual(new Set(statuses));
    for (const status of statuses) expect(closure(status).has('closed'), status).toBe(true);
  });

  it('puts every open status into the queue of some role', () => {
    for (const status of statuses.filter(isOpen)) {
      expect(
        roles.some((role) => statusesWaitingFor(role).includes(status)),
        status,
      ).toBe(true);
      expect(stepOf(status), status).not.toBeNull();
    }
  });

  it('gives the administrators, the auditor and the leader nothing to do', () => {
    for (const role of ['auditor', 'system-admin', 'security-admin', 'leader'] as const) {
      expect(transitions.filter((row) => row.roles.includes(role))).toEqual([]);
    }
  });
});

describe('steps', () => {
  it('lead from the counter to the file', () => {
    const called = take(answered(), clerk, { action: 'call-back', result: 'satisfied', on: '2026-03-02' });
    expect(take(called, dispatcher, { action: 'close' })).toMatchObject({
      status: 'closed',
      holderUnitId: centre,
    });
  });

  it('are refused with the reason that helps', () => {
    expect(refusal(fresh, clerk, { action: 'accept' })).toBe('not-your-role');
    expect(refusal(fresh, doer('dispatcher', across), { action: 'accept' })).toBe('not-your-part');
    expect(refusal(fresh, dispatcher, { action: 'close' })).toBe('wrong-state');
    expect(
      refusal(answered(), doer('clerk', centre, 'handler'), {
        action: 'call-back',
        result: 'satisfied',
        on: '2026-03-02',
      }),
    ).toBe('handler-may-not-verify');
    expect(refusal(answered(), clerk, { action: 'close-not-reached', isDrawn: false })).toBe(
      'not-reached-too-few',
    );
    expect(refusal(answered(), clerk, { action: 'ask-upper-call-back' })).toBe('colleague-can-call-back');
    expect(
      refusal(take(fresh, dispatcher, { action: 'accept' }), dispatcher, route('their-housing', across)),
    ).toBe('department-of-another-centre');
  });

  it('are not taken on history from another system', () => {
    const history: Matter = { ...fresh, status: 'closed', isHistory: true };
    expect(allowedActions(history, dispatcher, around)).toEqual([]);
    expect(refusal(history, dispatcher, { action: 'reopen' })).toBe('wrong-state');
  });

  it('hand a matter to the upper centre when nobody else can call back', () => {
    const alone = { ...around, hasOtherCaller: false };
    const asked = take(answered(), clerk, { action: 'ask-upper-call-back' }, alone);
    expect(asked).toMatchObject({ status: 'answered', holderUnitId: upper, leadUnitId: centre });
    const called = take(asked, doer('clerk', upper), {
      action: 'call-back',
      result: 'satisfied',
      on: '2026-03-02',
    });
    expect(called).toMatchObject({ status: 'called-back', holderUnitId: centre });
  });

  it('bring the second return before the upper centre, or before the city’s own where none is above', () => {
    let matter = take(take(fresh, dispatcher, { action: 'accept' }), dispatcher, route(housing));
    matter = take(matter, handler, { action: 'return-hand-over' });
    expect(matter).toMatchObject({ status: 'accepted', holderUnitId: centre, returns: 1 });
    matter = take(matter, dispatcher, route(labour));
    const disputed = take(matter, doer('handler', labour), { action: 'return-hand-over' });
    expect(disputed).toMatchObject({ status: 'disputed', holderUnitId: upper });
    expect(
      take(
        matter,
        doer('handler', labour),
        { action: 'return-hand-over' },
        { ...around, upperCentreId: null },
      ),
    ).toMatchObject({ holderUnitId: centre });
    const decided = take(disputed, doer('dispatcher', upper), {
      action: 'decide',
      to: { unitId: across, centreId: across },
    });
    expect(decided).toMatchObject({
      status: 'accepted',
      leadUnitId: across,
      holderUnitId: across,
      returns: 0,
    });
  });

  it('count days on which nobody was reached, not attempts', () => {
    const call = (matter: Matter, on: string): Matter =>
      take(matter, clerk, { action: 'call-back', result: 'not-reached', on });
    const oneDay = ['2026-03-02', '2026-03-02', '2026-03-02'].reduce(call, answered());
    expect(refusal(oneDay, clerk, { action: 'close-not-reached', isDrawn: false })).toBe(
      'not-reached-too-few',
    );
    const threeDays = ['2026-03-03', '2026-03-04'].reduce(call, oneDay);
    const closed = take(threeDays, clerk, { action: 'close-not-reached', isDrawn: true });
    expect(allowedActions(closed, doer('supervisor'), around)).toEqual([
      'review-closing',
      'reopen',
      'link',
      'seal',
    ]);
    expect(take(closed, doer('supervisor'), { action: 'review-closing', isConfirmed: false })).toMatchObject({
      status: 'answered',
      notReachedOn: [],
    });
  });
});

describe('joint work', () => {
  const ask = (unitId: string, centreId = centre): Command => ({
    action: 'ask-assistance',
    taskId: `task of ${unitId}`,
    to: { unitId, centreId },
  });
  const helper = doer('handler', labour);

  it('asks an office of the leading centre, or any centre; not who takes part already, and nobody twice', () => {
    const asked = take(handled(), handler, ask(labour));
    expect(asked.tasks).toEqual([{ id: 'task of labour', unitId: labour, status: 'open' }]);
    expect(take(asked, dispatcher, ask(across, across)).tasks).toHaveLength(2);
    expect(refusal(asked, handler, ask(labour))).toBe('takes-part-already');
    expect(refusal(asked, handler, ask(housing))).toBe('takes-part-already');
    expect(refusal(asked, handler, ask(centre))).toBe('takes-part-already');
    expect(refusal(asked, handler, ask('their-housing', across))).toBe('department-of-another-centre');
    expect(refusal(asked, clerk, ask(upper, upper))).toBe('not-your-role');
    expect(refusal(fresh, dispatcher, ask(labour))).toBe('wrong-state');
  });

  it('gives the assisting office its own steps while its task is open, and lets it read on after its answer', () => {
    const asked = take(handled(), handler, ask(labour));
    expect(allowedActions(asked, helper, around)).toEqual([
      'answer-task',
      'return-task',
      'log-step',
      'add-paper',
      'review-safety',
    ]);
    const parts = (matter: Matter) => participationsIn(matter).filter(({ unitId }) => unitId === labour);
    expect(parts(asked)).toEqual([{ unitId: labour, part: 'assisting' }]);
    const answeredTask = take(asked, helper, { action: 'answer-task' });
    expect(allowedActions(answeredTask, helper, around)).toEqual([]);
    expect(parts(answeredTask)).toHaveLength(1);
    expect(parts(take(asked, helper, { action: 'return-task' }))).toEqual([]);
    expect(take(answeredTask, handler, ask(labour)).tasks).toHaveLength(2);
  });

  it('lets nobody find an outcome over an open task, unless the lead’s supervisor waives it', () => {
    const settle: Command = { action: 'record-outcome', outcome: 'settled' };
    const asked = take(take(handled(), handler, ask(labour)), handler, ask(across, across));
    expect(allowedActions(asked, handler, around)).not.toContain('record-outcome');
    const half = take(asked, helper, { action: 'answer-task' });
    expect(refusal(half, handler, settle)).toBe('open-tasks');
    expect(refusal(half, dispatcher, { action: 'merge', into: other })).toBe('open-tasks');
    const waive: Command = { action: 'waive-task', unitId: across };
    expect(refusal(half, dispatcher, waive)).toBe('not-your-role');
    expect(refusal(half, doer('supervisor', across), waive)).toBe('not-your-part');
    expect(refusal(half, doer('supervisor'), { action: 'waive-task', unitId: labour })).toBe('no-open-task');
    const waived = take(half, doer('supervisor'), waive);
    expect(take(waived, handler, settle).status).toBe('resolved');
    expect(refusal(waived, doer('supervisor'), waive)).toBe('no-open-task');
  });

  it('lapses with the matter, when its party takes it back', () => {
    const asked = take(handled(), handler, ask(labour));
    const taken = takePartyStep(asked, { partyId: 'party', seat: 'applicant' }, 'take-back');
    expect(taken).toMatchObject({ ok: true, change: { tasks: [{ status: 'lapsed' }] } });
  });
});

describe('merging', () => {
  const merge = (into: Partial<Absorbing> = {}): Command => ({
    action: 'merge',
    into: { ...other, ...into },
  });

  it('ends a matter in another one of the same centre, and it stays there', () => {
    const merged = take(handled(), dispatcher, merge());
    expect(merged).toMatchObject({
      status: 'closed',
      outcome: 'merged',
      mergedInto: 'other',
      holderUnitId: centre,
    });
    expect(refusal(merged, dispatcher, { action: 'reopen' })).toBe('merged-stays');
    expect(allowedPartyActions(merged, { partyId: 'party', seat: 'applicant' })).toEqual([]);
  });

  it.each([
    ['merges-itself', { isItself: true }],
    ['merge-too-late', { status: 'closed' }],
    ['merge-too-late', { status: 'answered' }],
    ['merge-too-late', { isHistory: true }],
    ['merge-other-lead', { leadUnitId: across }],
    ['merge-from-sealed', { isLessSealed: true }],
    ['merge-loses-flag', { lacksFlag: true }],
    ['too-many-parties', { partyCount: 51 }],
  ] as const)('is refused: %s', (reason, into) => {
    expect(refusal(handled(), dispatcher, merge(into))).toBe(reason);
  });

  it('is for the leading centre’s dispatcher, before there is an outcome', () => {
    expect(refusal(handled(), handler, merge())).toBe('not-your-part');
    expect(refusal(handled(), clerk, merge())).toBe('not-your-role');
    expect(refusal(answered(), dispatcher, merge())).toBe('wrong-state');
    expect(refusal(answered(), dispatcher, { action: 'split' })).toBe('wrong-state');
    expect(take(handled(), dispatcher, { action: 'split' })).toMatchObject({ status: 'handling' });
  });

  it('keeps what was promised: earlier days of the present step, and limits of steps still to come', () => {
    const clock = (step: Step, dueOn: string) => ({ step, dueOn });
    const at = (step: Step, dueOn: string) => ({ step, running: [clock(step, dueOn)] });
    const handle = clock('handle', '2026-03-20');
    expect(clocksCarried([handle], at('accept', '2026-03-05'))).toEqual([handle]);
    expect(clocksCarried([handle], at('handle', '2026-03-30'))).toEqual([handle]);
    expect(clocksCarried([handle], at('handle', '2026-03-10'))).toEqual([]);
    expect(clocksCarried([clock('accept', '2026-03-05')], at('handle', '2026-03-30'))).toEqual([]);
    expect(clocksCarried([clock('safety-review', '2026-03-05')], at('accept', '2026-03-30'))).toEqual([]);
  });
});

describe('side ways', () => {
  const suspend: Command = { action: 'suspend', on: '2026-03-02', resumeBy: '2026-03-20' };
  const settled: Command = { action: 'record-outcome', outcome: 'settled' };

  it('suspend the work where it stands: nothing moves but by its end, until it is resumed', () => {
    const suspended = take(handled(), handler, suspend);
    expect(suspended).toMatchObject({
      status: 'handling',
      suspendedOn: '2026-03-02',
      resumeBy: '2026-03-20',
    });
    expect(refusal(suspended, handler, settled)).toBe('suspended');
    expect(
      refusal(suspended, handler, { action: 'transfer', to: { unitId: labour, centreId: centre } }),
    ).toBe('suspended');
    expect(refusal(suspended, dispatcher, { action: 'escalate' })).toBe('suspended');
    expect(refusal(suspended, handler, suspend)).toBe('suspended');
    expect(allowedActions(suspended, handler, around)).toEqual(
      expect.arrayContaining(['resume', 'log-step', 'add-paper', 'review-safety', 'assign']),
    );
    expect(allowedActions(suspended, handler, around)).not.toContain('record-outcome');
    const resumed = take(suspended, dispatcher, { action: 'resume' });
    expect(resumed).toMatchObject({ suspendedOn: null, resumeBy: null });
    expect(refusal(resumed, handler, { action: 'resume' })).toBe('not-suspended');
    expect(take(resumed, handler, settled).status).toBe('resolved');
  });

  it('let the applicant take back what is suspended', () => {
    const accepted = take(take(fresh, dispatcher, { action: 'accept' }), dispatcher, suspend);
    expect(take(accepted, clerk, { action: 'withdraw' })).toMatchObject({
      status: 'closed',
      suspendedOn: null,
    });
  });

  it.each([
    ['2026-03-02', 'resumption-not-later'],
    ['2026-02-27', 'resumption-not-later'],
    ['2026-03-03', 'taken'],
    ['2026-05-01', 'taken'],
    ['2026-05-02', 'suspension-too-long'],
  ])('from 2 March to %s: %s', (resumeBy, expected) => {
    expect(refusal(handled(), handler, { action: 'suspend', on: '2026-03-02', resumeBy })).toBe(expected);
  });

  it('pass it on to another office, which takes it or returns it', () => {
    const transferred = take(handled(), handler, {
      action: 'transfer',
      to: { unitId: labour, centreId: centre },
    });
    expect(transferred).toMatchObject({ status: 'offered', holderUnitId: labour, handlerUserId: null });
    const taken = take(transferred, doer('handler', labour), { action: 'accept-hand-over' });
    expect(taken).toMatchObject({ status: 'handling', handlingUnitId: labour });
    expect(take(transferred, doer('handler', labour), { action: 'return-hand-over' })).toMatchObject({
      status: 'accepted',
      holderUnitId: centre,
      returns: 1,
    });
    expect(
      refusal(handled(), handler, { action: 'transfer', to: { unitId: housing, centreId: centre } }),
    ).toBe('there-already');
    expect(refusal(handled(), clerk, { action: 'transfer', to: { unitId: labour, centreId: centre } })).toBe(
      'not-your-role',
    );
    expect(refusal(handled(), handler, { action: 'transfer', to: { unitId: 'x', centreId: across } })).toBe(
      'department-of-another-centre',
    );
  });

  it('of a centre end its offices’ part when another centre takes the lead', () => {
    const offered = take(handled(), dispatcher, {
      action: 'transfer',
      to: { unitId: across, centreId: across },
    });
    const taken = take(offered, doer('dispatcher', across), { action: 'accept-hand-over' });
    expect(taken).toMatchObject({ status: 'accepted', leadUnitId: across, handlingUnitId: null });
    expect(participationsIn(taken).map(({ unitId }) => unitId)).not.toContain(housing);
  });

  it('lead up to the centre above, which takes the lead or returns it; from the city’s nowhere', () => {
    const escalated = take(handled(), doer('supervisor'), { action: 'escalate' });
    expect(escalated).toMatchObject({ status: 'offered', holderUnitId: upper, leadUnitId: centre });
    expect(take(escalated, doer('dispatcher', upper), { action: 'accept-hand-over' })).toMatchObject({
      status: 'accepted',
      leadUnitId: upper,
    });
    expect(take(escalated, doer('dispatcher', upper), { action: 'return-hand-over' })).toMatchObject({
      status: 'accepted',
      holderUnitId: centre,
    });
    expect(refusal(handled(), handler, { action: 'escalate' })).toBe('not-your-part');
    expect(refusal(handled(), dispatcher, { action: 'escalate' }, { ...around, upperCentreId: null })).toBe(
      'no-upper-centre',
    );
  });

  it('seal by those who lead it; who handles it without reading it handles it no more', () => {
    const seal: Command = { action: 'seal', ground: 'child-involved', isHandlerReader: false };
    expect(take(handled(), dispatcher, seal)).toMatchObject({
      sealGround: 'child-involved',
      handlerUserId: null,
    });
    expect(take(answered(), dispatcher, seal).handlerUserId).toBe('handler');
    expect(refusal(handled(), handler, seal)).toBe('not-your-part');
    expect(refusal(handled(), clerk, seal)).toBe('not-your-role');
    expect(refusal(handled(), dispatcher, { action: 'unseal' })).toBe('not-sealed');
  });

  it('correct a registration at the leading centre or where it is handled, also when it has ended', () => {
    for (const who of [clerk, dispatcher, handler])
      expect(refusal(handled(), who, { action: 'correct' })).toBe('taken');
    expect(refusal(handled(), doer('supervisor'), { action: 'correct' })).toBe('not-your-role');
    const closed = take(take(fresh, dispatcher, { action: 'accept' }), clerk, { action: 'withdraw' });
    expect(refusal(closed, clerk, { action: 'correct' })).toBe('taken');
  });
});

describe('any lawful history', () => {
  const people: Doer[] = [
    clerk,
    dispatcher,
    doer('supervisor'),
    doer('mediator', centre, 'a'),
    doer('clerk', centre, 'a'),
    handler,
    doer('handler', labour),
    doer('dispatcher', upper),
    doer('clerk', upper),
    doer('dispatcher', across),
    doer('clerk', across),
    doer('mediator', across),
  ];
  const on = '2026-03-02';
  const commands: Command[] = [
    ...actions
      .filter(
        (action) =>
          ![
            'route',
            'decide',
            'call-back',
            'record-outcome',
            'close-not-reached',
            'review-closing',
            'assign',
            'ask-assistance',
            'waive-task',
            'merge',
            'transfer',
            'suspend',
            'seal',
            'unlink',
            'choose-procedure',
            'start-procedure',
            'note-procedure',
            'end-procedure',
          ].includes(action),
      )
      .map((action) => ({ action }) as Command),
    ...[route(housing), route(labour), route(centre), route(across, across)],
    { action: 'decide', to: { unitId: housing, centreId: centre } },
    { action: 'decide', to: { unitId: across, centreId: across } },
    { action: 'assign', handlerUserId: 'a', isPostedHere: true },
    { action: 'record-outcome', outcome: 'settled' },
    ...(['satisfied', 'unsatisfied', 'not-reached'] as const).map(
      (result) => ({ action: 'call-back', result, on }) as const,
    ),
    { action: 'close-not-reached', isDrawn: true },
    { action: 'review-closing', isConfirmed: false },
    ...[labour, across].map(
      (unitId) =>
        ({
          action: 'ask-assistance',
          taskId: unitId,
          to: { unitId, centreId: unitId === labour ? centre : unitId },
        }) as const,
    ),
    ...[labour, across].map((unitId) => ({ action: 'waive-task', unitId }) as const),
    { action: 'merge', into: other },
    { action: 'transfer', to: { unitId: labour, centreId: centre } },
    { action: 'transfer', to: { unitId: across, centreId: across } },
    { action: 'suspend', on, resumeBy: '2026-03-20' },
    { action: 'seal', ground: 'other', isHandlerReader: true },
    { action: 'unlink', isLast: true },
    { action: 'choose-procedure', procedure: mediation, isRefused: true },
    {
      action: 'start-procedure',
      procedure: mediation,
      version: '1',
      runId: 'run',
      on,
      today: on,
      registeredOn: on,
      confirmed: ['both-agree'],
      kind: '15',
      last: mediation,
    },
    { action: 'note-procedure', procedure: mediation, event: 'heard', on, today: on },
    { action: 'end-procedure', procedure: mediation, outcome: 'agreed', on, today: on },
  ];

  it('offers just what may be taken, keeps one holder and one lead, never lets a handler verify or a task be closed over', () => {
    // What only adds to the file would keep the walk where it is; these change who must do something.
    const turning: readonly Action[] = [
      'ask-upper-call-back',
      'ask-assistance',
      'answer-task',
      'waive-task',
      'suspend',
      'resume',
      'choose-procedure',
      'start-procedure',
      'end-procedure',
    ];
    const beside = actions.filter(
      (action) =>
        !turning.includes(action) &&
        transitions.filter((row) => row.action === action).every(({ to }) => to === 'unchanged'),
    );
    const visited = new Set<Status>();
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 5, maxLength: 40 }),
        fc.boolean(),
        (choices, hasOtherCaller) => {
          const places = { ...around, hasOtherCaller };
          let matter = fresh;
          for (const choice of choices) {
            // What was merged goes on elsewhere.
            if (matter.mergedInto !== null) break;
            const lawful = people.flatMap((who) => {
              const offered = new Set(allowedActions(matter, who, places));
              return commands.flatMap((command) => {
                const result = takeStep(matter, who, places, command);
                if (result.ok && !offered.has(command.action))
                  expect.fail(`${command.action} is not offered`);
                return result.ok ? [{ who, command, change: result.change }] : [];
              });
            });
            // No loop without an end: somebody can always do something.
            expect(lawful.length).toBeGreaterThan(0);
            const moving = lawful.filter(({ command }) => !beside.includes(command.action));
            const { who, command, change } = moving[choice % moving.length] as (typeof lawful)[number];
            if (['call-back', 'close-not-reached'].includes(command.action))
              expect(matter.handlerUserId).not.toBe(who.userId);
            const before = matter;
            matter = { ...matter, ...change, version: matter.version + 1 };
            visited.add(matter.status);
            // What its office has suspended goes nowhere; whoever brought it may end it, and it can be merged.
            if (before.suspendedOn !== null && before.status !== matter.status) {
              expect(['withdraw', 'merge']).toContain(command.action);
            }
            if (before.status !== matter.status) expect(matter.suspendedOn).toBeNull();
            // Over a procedure that is under way nothing is recorded as settled; there is never a second one.
            expect(matter.runs.filter(({ endedOn }) => endedOn === null).length).toBeLessThanOrEqual(1);
            if (['resolved', 'answered'].includes(matter.status)) expect(openRun(matter.runs)).toBeNull();
            if (['resolved', 'closed', 'declined'].includes(matter.status)) {
              expect(matter.tasks.map(({ status }) => status)).not.toContain('open');
            }
            const parts = participationsIn(matter).map(({ part }) => part);
            expect(parts.filter((part) => part === 'holder')).toHaveLength(1);
            const { closed, opened } = participationsMoved(before, matter);
            if (before.leadUnitId !== matter.leadUnitId) {
              expect(opened).toContainEqual({ unitId: before.leadUnitId, part: 'origin' });
            }
            for (const one of closed) expect(opened).not.toContainEqual(one);
          }
        },
      ),
      { numRuns: 150, seed: 20260302 },
    );
    expect(statuses.filter((status) => !visited.has(status) && status !== 'registered')).toEqual([]);
  });
});
