import type { ImportView } from '#contract/imports/imports.ts';
import { type Language, words } from '#contract/language/language.ts';
import type { Services } from '#server/app/services.ts';
import type { ImportRow } from './imports.queries.ts';
import { openDoubts, openName } from './sealed-parts.ts';

/** An import for the office that brings it in. */
export function presentImport(services: Services, row: ImportRow, language: Language): ImportView {
  const { importStatuses, importStops } = words(language);
  const { pack } = services;
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    statusLabel: importStatuses[row.status],
    name: openName(services, row.id, row.nameSealed),
    format: row.format,
    bytes: Number(row.sizeBytes),
    by: row.userName ?? '—',
    askedAt: row.askedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    map: row.map,
    rows: row.rowsTotal,
    rowsRead: row.rowsRead,
    imported: row.imported,
    unchanged: row.unchanged,
    refused: row.refused,
    doubts: openDoubts(services, row.id, row.doubtsSealed).map(({ field, typed, rows, suggested }) => {
      const found =
        suggested === null ? undefined : (field === 'kind' ? pack.kinds : pack.regions).get(suggested);
      const label = language === 'zh' ? found?.name : found?.nameEn;
      return {
        field,
        typed,
        rows,
        suggested: found ? { code: found.code, label: label ?? found.name } : null,
      };
    }),
    isFileKept: row.address !== null,
    stop: row.stopReason === null ? null : { code: row.stopReason, label: importStops[row.stopReason] },
  };
}
