import { Temporal } from 'temporal-polyfill';

export type Days = { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate };

const forms = [
  /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/,
  /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?$/,
  /^()(\d{1,2})月(?:(\d{1,2})[日号])?$/,
];

/**
 * The days that a piece of a question names: 2026-03, 2026年3月2日, 3月2日; without a year the last such days that have
 * begun. Null where it names none.
 */
export function daysAskedFor(piece: string, today: Temporal.PlainDate): Days | null {
  const [, year, month, day] = forms.map((form) => form.exec(piece)).find((found) => found !== null) ?? [];
  if (year === undefined) return null;
  const given = { year: Number(year || today.year), month: Number(month ?? 1), day: Number(day ?? 1) };
  try {
    const from = Temporal.PlainDate.from(given, { overflow: 'reject' });
    const begun =
      year === '' && Temporal.PlainDate.compare(from, today) > 0 ? from.subtract({ years: 1 }) : from;
    const length = day !== undefined ? { days: 1 } : month !== undefined ? { months: 1 } : { years: 1 };
    return { from: begun, until: begun.add(length).subtract({ days: 1 }) };
  } catch {
    // 13月 and 2月30日 are words, not days.
    return null;
  }
}
