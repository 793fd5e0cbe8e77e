import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type AskedChange, changeRefusal, decideChange, endPause } from './clock-change.ts';
import { mainProcedure } from './main-procedure.ts';
import { confirmation, mediation } from './mediation.fixture.ts';
import { proposalsFor } from './proposals.ts';
import { endedWithMatter, endRun, noteInRun, openRun, type Run, type StartRun, startRun } from './run.ts';
import { clocksOfChange } from './run-clocks.ts';

const fresh = { kind: '15', runs: [], refusedProcedures: [], chosenProcedure: null } as const;
const start: StartRun = {
  procedure: mediation,
  version: 'v1',
  runId: 'run-1',
  on: '2026-03-02',
  today: '2026-03-10',
  registeredOn: '2026-03-01',
  confirmed: ['both-agree'],
  last: null,
};

function started(
  more: Partial<StartRun> = {},
  matter: Parameters<typeof startRun>[0] = fresh,
): readonly Run[] {
  const result = startRun(matter, { ...start, ...more });
  if (!result.ok) throw new Error(result.refusal);
  return result.runs;
}
function ended(outcome: string): readonly Run[] {
  const result = endRun(started(), { procedure: mediation, outcome, on: '2026-03-09', today: '2026-03-10' });
  if (!result.ok) throw new Error(result.refusal);
  return result.runs;
}

describe('a procedure begins', () => {
  it('with its first event, and is then the one main procedure', () => {
    const runs = started();
    expect(openRun(runs)).toMatchObject({ noted: [{ event: 'accepted', on: '2026-03-02' }], endedOn: null });
    expect(mainProcedure('handling', runs)).toBe('mediation');
    expect(mainProcedure('handling', [])).toBe('department-handling');
    expect(mainProcedure('accepted', [])).toBe('intake');
    expect(mainProcedure('answered', [])).toBe('completion');
    expect(mainProcedure('closed', [])).toBeNull();
  });

  it.each([
    ['over another one', { ...fresh, runs: started() }, {}, 'procedure-open'],
    ['on a kind that the law excludes', { ...fresh, kind: '01' }, {}, 'not-of-this-kind'],
    ['against a refusal', { ...fresh, refusedProcedures: ['mediation'] }, {}, 'party-refused'],
    ['without what it requires', fresh, { confirmed: [] }, 'requirement-missing'],
    ['tomorrow', fresh, { on: '2026-03-11' }, 'day-in-future'],
    ['before the matter was brought', fresh, { on: '2026-02-28' }, 'day-before-start'],
    ['without the one that it follows', fresh, { procedure: confirmation }, 'not-a-successor'],
  ] as const)('not %s', (_when, matter, more, refusal) => {
    expect(startRun(matter, { ...start, ...more })).toEqual({ ok: false, refusal });
  });

  it('after the outcome that leads to it, and after no other', () => {
    const follow = { procedure: confirmation, runId: 'run-2', on: '2026-03-10', last: mediation };
    expect(startRun({ ...fresh, runs: ended('agreed') }, { ...start, ...follow }).ok).toBe(true);
    expect(startRun({ ...fresh, runs: ended('failed') }, { ...start, ...follow })).toEqual({
      ok: false,
      refusal: 'not-a-successor',
    });
  });
});

describe('what happens in it', () => {
  const note = { procedure: mediation, event: 'heard', on: '2026-03-05', today: '2026-03-10' };
  it('is noted once, in order, and only what belongs to it', () => {
    const noted = noteInRun(started(), note);
    if (!noted.ok) throw new Error(noted.refusal);
    expect(noteInRun(noted.runs, note)).toEqual({ ok: false, refusal: 'event-noted-already' });
    expect(noteInRun(started(), { ...note, event: 'docketed' })).toMatchObject({
      refusal: 'event-not-of-procedure',
    });
    expect(noteInRun(started(), { ...note, on: '2026-03-01' })).toMatchObject({
      refusal: 'day-before-start',
    });
    expect(noteInRun([], note)).toMatchObject({ refusal: 'no-procedure-open' });
  });

  it('starts and ends its clocks; the window of the parties outlives it', () => {
    const [run] = started();
    if (!run) throw new Error('no run');
    const keys = (clocks: ReturnType<typeof clocksOfChange>) => ({
      started: clocks.started.map(({ definition, startedOn }) => `${definition.key} ${startedOn}`),
      ended: clocks.ended.map(({ key, on }) => `${key} ${on}`),
    });
    expect(keys(clocksOfChange(mediation, null, run))).toEqual({
      started: ['settle 2026-03-02', 'hear 2026-03-02'],
      ended: [],
    });
    const heard = { ...run, noted: [...run.noted, { event: 'heard', on: '2026-03-05' }] };
    expect(keys(clocksOfChange(mediation, run, heard))).toEqual({ started: [], ended: ['hear 2026-03-05'] });
    const over = { ...heard, endedOn: '2026-03-09', outcome: 'agreed' };
    expect(keys(clocksOfChange(mediation, heard, over))).toEqual({
      started: ['confirm 2026-03-09'],
      ended: ['settle 2026-03-09', 'hear 2026-03-09'],
    });
  });

  it('ends with the matter where that ends first', () => {
    expect(endedWithMatter(started(), '2026-03-10')).toMatchObject([
      { endedOn: '2026-03-10', outcome: 'discontinued' },
    ]);
    expect(
      endRun(started(), { procedure: mediation, outcome: 'won', on: '2026-03-09', today: '2026-03-10' }),
    ).toEqual({ ok: false, refusal: 'outcome-not-of-procedure' });
  });
});

