import type { ExportView } from '#contract/exports/exports.ts';
import { type Language, words } from '#contract/language/language.ts';
import { refusalToDecide } from '#domain/exports/decide-export.ts';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import type { Actor } from '#server/app/actor.ts';
import { unitName } from '#server/app/directory.ts';
import type { Services } from '#server/app/services.ts';
import type { ExportRow } from './exports.queries.ts';
import { fileNameOf } from './file-name.ts';
import { openWords } from './sealed-words.ts';

/** An export for whoever asked for it, or decides about it: never what is in it. */
export function presentExport(
  services: Services,
  actor: Actor,
  row: ExportRow,
  language: Language,
): ExportView {
  const { exportStatuses, exportContents, exportStops } = words(language);
  const person = (name: string | null, unitId: string) => ({
    name: name ?? '—',
    unit: presentUnit(services, unitId, language),
  });
  const isMine = row.userId === actor.userId;
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    statusLabel: exportStatuses[row.status],
    format: row.format,
    contents: row.contents,
    contentsLabel: exportContents[row.contents],
    isMine,
    askedBy: person(row.userName, row.unitId),
    askedAt: row.askedAt.toISOString(),
    purpose: openWords(services, row.id, 'purpose', row.purposeSealed),
    matterCode: row.filter.code === undefined ? null : formatMatterCode(row.filter.code),
    filter: filterInWords(services, row, language),
    rows: row.madeAt === null ? row.rowsCounted : row.rowsDone,
    rowsDone: row.rowsDone,
    needsSecond: row.needsSecond,
    mayDecide: refusalToDecide(row, actor) === null,
    holdsUntil: row.holdsUntil?.toISOString() ?? null,
    decidedBy: row.decidedByUnit === null ? null : person(row.deciderName, row.decidedByUnit),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reason: openWords(services, row.id, 'reason', row.reasonSealed),
    stop: row.stopReason === null ? null : { code: row.stopReason, label: exportStops[row.stopReason] },
    file: presentFile(services, row, isMine),
  };
}

function presentFile(services: Services, row: ExportRow, isMine: boolean): ExportView['file'] {
  const { madeAt, keptUntil, sizeBytes, sha256 } = row;
  if (madeAt === null || keptUntil === null || sizeBytes === null || sha256 === null) return null;
  return {
    name: fileNameOf(services, row),
    bytes: sizeBytes,
    sha256,
    madeAt: madeAt.toISOString(),
    keptUntil: keptUntil.toISOString(),
    href: isMine && row.status === 'ready' ? `/api/v1/exports/${row.id}/file` : null,
    fetches: row.fetches,
  };
}

function filterInWords({ pack }: Services, row: ExportRow, language: Language): string[] {
  const { exportFilters, statuses } = words(language);
  if (row.contents === 'file') return [exportFilters.file];
  const { queue = 'mine', due, status = [], kind = [] } = row.filter;
  const kindName = (code: string): string => {
    const known = pack.kinds.get(code);
    return (language === 'zh' ? known?.name : known?.nameEn) ?? code;
  };
  return [
    exportFilters[queue],
    ...(due === undefined ? [] : [exportFilters[due]]),
    ...status.map((one) => statuses[one]),
    ...kind.map(kindName),
  ];
}

function presentUnit(services: Services, unitId: string, language: Language): ExportView['askedBy']['unit'] {
  const unit = services.directory.unit(unitId);
  return { id: unitId, name: unit ? unitName(unit, language) : '', kind: unit?.kind ?? 'centre' };
}
