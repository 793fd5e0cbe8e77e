import { Temporal } from 'temporal-polyfill';
import type { Reckoning } from '#domain/roadmap/procedures/reckon.ts';

/** What was written behind `hejie clock`. */
export type ClockOptions = {
  readonly list?: boolean;
  readonly procedure?: string;
  readonly clock?: string;
  readonly from?: string;
  readonly pause?: readonly string[];
  readonly extend?: readonly string[];
  readonly at?: string;
};

export type ReadClockOptions = Required<Pick<Reckoning, 'startedOn' | 'at' | 'pauses' | 'extendBy'>>;

/** The days and numbers that were written, or the sentence that says which of them is none. */
export function readClockOptions(
  { from, at, pause = [], extend = [] }: ClockOptions,
  today: Temporal.PlainDate,
): ReadClockOptions | string {
  if (from === undefined) return 'Say with --from on which day the limit starts, such as --from 2026-09-25.';
  const startedOn = dayIn(from);
  if (startedOn === null) return `--from is a day such as 2026-09-25, not "${from}".`;
  const lookedAt = at === undefined ? today : dayIn(at);
  if (lookedAt === null) return `--at is a day such as 2026-11-01, not "${at}".`;
  const pauses = pause.map(pauseIn);
  const noPause = pause.find((_, index) => pauses[index] === null);
  if (noPause !== undefined) return `--pause is two days such as 2026-10-10..2026-10-20, not "${noPause}".`;
  const noNumber = extend.find((text) => !/^[1-9][0-9]{0,3}$/.test(text));
  if (noNumber !== undefined) return `--extend is a whole number from 1, not "${noNumber}".`;
  return {
    startedOn,
    at: lookedAt,
    pauses: pauses.filter((one) => one !== null),
    extendBy: extend.map(Number),
  };
}

/** `A..B`, or `A..` where the limit still stands. */
function pauseIn(text: string): ReadClockOptions['pauses'][number] | null {
  const [begins = '', ends, ...more] = text.split('..');
  const from = dayIn(begins);
  const until = ends === '' ? undefined : dayIn(ends ?? 'none');
  return from === null || until === null || more.length > 0 ? null : { from, until };
}

function dayIn(text: string): Temporal.PlainDate | null {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}
