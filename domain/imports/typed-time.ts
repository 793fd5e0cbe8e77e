import { Temporal } from 'temporal-polyfill';
import { withPlainDigits } from './chinese-number.ts';

/** What a ledger says of itself that its dates leave out. */
export type TimeHints = { readonly year: number | null };

const afternoon = /下午|晚|夜|PM/i;
const partOfDay = '(?<part>上午|下午|中午|早上|早晨|凌晨|晚上|傍晚|夜间|早|晚|AM|PM)?';
const time = `(?<hour>[0-9]{1,2})(?:[:时点](?:(?<minute>[0-9]{1,2}|半)(?:[:分](?:(?<second>[0-9]{1,2})(?:\\.[0-9]+)?秒?)?)?)?)(?:整|许|左右)?`;
const clock = `(?:[T ]?${partOfDay}(?: ?${time}(?: ?(?<suffix>AM|PM))?)?)`;
const weekday = '(?: ?[(]?(?:星期|周)[一二三四五六日天][)]?)?';
const shapes = [
  `(?<year>[0-9]{4})(?<sign>[-/.、,])(?<month>[0-9]{1,2})\\k<sign>(?<day>[0-9]{1,2})`,
  '(?<year>[0-9]{4}|[0-9]{2})年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})[日号]?',
  '(?<year>20[0-9]{2}|19[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})',
  '(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})[日号]?',
].map((date) => new RegExp(`^${date}${weekday}${clock}$`, 'i'));

/** A month alone: a spreadsheet, too, takes it for its first day. */
const monthAlone = /^(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月份?$/;

/** No day is written at such length. */
const charactersAtMost = 60;

/** Days of a spreadsheet, from 1954 to 2118: a number that small or large is no date. */
const serials = { first: 20_000, last: 80_000 } as const;
const serialDayZero = Temporal.PlainDateTime.from('1899-12-30T00:00');

/**
 * A day, perhaps with a time of day, as people write it in ledgers: `二〇二六年三月二日`, `2026.3.2 下午3点半`, `3月2日` with
 * the ledger's year, a spreadsheet's day number. What it is not sure of it does not guess: null.
 */
export function readTypedTime(typed: string, { year }: TimeHints): Temporal.PlainDateTime | null {
  if (typed.length > charactersAtMost) return null;
  const text = withPlainDigits(typed)
    .trim()
    .replace(/\s+/g, ' ')
    // Signs that a Chinese keyboard gives for others.
    .replace(/(?<=[0-9] ?)[。·](?= ?[0-9])/g, '.')
    .replace(/(?<=[0-9] ?)[—–―](?= ?[0-9])/g, '-')
    .replace(/(?<=[0-9] ?)\\(?= ?[0-9])/g, '/')
    .replace(/[。.,、;]$/, '')
    .replace(/ ?([年月日号时点分]) ?/g, '$1')
    .replace(/(?<=[0-9]) ?([-/.、,]) ?(?=[0-9])/g, '$1');
  const serial = /^[0-9]{5}(\.[0-9]+)?$/.test(text) ? Number(text) : null;
  if (serial !== null) return readSerial(serial);
  for (const shape of [...shapes, monthAlone]) {
    const found = shape.exec(text)?.groups;
    const time = found && realTime(found, year);
    if (time) return time;
  }
  return null;
}

function readSerial(serial: number): Temporal.PlainDateTime | null {
  if (serial < serials.first || serial > serials.last) return null;
  const day = Math.floor(serial);
  return serialDayZero.add({ days: day, seconds: Math.round((serial - day) * 86_400) });
}

function realTime(
  found: Readonly<Record<string, string | undefined>>,
  yearOfLedger: number | null,
): Temporal.PlainDateTime | null {
  const { year: typedYear, day = '1' } = found;
  const part = found.part ?? found.suffix ?? '';
  const number = (name: string): number => (found[name] === '半' ? 30 : Number(found[name] ?? 0));
  const year =
    typedYear === undefined
      ? yearOfLedger
      : typedYear.length === 2
        ? 2000 + Number(typedYear)
        : Number(typedYear);
  if (year === null) return null;
  const hour = hourOfDay(number('hour'), found.hour === undefined ? '' : part);
  const time = {
    year,
    month: number('month'),
    day: Number(day),
    hour,
    minute: number('minute'),
    second: number('second'),
  };
  try {
    return Temporal.PlainDateTime.from(time, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function hourOfDay(hour: number, part: string): number {
  if (hour === 12) return /凌晨|AM/i.test(part) ? 0 : 12;
  return hour + (afternoon.test(part) || (part === '中午' && hour < 3) ? 12 : 0);
}
