import { expect, it } from 'vitest';
import { levelFactsOf } from './level-facts.ts';
import { readLevel } from './read-level.ts';

const matter = {
  dueFrom: '2026-03-02',
  dueOn: '2026-03-30',
  returnedTimes: 1,
  transfers: 2,
  reopenings: 3,
  partyCount: 4,
  danger: 'no-shelter',
};

it('takes from a matter what a colour may rest on; nobody is late by a window or by another office’s task', () => {
  const running = [
    { dueOn: '2026-03-30', owedBy: 'office' as const },
    { dueOn: '2026-03-09', owedBy: 'party' as const },
    { dueOn: '2026-03-10', owedBy: 'office' as const, taskId: 'a-task' },
    { dueOn: '2026-03-12', owedBy: 'outside' as const, taskId: null },
  ];
  expect(levelFactsOf(matter, running)).toEqual({
    dueFrom: '2026-03-02',
    dueOn: '2026-03-30',
    runningDue: ['2026-03-30', '2026-03-12'],
    returns: 1,
    transfers: 2,
    reopenings: 3,
    parties: 4,
    isInDanger: true,
  });
});

it('reads each matter as it is, however many alike were read before', () => {
  const table = { rows: [{ level: 'blue', when: [{ fact: 'parties', op: '>=', number: 5 }] }] } as const;
  const other = { rows: [{ level: 'red', when: [{ fact: 'days-overdue', op: '>=', number: 1 }] }] } as const;
  const facts = levelFactsOf(matter, []);
  const grown = { ...facts, parties: 5 };
  for (let time = 0; time < 2; time += 1) {
    expect(readLevel(table, facts, '2026-03-10')).toEqual({ level: null, nextOn: null });
    expect(readLevel(table, grown, '2026-03-10')).toEqual({ level: 'blue', nextOn: null });
    expect(readLevel(other, facts, '2026-03-10')).toEqual({ level: null, nextOn: '2026-03-31' });
    expect(readLevel(other, facts, '2026-04-10')).toEqual({ level: 'red', nextOn: null });
  }
});
