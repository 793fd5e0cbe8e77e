import { Temporal } from 'temporal-polyfill';
import { words } from '#contract/language/language.ts';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import type { Services } from '#server/app/services.ts';
import type { ExportRow } from './exports.queries.ts';

/** What the file is called when it is fetched: which list or matter, and of which day. */
export function fileNameOf(services: Pick<Services, 'pack'>, row: ExportRow): string {
  const at = Temporal.Instant.fromEpochMilliseconds((row.madeAt ?? row.askedAt).getTime());
  const day = legalDay(at, services.pack.city.zone).toString();
  const code = row.filter.code;
  const what = code === undefined ? words(row.language).exportPages.listName : formatMatterCode(code);
  return `${what}-${day}-${row.id.slice(-6)}.${row.format}`;
}

/** As an attachment, in letters of any script. */
export function attachment(name: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
}
