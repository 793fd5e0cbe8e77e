import { expect, it } from 'vitest';
import type { ClockView } from '#contract/matters/clock.ts';
import type { MatterView } from '#contract/matters/matter.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import { offeredActions } from './offered-actions.ts';

const allowed = (actions: readonly Action[]): MatterView['allowedActions'] =>
  actions.map((action) => ({ action, label: action, href: '' }));
const clock = (more: Partial<ClockView>) =>
  ({ endedOn: null, asked: null, mayExtend: null, mayPause: [], ...more }) as ClockView;
const asked = (isOurs: boolean): ClockView['asked'] => ({
  change: { code: 'extension', label: '延长' },
  days: 10,
  ground: null,
  from: null,
  until: null,
  isOurs,
});
const now = (events: readonly string[]) =>
  ({ events: events.map((code) => ({ code, label: code })) }) as NonNullable<MatterView['roadmap']['now']>;

const offered = (
  actions: readonly Action[],
  clocks: ClockView[] = [],
  events: readonly string[] = ['heard'],
) =>
  offeredActions({
    allowedActions: allowed(actions),
    clocks,
    roadmap: { past: [], now: now(events), windows: [], next: [] },
  }).map(({ action }) => action);

it('leaves contacts and papers to their own places', () => {
  expect(offered(['record-outcome', 'log-step', 'add-paper'])).toEqual(['record-outcome']);
});

it('offers nothing for which the file holds nothing', () => {
  const steps: Action[] = ['note-procedure', 'end-procedure', 'ask-clock-change', 'decide-clock-change'];
  expect(offered(steps, [clock({})], [])).toEqual(['end-procedure']);
  const hearing = { code: 'hearing', label: '听证', mostDays: 30 };
  expect(offered(steps, [clock({ mayPause: [hearing] })])).toEqual([
    'note-procedure',
    'end-procedure',
    'ask-clock-change',
  ]);
});

it('puts first what waits for this reader, and does not ask them to decide what they asked for', () => {
  const steps: Action[] = ['note-procedure', 'decide-clock-change'];
  expect(offered(steps, [clock({ asked: asked(false) })])).toEqual(['decide-clock-change', 'note-procedure']);
  expect(offered(steps, [clock({ asked: asked(true) })])).toEqual(['note-procedure']);
});
