/** Calendar days from one to another, both included, as ISO dates, whose text sorts as the days do; null has no end. */
export type DaySpan = { readonly fromDay: string; readonly untilDay: string | null };

const withoutEnd = '9999-12-31';

/** Whether the two have a day in common. */
export function spansOverlap(one: DaySpan, other: DaySpan): boolean {
  return one.fromDay <= (other.untilDay ?? withoutEnd) && other.fromDay <= (one.untilDay ?? withoutEnd);
}

/** Whether every day of the inner one is a day of the outer. */
export function spanCovers(outer: DaySpan, inner: DaySpan): boolean {
  return outer.fromDay <= inner.fromDay && (outer.untilDay ?? withoutEnd) >= (inner.untilDay ?? withoutEnd);
}

/** Whether this day is one of them. */
export function spanHas(span: DaySpan, day: string): boolean {
  return spansOverlap(span, { fromDay: day, untilDay: day });
}

/** Whether its last day comes before its first. */
export function isReversed({ fromDay, untilDay }: DaySpan): boolean {
  return untilDay !== null && untilDay < fromDay;
}

/** Whether its last day has gone by. */
export function isOver({ untilDay }: DaySpan, today: string): boolean {
  return untilDay !== null && untilDay < today;
}
