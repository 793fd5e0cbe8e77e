import { Temporal } from 'temporal-polyfill';
import type { AskedChange, ClockChangeRefusal } from '#domain/roadmap/procedures/clock-change.ts';
import { changeRefusal, decideChange, endPause } from '#domain/roadmap/procedures/clock-change.ts';
import type { ProcedureClock } from '#domain/roadmap/procedures/procedure.ts';
import { partsOfCode } from '#domain/roadmap/procedures/run-clocks.ts';
import { refuse, refuseWith } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import type { ClockRow } from '../../clocks/clock-row.ts';
import { dueOf } from '../../clocks/start-clock.ts';
import type { LockedMatter } from '../change-matter.queries.ts';
import type { MatterUseCase } from '../use-case.ts';

type Found = { readonly clock: ClockRow; readonly definition: ProcedureClock };

/** The running clock of a procedure and what the procedure says of it, in the version under which it began. */
function findClock(services: Services, matter: LockedMatter, code: string): Found {
  const clock = matter.running.find(({ step }) => step === code);
  const run = matter.runs.find(({ id }) => id === clock?.runId);
  const parts = clock === undefined ? null : partsOfCode(clock.step);
  const definition =
    run === undefined ? undefined : services.roadmap.of(run)?.clocks.find(({ key }) => key === parts?.clock);
  if (clock === undefined || definition === undefined)
    refuse(422, 'clock-not-changeable', { field: 'clock' });
  return { clock, definition };
}

function refuseChange(code: ClockChangeRefusal): never {
  refuseWith({ code });
}

const daysBetween = (from: string, until: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until)).days;

/** An extension or a pause is asked for; the clock runs as it did until somebody else decides. */
export const askClockChange: MatterUseCase<'ask-clock-change'> = {
  action: 'ask-clock-change',
  plan({ clock: code, change, days, ground, from, until, reason }, { services, actor, matter, today }) {
    const { clock, definition } = findClock(services, matter, code);
    if (change === 'extension' && days === undefined) refuse(422, 'extension-days', { field: 'days' });
    if (change === 'pause' && (ground === undefined || until === undefined))
      refuse(422, 'pause-span', { field: ground === undefined ? 'ground' : 'until' });
    const asked: AskedChange =
      change === 'extension'
        ? { change, count: days ?? 0, byUserId: actor.userId }
        : { change, ground: ground ?? '', from: from ?? today, until: until ?? '', byUserId: actor.userId };
    const refusal = changeRefusal(definition, clock, asked, daysBetween);
    if (refusal !== null) refuseChange(refusal);
    return {
      command: { action: 'ask-clock-change' },
      data: { clock: clock.step, change, ...(days !== undefined && { days }), ...(ground && { ground }) },
      sealed: { text: reason },
      changedClocks: [{ ...clock, asked }],
    };
  },
};

/** Somebody other than whoever asked approves it or not, with reasons that the party is told. */
export const decideClockChange: MatterUseCase<'decide-clock-change'> = {
  action: 'decide-clock-change',
  plan({ clock: code, isApproved, reason }, { services, actor, matter, today }) {
    const { clock, definition } = findClock(services, matter, code);
    const decided = decideChange(definition, clock, { isApproved, byUserId: actor.userId, on: today });
    if (!decided.ok) refuseChange(decided.refusal);
    const changed = { ...decided.clock, ...dueOf(services, decided.clock, today) };
    return {
      command: { action: 'decide-clock-change' },
      data: {
        clock: clock.step,
        change: clock.asked?.change,
        decision: isApproved ? 'approved' : 'refused',
        dueBefore: clock.dueOn,
        dueAfter: changed.dueOn,
      },
      sealed: { text: reason },
      changedClocks: [changed],
    };
  },
};

/** What the clock waited for has come sooner than planned: it runs again. */
export const endClockPause: MatterUseCase<'end-pause'> = {
  action: 'end-pause',
  plan({ clock: code, note }, { services, matter, today }) {
    const { clock } = findClock(services, matter, code);
    const ended = endPause(clock, today);
    if (!ended.ok) refuseChange(ended.refusal);
    const changed = { ...ended.clock, ...dueOf(services, ended.clock, today) };
    return {
      command: { action: 'end-pause' },
      data: { clock: clock.step, dueBefore: clock.dueOn, dueAfter: changed.dueOn },
      ...(note !== undefined && { sealed: { text: note } }),
      changedClocks: [changed],
    };
  },
};
