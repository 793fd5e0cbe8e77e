import { Temporal } from 'temporal-polyfill';
import { toHalfWidth } from '#domain/parties/identifier-text.ts';

/** Reads a typed time of day and date; null where it has none of the formats or is no real day. */
export type TimeReader = (typed: string) => Temporal.PlainDateTime | null;

const fields: Readonly<Record<string, string>> = {
  yyyy: '(?<year>[0-9]{4})',
  MM: '(?<month>[0-9]{2})',
  M: '(?<month>[0-9]{1,2})',
  dd: '(?<day>[0-9]{2})',
  d: '(?<day>[0-9]{1,2})',
  HH: '(?<hour>[0-9]{2})',
  H: '(?<hour>[0-9]{1,2})',
  mm: '(?<minute>[0-9]{2})',
  m: '(?<minute>[0-9]{1,2})',
  ss: '(?<second>[0-9]{2})',
  s: '(?<second>[0-9]{1,2})',
};

/**
 * Makes a reader of times in the given formats, tried in turn: `yyyy/M/d H:mm:ss`, `yyyy年M月d日`. Full-width digits
 * and signs are read as half-width ones, runs of spaces as one; a date without a time is the start of that day.
 */
export function createTimeReader(formats: readonly string[]): TimeReader {
  const patterns = formats.map(patternOf);
  return (typed) => {
    const text = toHalfWidth(typed).trim();
    for (const pattern of patterns) {
      const found = pattern.exec(text)?.groups;
      const time = found && realTime(found);
      if (time) return time;
    }
    return null;
  };
}

/** Whether a format has a year, a month and a day, each field at most once, and no letters that mean nothing. */
export function isTimeFormat(format: string): boolean {
  const found = [...format.matchAll(/[A-Za-z]+/g)].map(([letters]) => letters);
  const kinds = found.map((letters) => letters.charAt(0));
  return (
    found.every((letters) => letters in fields) &&
    new Set(kinds).size === kinds.length &&
    ['y', 'M', 'd'].every((kind) => kinds.includes(kind))
  );
}

function patternOf(format: string): RegExp {
  const source = toHalfWidth(format)
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replace(/ +/g, ' +')
    .replace(/[A-Za-z]+/g, (letters) => fields[letters] ?? letters);
  return new RegExp(`^${source}$`);
}

function realTime(found: Readonly<Record<string, string | undefined>>): Temporal.PlainDateTime | null {
  const part = (name: string): number => Number(found[name] ?? 0);
  try {
    return Temporal.PlainDateTime.from(
      {
        year: part('year'),
        month: part('month'),
        day: part('day'),
        hour: part('hour'),
        minute: part('minute'),
        second: part('second'),
      },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}