describe('what is proposed', () => {
  it('puts what the parties chose first, keeps what one refused in sight, and proposes nothing that may not begin', () => {
    const special = { ...mediation, key: 'special', kinds: ['15'], isVoluntary: false };
    const other = { ...mediation, key: 'other', kinds: ['10'] };
    const all = [mediation, special, other, confirmation];
    const keys = (matter: Parameters<typeof proposalsFor>[1]) =>
      proposalsFor(all, matter, null).map(({ procedure, reason, refusal }) => [
        procedure.key,
        reason,
        refusal,
      ]);
    expect(keys(fresh)).toEqual([
      ['special', 'of-this-kind', null],
      ['mediation', 'for-any-kind', null],
    ]);
    expect(keys({ ...fresh, chosenProcedure: 'mediation' })[0]).toEqual(['mediation', 'chosen', null]);
    expect(keys({ ...fresh, refusedProcedures: ['mediation'] })).toEqual([
      ['special', 'of-this-kind', null],
      ['mediation', 'for-any-kind', 'party-refused'],
    ]);
  });
});

describe('a limit is changed', () => {
  const [definition] = mediation.clocks;
  if (!definition) throw new Error('no clock');
  const clock = { startedOn: '2026-03-02', pauses: [], extensions: [], asked: null };
  const days = (from: string, until: string) =>
    Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until)).days;
  const extend = (count: number): AskedChange => ({ change: 'extension', count, byUserId: 'a' });
  const halt = (from: string, until: string, ground = 'appraisal'): AskedChange => ({
    change: 'pause',
    ground,
    from,
    until,
    byUserId: 'a',
  });
  const once = [{ count: 30, unit: 'natural-day', on: '2026-03-20' }] as const;
  const paused = [{ from: '2026-03-05', until: '2026-03-25', ground: 'appraisal' }];

  it.each([
    ['within the law', clock, extend(30), null],
    ['by more than the law allows', clock, extend(31), 'extension-too-long'],
    ['more often than the law allows', { ...clock, extensions: once }, extend(1), 'extension-too-often'],
    ['while another change waits', { ...clock, asked: extend(5) }, extend(5), 'change-asked-already'],
    ['by a pause the law knows', clock, halt('2026-03-05', '2026-05-04'), null],
    [
      'by a pause for another reason',
      clock,
      halt('2026-03-05', '2026-03-06', 'holiday'),
      'pause-not-provided',
    ],
    ['by a pause that is too long', clock, halt('2026-03-05', '2026-05-05'), 'pause-too-long'],
    [
      'by pauses that are too long together',
      { ...clock, pauses: paused },
      halt('2026-03-25', '2026-05-05'),
      'pause-too-long',
    ],
    [
      'by a pause over another one',
      { ...clock, pauses: paused },
      halt('2026-03-24', '2026-03-30'),
      'pause-out-of-order',
    ],
    ['by a pause before its start', clock, halt('2026-03-01', '2026-03-04'), 'pause-out-of-order'],
  ] as const)('%s', (_how, running, asked, refusal) => {
    expect(changeRefusal(definition, running, asked, days)).toBe(refusal);
  });

  it('only by somebody other than whoever asked', () => {
    const asked = { ...clock, asked: extend(20) };
    const decide = (byUserId: string, isApproved = true) =>
      decideChange(definition, asked, { byUserId, isApproved, on: '2026-03-20' });
    expect(decide('a')).toEqual({ ok: false, refusal: 'asker-may-not-approve' });
    expect(decide('b')).toMatchObject({
      ok: true,
      clock: { asked: null, extensions: [{ count: 20, unit: 'natural-day', on: '2026-03-20' }] },
    });
    expect(decide('b', false)).toMatchObject({ ok: true, clock: { asked: null, extensions: [] } });
    expect(decideChange(definition, clock, { byUserId: 'b', isApproved: true, on: '2026-03-20' })).toEqual({
      ok: false,
      refusal: 'no-change-asked',
    });
  });

  it('and a pause can end early, while it stands', () => {
    expect(endPause({ ...clock, pauses: paused }, '2026-03-10')).toMatchObject({
      clock: { pauses: [{ from: '2026-03-05', until: '2026-03-10' }] },
    });
    expect(endPause({ ...clock, pauses: paused }, '2026-03-25')).toEqual({
      ok: false,
      refusal: 'clock-not-paused',
    });
  });
});
