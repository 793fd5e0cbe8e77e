/**
 * A model of the law, written apart from the program and sharing nothing with it: somebody walks from one day to the
 * next with a paper calendar and says of each whether it counts. Days are whole numbers since 1970-01-01, a Thursday.
 */
export type PaperCalendar = {
  /** Days that the State Council's notice gives off. */
  readonly off: ReadonlySet<number>;
  /** Weekend days that it makes working days. */
  readonly worked: ReadonlySet<number>;
  /** Years whose notice is out. */
  readonly published: ReadonlySet<number>;
};
export type Amount = { readonly count: number; readonly unit: 'working-day' | 'natural-day' | 'month' };
/** Stands from the first day on and runs again on `until`; without it, it stands still today. */
export type Standstill = { readonly from: number; readonly until: number | null };
export type History = {
  readonly start: number;
  readonly limit: Amount;
  readonly isFirstDayCounted: boolean;
  readonly movesOffHolidays: boolean;
  readonly standstills: readonly Standstill[];
  readonly extensions: readonly Amount[];
  readonly today: number;
};
export type Told = {
  readonly due: number;
  readonly isProvisional: boolean;
  readonly used: number;
  readonly remaining: number;
  readonly isLate: boolean;
  readonly isPaused: boolean;
};

export function tell(history: History, paper: PaperCalendar): Told {
  const { start, limit, isFirstDayCounted, movesOffHolidays, standstills, extensions, today } = history;
  const stands = (day: number): boolean =>
    standstills.some(({ from, until }) => day >= from && (until === null ? day <= today : day < until));
  let askedOfUnpublished = false;
  const works = (day: number): boolean => {
    if (!paper.published.has(dateOn(day).year)) askedOfUnpublished = true;
    return isWorked(day, paper);
  };

  // 民诉法 85: the day on which it begins is not counted, unless the law at hand says otherwise.
  const eve = isFirstDayCounted ? start - 1 : start;
  let due = eve;
  for (const amount of [limit, ...extensions]) {
    let togo = amount.unit === 'month' ? sameDayLater(due, amount.count) - due : amount.count;
    while (togo > 0) {
      due += 1;
      if (stands(due)) continue;
      if (amount.unit === 'working-day' && !works(due)) continue;
      togo -= 1;
    }
    // 民法典 203: a last day on a holiday is followed by the next working day; while it stands nothing falls due.
    while (movesOffHolidays && (stands(due) || !works(due))) due += 1;
  }
  const isProvisional = askedOfUnpublished;

  // What would only begin after the last day never comes to bear on it.
  const inForce = standstills.filter(({ from }) => from <= due);
  const standsInForce = (day: number): boolean =>
    inForce.some(({ from, until }) => day >= from && (until === null ? day <= today : day < until));
  const runs = (day: number): boolean =>
    !standsInForce(day) && (limit.unit !== 'working-day' || isWorked(day, paper));
  let [used, before, after] = [0, 0, 0];
  for (let day = eve + 1; day <= Math.max(today, due); day += 1) {
    if (!runs(day)) continue;
    if (day <= today) used += 1;
    if (day > today && day <= due) before += 1;
    if (day > due && day <= today) after += 1;
  }
  const isLate = today > due;
  return {
    due,
    isProvisional,
    used,
    remaining: isLate ? 0 - after : before,
    isLate,
    isPaused: standsInForce(today),
  };
}

/** In a year without a notice: weekends, New Year, Labour Day (2) and National Day (3) are known to be off. */
const fixed = ['1-1', '5-1', '5-2', '10-1', '10-2', '10-3'];

function isWorked(day: number, paper: PaperCalendar): boolean {
  if (paper.worked.has(day)) return true;
  const weekday = (((day + 3) % 7) + 7) % 7; // Monday is 0
  if (weekday >= 5 || paper.off.has(day)) return false;
  const { year, month, date } = dateOn(day);
  return paper.published.has(year) || !fixed.includes(`${month}-${date}`);
}

/** 民法典 202: the day of that number in a later month, or the month's last where it has none. */
function sameDayLater(day: number, months: number): number {
  const { year, month, date } = dateOn(day);
  const place = month - 1 + months;
  const later = { year: year + Math.floor(place / 12), month: (place % 12) + 1 };
  return dayOn(later.year, later.month, Math.min(date, lengthOf(later.year, later.month)));
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function dayOn(year: number, month: number, date: number): number {
  let day = date - 1;
  for (let one = 1970; one < year; one += 1) day += isLeap(one) ? 366 : 365;
  for (let one = 1; one < month; one += 1) day += lengthOf(year, one);
  return day;
}

const dates = new Map<number, { year: number; month: number; date: number }>();

function dateOn(day: number): { year: number; month: number; date: number } {
  const known = dates.get(day);
  if (known) return known;
  let [year, month, left] = [1970, 1, day];
  while (left >= (isLeap(year) ? 366 : 365)) {
    left -= isLeap(year) ? 366 : 365;
    year += 1;
  }
  while (left >= lengthOf(year, month)) {
    left -= lengthOf(year, month);
    month += 1;
  }
  const found = { year, month, date: left + 1 };
  dates.set(day, found);
  return found;
}

/** `2026-09-25`. */
export function isoOf(day: number): string {
  const { year, month, date } = dateOn(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
