import type { Temporal } from 'temporal-polyfill';
import type { ImportedMatter, ImportField } from './read-row.ts';

/** What was typed in a cell, and what it was read as. */
export type Understood = { readonly field: ImportField; readonly typed: string; readonly read: string };

/** Every cell of a row that means something, beside what was understood by it: times in full, words as they are kept. */
export function understood(
  cells: Readonly<Partial<Record<ImportField, string>>>,
  matter: ImportedMatter,
  zone: string,
): Understood[] {
  const time = (instant: Temporal.Instant | undefined): string =>
    instant
      ?.toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' ') ?? '';
  const read: Readonly<Record<ImportField, string>> = {
    sourceNumber: matter.sourceNumber,
    subject: matter.subject,
    registeredAt: time(matter.registeredAt),
    story: matter.story,
    answer: matter.answer?.text ?? '',
    answeredAt: cells.answeredAt?.trim() ? time(matter.endedAt) : '',
    kind: matter.kindTyped,
    region: matter.regionTyped,
  };
  return (Object.entries(read) as [ImportField, string][]).flatMap(([field, value]) => {
    const typed = cells[field] ?? '';
    return typed === '' && value === '' ? [] : [{ field, typed, read: value }];
  });
}
