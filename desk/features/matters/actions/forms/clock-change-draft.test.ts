import { describe, expect, it } from 'vitest';
import type { ClockView } from '#contract/matters/clock.ts';
import { type ChangeDraft, changeFields, changesOf, mayAskFor } from './clock-change-draft.ts';

const clock: ClockView = {
  id: '01900000-0000-7000-8000-000000000001',
  step: { code: 'petition-handling/decide', label: '信访办理 · 办结并书面答复' },
  startedOn: '2026-03-02',
  limit: { count: 60, unit: 'natural-day' },
  dueOn: '2026-05-06',
  endedOn: null,
  used: 3,
  remaining: 62,
  isLate: false,
  isCarried: false,
  isProvisional: false,
  source: '信访工作条例第三十四条',
  isVerified: true,
  explanation: [],
  owedBy: { code: 'office', label: '本中心' },
  isWindow: false,
  isPaused: false,
  pausedFor: null,
  expiry: null,
  asked: null,
  mayExtend: { most: 30, unit: 'natural-day', timesLeft: 1, approvedBy: '办理单位负责人批准' },
  mayPause: [],
};
const hearing = { code: 'hearing', label: '听证所需时间', mostDays: 30 };
const draft: ChangeDraft = {
  clock: clock.step.code,
  change: 'extension',
  days: 20,
  ground: 'hearing',
  from: '',
  until: '2026-03-20',
  reason: ' 情况复杂 ',
};

describe('what may be asked for', () => {
  it.each([
    [clock, ['extension']],
    [{ ...clock, mayPause: [hearing] }, ['extension', 'pause']],
    [{ ...clock, mayExtend: null }, []],
  ])('is what the law provides for', (of, changes) => {
    expect(changesOf(of)).toEqual(changes);
    expect(mayAskFor(of)).toBe(changes.length > 0);
  });

  it('is nothing of a limit that has ended, or of which something waits for a decision', () => {
    const change = { code: 'extension', label: '延长' };
    const asked = { change, days: 20, ground: null, from: null, until: null, isOurs: true };
    expect(mayAskFor({ ...clock, endedOn: '2026-03-05' })).toBe(false);
    expect(mayAskFor({ ...clock, asked })).toBe(false);
  });
});

describe('what is sent', () => {
  it('is only what the chosen change asks for', () => {
    expect(changeFields(draft)).toEqual({
      clock: clock.step.code,
      change: 'extension',
      days: 20,
      reason: '情况复杂',
    });
    expect(changeFields({ ...draft, change: 'pause' })).toEqual({
      clock: clock.step.code,
      change: 'pause',
      ground: 'hearing',
      until: '2026-03-20',
      reason: '情况复杂',
    });
    expect(changeFields({ ...draft, change: 'pause', from: '2026-03-05' })).toMatchObject({
      from: '2026-03-05',
    });
  });

  it.each([
    { change: '' },
    { days: null },
    { reason: ' ' },
    { clock: '' },
    { change: 'pause', until: '' },
    { change: 'pause', ground: '' },
  ] as const)('waits for what is missing: %j', (missing) => {
    expect(changeFields({ ...draft, ...missing })).toBeUndefined();
  });
});
