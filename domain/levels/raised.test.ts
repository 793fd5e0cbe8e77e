import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Draw, makeDay, makeFacts, makeTable } from './levels.fixture.ts';
import { type LevelFacts, type LevelTable, levelOn, nextBoundary } from './levels.ts';
import { isChangeDue, levelLastKnown, raisedTo } from './raised.ts';
import { type Level, levels } from './vocabulary.ts';

const any = <One>(make: (draw: Draw) => One): fc.Arbitrary<One> =>
  fc.gen().map((next) => make((max) => next(fc.nat, { max })));

const facts: LevelFacts = {
  dueFrom: '2026-10-01',
  dueOn: '2026-10-11',
  runningDue: ['2026-10-11'],
  returns: 0,
  transfers: 0,
  reopenings: 0,
  parties: 2,
  isInDanger: false,
};
const overdue = (days: number): LevelTable => ({
  rows: [{ level: 'orange', when: [{ fact: 'days-overdue', op: '>=', number: days }] }],
});
const later = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

describe('the colour that people last knew of', () => {
  it('is that of today while no change is due', () => {
    expect(levelLastKnown(() => overdue(1), { facts, nextOn: null }, '2026-10-20')).toBe('orange');
    expect(levelLastKnown(() => overdue(1), { facts, nextOn: '2026-10-21' }, '2026-10-20')).toBe('orange');
    expect(isChangeDue({ nextOn: '2026-10-21' }, '2026-10-20')).toBe(false);
  });

  it('is that of the day before, once a change is due', () => {
    expect(levelLastKnown(() => overdue(1), { facts, nextOn: '2026-10-12' }, '2026-10-12')).toBeNull();
    expect(levelLastKnown(() => overdue(1), { facts, nextOn: '2026-10-12' }, '2026-10-20')).toBeNull();
    expect(isChangeDue({ nextOn: '2026-10-12' }, '2026-10-12')).toBe(true);
  });

  it('goes by the table of that day, not by today’s', () => {
    const tableOn = (day: string) => (day < '2026-10-15' ? overdue(1) : overdue(0));
    expect(levelLastKnown(tableOn, { facts, nextOn: '2026-10-14' }, '2026-10-20')).toBe('orange');
    expect(levelLastKnown(tableOn, { facts, nextOn: '2026-10-12' }, '2026-10-20')).toBeNull();
  });

  it('is told of once, however late and in however many looks', () => {
    fc.assert(
      fc.property(
        any(makeTable),
        any(makeFacts),
        any(makeDay),
        fc.array(fc.integer({ min: 0, max: 30 })),
        (table, f, from, waits) => {
          const tableOn = () => table;
          let known = levelOn(table, f, from).level;
          let nextOn = nextBoundary(table, f, from);
          let day = from;
          for (const wait of waits) {
            day = later(day, wait);
            if (!isChangeDue({ nextOn }, day)) {
              // Nothing is missed by not looking.
              expect(levelOn(table, f, day).level).toBe(known);
              continue;
            }
            expect(levelLastKnown(tableOn, { facts: f, nextOn }, day)).toBe(known);
            known = levelOn(table, f, day).level;
            nextOn = nextBoundary(table, f, day);
            expect(isChangeDue({ nextOn }, day)).toBe(false);
          }
        },
      ),
    );
  });
});

it('is told of only where it is graver', () => {
  const all: (Level | null)[] = [null, ...levels];
  for (const [rank, before] of all.entries()) {
    for (const [now, level] of all.entries()) {
      expect(raisedTo(before, level)).toBe(now > rank ? level : null);
    }
  }
});
