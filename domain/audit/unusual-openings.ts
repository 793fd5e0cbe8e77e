import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../roadmap/calendar.ts';

/**
 * What the auditor is shown without asking. Each is a fact about openings: who, under which posting, on which days, how many,
 * and from how many on it is shown. Nobody is scored or ranked by them, and nothing in them is about a party.
 */
export const unusualRules = [
  'outside-in-a-day',
  'outside-in-a-week',
  'odd-hours',
  'one-place',
  'sealed-file',
  'many-look-ups',
] as const;
export type UnusualRule = (typeof unusualRules)[number];

/** From how many on something is shown; the page says the number beside the fact, and the glossary of reasons why. */
export const shownFrom: Readonly<Record<UnusualRule, number>> = {
  // A supervisor follows up a handful of matters; beyond that somebody should ask why.
  'outside-in-a-day': 5,
  'outside-in-a-week': 12,
  // One late look may be somebody in danger; several are work at an hour when nobody sees it.
  'odd-hours': 3,
  // A counter's full day is some twenty visitors; of one street alone that is rare.
  'one-place': 20,
  // Few may open them, so every one is shown.
  'sealed-file': 1,
  // Whoever lost a receipt is looked up: a few a day, never a list of people.
  'many-look-ups': 30,
};

/** Offices are shut from eight in the evening to seven in the morning, with an hour's grace at each end. */
export const oddHours = { from: 20, until: 7 } as const;

/** Everything that shows what stands in a file. */
export const openedContents = ['page', 'paper', 'receipt', 'secret-slip', 'hit', 'print', 'export'] as const;

type Who = { readonly userId: string; readonly unitId: string; readonly role: string };

/** What one account did on one day under one posting. */
export type DayTally = Who & {
  readonly day: string;
  readonly outside: number;
  readonly atOddHours: number;
  readonly lookUps: number;
};
export type SealedTally = Who & {
  readonly day: string;
  readonly matterId: string;
  readonly openings: number;
};
export type PlaceTally = Who & {
  readonly day: string;
  readonly regionCode: string;
  readonly matters: number;
};

export type UnusualFact = Who & {
  readonly rule: UnusualRule;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly count: number;
  readonly shownFrom: number;
  readonly matterId: string | null;
  readonly regionCode: string | null;
};

/** The days of a period on which offices do not work. */
export function daysOff(calendar: Calendar, fromDay: string, untilDay: string): string[] {
  const off: string[] = [];
  const last = Temporal.PlainDate.from(untilDay);
  for (
    let day = Temporal.PlainDate.from(fromDay);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (!calendar.isWorkingDay(day)) off.push(day.toString());
  }
  return off;
}

/** The facts of a period, the latest first; never in the order of how many. */
export function unusualIn(
  days: readonly DayTally[],
  sealed: readonly SealedTally[],
  places: readonly PlaceTally[],
  limits: Readonly<Record<UnusualRule, number>> = shownFrom,
): UnusualFact[] {
  const fact = (
    rule: UnusualRule,
    { userId, unitId, role }: Who,
    [fromDay, untilDay]: readonly [string, string],
    count: number,
    more: Partial<Pick<UnusualFact, 'matterId' | 'regionCode'>> = {},
  ): UnusualFact[] =>
    count < limits[rule]
      ? []
      : [
          {
            rule,
            userId,
            unitId,
            role,
            fromDay,
            untilDay,
            count,
            shownFrom: limits[rule],
            matterId: null,
            regionCode: null,
            ...more,
          },
        ];
  const facts = [
    ...days.flatMap((one) => [
      ...fact('outside-in-a-day', one, [one.day, one.day], one.outside),
      ...fact('odd-hours', one, [one.day, one.day], one.atOddHours),
      ...fact('many-look-ups', one, [one.day, one.day], one.lookUps),
    ]),
    ...weeksOf(days).flatMap((one) => fact('outside-in-a-week', one, one.span, one.outside)),
    ...sealed.flatMap((one) =>
      fact('sealed-file', one, [one.day, one.day], one.openings, { matterId: one.matterId }),
    ),
    ...places.flatMap((one) =>
      fact('one-place', one, [one.day, one.day], one.matters, { regionCode: one.regionCode }),
    ),
  ];
  const order = (one: UnusualFact): string =>
    [one.userId, one.unitId, one.role, one.matterId, one.regionCode].join(' ');
  return facts.sort(
    (one, other) =>
      other.untilDay.localeCompare(one.untilDay) ||
      unusualRules.indexOf(one.rule) - unusualRules.indexOf(other.rule) ||
      order(one).localeCompare(order(other)),
  );
}

/** Monday to Sunday, by account and posting. */
function weeksOf(days: readonly DayTally[]) {
  const weeks = new Map<string, Who & { outside: number; span: readonly [string, string] }>();
  for (const { userId, unitId, role, day, outside } of days) {
    if (outside === 0) continue;
    const date = Temporal.PlainDate.from(day);
    const monday = date.subtract({ days: date.dayOfWeek - 1 });
    const key = [userId, unitId, role, monday.toString()].join(' ');
    const known = weeks.get(key);
    const span = [monday.toString(), monday.add({ days: 6 }).toString()] as const;
    weeks.set(key, { userId, unitId, role, outside: (known?.outside ?? 0) + outside, span });
  }
  return [...weeks.values()];
}
