import type { Temporal } from 'temporal-polyfill';
import { unguardCell } from '#domain/exports/guard-cell.ts';
import { subjectOf } from '#domain/matters/registration.ts';
import { toHalfWidth } from '#domain/parties/identifier-text.ts';
import { cleanCell } from './clean-cell.ts';
import type { TimeReader } from './read-time.ts';

/** What an imported table can tell of a matter. */
export const importFields = [
  'sourceNumber',
  'subject',
  'registeredAt',
  'story',
  'answer',
  'answeredAt',
  'kind',
  'region',
] as const;
export type ImportField = (typeof importFields)[number];

export const rowRefusals = [
  'missing',
  'too-long',
  'control-character',
  'time-unreadable',
  'time-in-the-future',
  'answer-without-time',
] as const;
export type RowRefusal = (typeof rowRefusals)[number];

export type RowFault = { readonly field: ImportField; readonly reason: RowRefusal; readonly limit?: number };

/** A matter as another system closed it. */
export type ImportedMatter = {
  readonly sourceNumber: string;
  readonly subject: string;
  readonly story: string;
  readonly registeredAt: Temporal.Instant;
  readonly answer: { readonly text: string; readonly at: Temporal.Instant } | null;
  readonly endedAt: Temporal.Instant;
  /** As the table words them; empty where it does not say. */
  readonly kindTyped: string;
  readonly regionTyped: string;
};

export type RowReader = {
  readonly readTime: TimeReader;
  /** The zone that the table's times are meant in. */
  readonly zone: string;
  readonly now: Temporal.Instant;
};

export const importLimits: Readonly<Partial<Record<ImportField, number>>> = {
  sourceNumber: 100,
  subject: 200,
  story: 10_000,
  answer: 10_000,
  kind: 60,
  region: 60,
};

/**
 * A row as a matter of the past, or every fault it has. An answer that is older than its question is kept as it
 * stands: it happens, and history is not ours to correct. Lengths are in characters.
 */
export function readRow(
  cells: Readonly<Partial<Record<ImportField, string>>>,
  reader: RowReader,
):
  | { readonly ok: true; readonly matter: ImportedMatter }
  | { readonly ok: false; readonly faults: RowFault[] } {
  const faults: RowFault[] = [];
  const text = (field: ImportField): string => readText(field, cells[field] ?? '', faults);
  const time = (field: ImportField): Temporal.Instant | null =>
    readInstant(field, cells[field] ?? '', reader, faults);

  const sourceNumber = toHalfWidth(text('sourceNumber')).replace(/\s+/g, ' ');
  const story = text('story');
  const subject = text('subject').replace(/\s+/g, ' ');
  const answer = text('answer');
  const kindTyped = text('kind').replace(/\s+/g, ' ');
  const regionTyped = text('region').replace(/\s+/g, ' ');
  if (sourceNumber === '') faults.push({ field: 'sourceNumber', reason: 'missing' });
  if (story === '' && !hasFault(faults, 'story')) faults.push({ field: 'story', reason: 'missing' });

  const registeredAt = time('registeredAt');
  const answeredAt = time('answeredAt');
  if (registeredAt === null && !hasFault(faults, 'registeredAt')) {
    faults.push({ field: 'registeredAt', reason: 'missing' });
  }
  if (answer !== '' && answeredAt === null && !hasFault(faults, 'answeredAt')) {
    faults.push({ field: 'answeredAt', reason: 'answer-without-time' });
  }
  if (faults.length > 0 || registeredAt === null) return { ok: false, faults };
  return {
    ok: true,
    matter: {
      sourceNumber,
      subject: subject === '' ? subjectOf(story) : subject,
      story,
      registeredAt,
      answer: answer === '' || answeredAt === null ? null : { text: answer, at: answeredAt },
      endedAt: answeredAt ?? registeredAt,
      kindTyped,
      regionTyped,
    },
  };
}

function readText(field: ImportField, cell: string, faults: RowFault[]): string {
  // A cell that our own exports, or others', kept from being a formula.
  const text = cleanCell(unguardCell(cell));
  if (/(?![\n\t])\p{Cc}/u.test(text)) faults.push({ field, reason: 'control-character' });
  const limit = importLimits[field];
  if (limit !== undefined && text.length > limit && [...text].length > limit) {
    faults.push({ field, reason: 'too-long', limit });
  }
  return text;
}

function readInstant(
  field: ImportField,
  cell: string,
  { readTime, zone, now }: RowReader,
  faults: RowFault[],
): Temporal.Instant | null {
  const text = cleanCell(unguardCell(cell));
  if (text === '') return null;
  const instant = readTime(text)?.toZonedDateTime(zone).toInstant() ?? null;
  if (instant === null) faults.push({ field, reason: 'time-unreadable' });
  else if (instant.epochMilliseconds > now.epochMilliseconds)
    faults.push({ field, reason: 'time-in-the-future' });
  else return instant;
  return null;
}

function hasFault(faults: readonly RowFault[], field: ImportField): boolean {
  return faults.some((fault) => fault.field === field);
}
