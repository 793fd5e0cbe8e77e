import { Temporal } from 'temporal-polyfill';
import { dateOf, dayNumberOf } from '#domain/roadmap/day-number.ts';

/**
 * ISO days as whole numbers and back. A trial of rules reads the same few hundred days millions of times; remembered
 * they cost a hundredth of being read anew.
 */
const numbers = new Map<string, number>();
const days = new Map<number, string>();
const knownAtMost = 20_000;

export function dayNumber(day: string): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  if (numbers.size >= knownAtMost) numbers.clear();
  const number = dayNumberOf(Temporal.PlainDate.from(day));
  numbers.set(day, number);
  return number;
}

export function isoDay(number: number): string {
  const known = days.get(number);
  if (known !== undefined) return known;
  if (days.size >= knownAtMost) days.clear();
  const day = dateOf(number).toString();
  days.set(number, day);
  return day;
}
