import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { calendarOf2026 as calendar } from '#domain/roadmap/calendar.fixture.ts';
import { someClock, someProcedure } from '#domain/roadmap/procedures/procedure.fixture.ts';
import { reckonClock, reckonRefusals } from '#domain/roadmap/procedures/reckon.ts';
import { words } from '../language/language.ts';
import { reckonRefusalSentence } from './reckon-refusal.ts';

const day = Temporal.PlainDate.from('2026-03-02');
const clock = { ...someClock, title: { zh: '办结', en: 'Settle' } };
const procedure = { ...someProcedure, title: { zh: '信访办理', en: 'Petition' }, clocks: [clock] };

function sentences(input: Partial<Parameters<typeof reckonClock>[0]>): string[] {
  const reckoned = reckonClock({ procedure, startedOn: day, at: day, calendar, ...input });
  if (reckoned.ok) throw new Error('not refused');
  return [reckonRefusalSentence(procedure, reckoned, 'zh'), reckonRefusalSentence(procedure, reckoned, 'en')];
}

it('every refusal of the calculator has its sentence', () => {
  expect(Object.keys(words('zh').reckonRefusals).sort()).toEqual([...reckonRefusals].sort());
});

it('says what would be possible instead', () => {
  expect(sentences({ clockKey: 'settle' })).toEqual([
    '“信访办理”没有这个期限，它的期限有：decide。',
    '"Petition" has no such limit; it has decide.',
  ]);
  expect(sentences({ extendBy: [31] })).toEqual([
    '“办结”一次最多延长 30 日。',
    '"Settle" can be extended by 30 days at most.',
  ]);
  expect(sentences({ extendBy: [1, 1] })).toEqual([
    '“办结”最多延长 1 次。',
    '"Settle" can be extended 1 time at most.',
  ]);
  expect(sentences({ pauses: [{ from: day, until: day.add({ days: 21 }) }] })).toEqual([
    '“办结”暂停计算合计最多 20 日。',
    '"Settle" can stand still for 20 days in all at most.',
  ]);
});
