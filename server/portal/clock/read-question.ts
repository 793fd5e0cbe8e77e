import { Temporal } from 'temporal-polyfill';
import { plainText } from '../form.ts';

/** What the calculator is asked by its address: the limit as `people-mediation.settle`, days and numbers as typed. */
export type ClockQuestion = {
  /** Somebody pressed the button, or opened such an address: then what is missing is said. */
  readonly isAsked: boolean;
  readonly limit: string;
  readonly from: string;
  readonly pauses: readonly { readonly from: string; readonly until: string }[];
  readonly extend: readonly string[];
};

export type ClockQuery = Readonly<Record<string, string | string[] | undefined>>;

export function readQuestion(query: ClockQuery): ClockQuestion {
  const all = (name: string): string[] =>
    [query[name] ?? []].flat().map((one) => plainText(one).slice(0, 120));
  const [froms, untils] = [all('pauseFrom'), all('pauseUntil')];
  const pauses = Array.from({ length: Math.max(froms.length, untils.length) }, (_none, index) => ({
    from: froms[index] ?? '',
    until: untils[index] ?? '',
  }));
  return {
    isAsked: query['from'] !== undefined,
    limit: all('limit')[0] ?? '',
    from: all('from')[0] ?? '',
    pauses: pauses.filter(({ from, until }) => from !== '' || until !== ''),
    extend: all('extend').filter((one) => one !== ''),
  };
}

/** A day as people type it: 2026-9-5, 2026/9/5, 2026年9月5日, 20260905. Null for what is no day. */
export function typedDay(text: string): Temporal.PlainDate | null {
  const [, year, month, day] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  if (year === undefined) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}
