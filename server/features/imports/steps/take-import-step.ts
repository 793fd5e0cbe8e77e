import type { DecideDoubtsBody, ImportView, LedgerMap } from '#contract/imports/imports.ts';
import type { Language } from '#contract/language/language.ts';
import { words } from '#contract/language/language.ts';
import type { ImportStatus } from '#domain/imports/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { regionsBelow } from '../choose-kind.ts';
import { presentImport } from '../import.presenter.ts';
import {
  countUnderWay,
  findChoices,
  findImport,
  type ImportRow,
  keepChoices,
  lockImport,
  startWork,
} from '../imports.queries.ts';
import { UnreadableLedger } from '../ledger.ts';
import { openLedger } from '../open-ledger.ts';
import { placesOf } from '../row-reader.ts';
import { openChoices, openSealedLedger, sealChoices } from '../sealed-parts.ts';

const underWayAtMost = 3;

type Step = {
  readonly from: readonly ImportStatus[];
  readonly to: 'checking' | 'running';
  /** The map it works by; throws what is wrong with the wish. */
  readonly plan: (trx: Trx, row: ImportRow) => Promise<LedgerMap | null>;
};

/** 核对: the columns are matched, and every row is read as it would be brought in. Nothing is. */
export async function checkImport(
  services: Services,
  actor: Actor,
  id: string,
  wish: { readonly version: number; readonly map: LedgerMap },
  language: Language,
): Promise<ImportView> {
  const from = ['uploaded', 'checked'] as const;
  await refuseMissingColumns(services, actor, id, wish.map);
  return take(services, actor, id, wish.version, language, {
    from,
    to: 'checking',
    plan: async () => {
      if (!services.pack.kinds.has(wish.map.kind)) refuse(422, 'invalid-input', { field: 'map.kind' });
      return wish.map;
    },
  });
}

/** Doubtful words are decided on, for this import and the office's next ones; then it is checked again. */
export function decideDoubts(
  services: Services,
  actor: Actor,
  id: string,
  { version, decisions }: DecideDoubtsBody,
  language: Language,
): Promise<ImportView> {
  const regions = new Set(regionsBelow(services.pack, actor.regionCode).map(({ code }) => code));
  return take(services, actor, id, version, language, {
    from: ['checked'],
    to: 'checking',
    plan: async (trx, { map }) => {
      const before = await findChoices(trx, actor, actor.unitId);
      const known = openChoices(services, actor.unitId, before?.sealed);
      const kept = { kind: { ...known.kind }, region: { ...known.region } };
      for (const [index, { field, typed, code }] of decisions.entries()) {
        const isKnown = field === 'kind' ? services.pack.kinds.has(code) : regions.has(code);
        if (!isKnown) refuse(422, 'invalid-input', { field: `decisions.${index}.code` });
        kept[field][typed] = code;
      }
      const sealed = sealChoices(services, actor.unitId, kept);
      if (!(await keepChoices(trx, actor, sealed, before?.version ?? 0))) refuse(409, 'stale-version');
      return map;
    },
  });
}

/** 导入: what was checked is brought in. */
export function runImport(
  services: Services,
  actor: Actor,
  id: string,
  version: number,
  language: Language,
): Promise<ImportView> {
  return take(services, actor, id, version, language, {
    from: ['checked'],
    to: 'running',
    plan: async (_trx, { map }) => map,
  });
}

/** Before anything is changed: whoever draws a map hears at once of a column that is not there. */
async function refuseMissingColumns(
  services: Services,
  actor: Actor,
  id: string,
  map: LedgerMap,
): Promise<void> {
  const row = await inTransaction(services, actor, (trx) => findImport(trx, actor, id));
  if (row === undefined) refuse(404, 'not-found');
  const { wrappedKey, address } = row;
  if (wrappedKey === null || address === null) refuse(410, 'import-gone');
  const named = Object.values(map.columns);
  try {
    const bytes = openSealedLedger(services, row, { wrappedKey, address });
    const ledger = await openLedger(bytes, { sheet: map.sheet, named });
    await ledger.close();
    const [column] = placesOf({ columns: map.columns }, ledger).missing;
    if (column !== undefined)
      refuse(422, 'ledger-column-missing', { field: 'map.columns', params: { column } });
  } catch (failure) {
    if (!(failure instanceof UnreadableLedger)) throw failure;
    refuse(422, failure.fault === 'no-header' ? 'ledger-no-header' : 'ledger-unreadable', {
      field: 'map.sheet',
    });
  }
}

function take(
  services: Services,
  actor: Actor,
  id: string,
  version: number,
  language: Language,
  { from, to, plan }: Step,
): Promise<ImportView> {
  return inTransaction(services, actor, async (trx) => {
    const underWay = await countUnderWay(trx, actor);
    const row = await lockImport(trx, actor, id);
    if (row === undefined) refuse(404, 'not-found');
    if (row.version !== version) {
      refuse(409, 'stale-version', { extra: { current: presentImport(services, row, language) } });
    }
    if (!from.includes(row.status)) {
      refuse(409, 'import-not-now', { params: { status: words(language).importStatuses[row.status] } });
    }
    if (row.address === null) refuse(410, 'import-gone');
    if (underWay >= underWayAtMost) refuse(409, 'too-many-imports', { params: { most: underWayAtMost } });
    const map = await plan(trx, row);
    if (map === null) throw new Error('an import that was checked without a map');
    await startWork(trx, actor, id, { status: to, map, at: services.clock.now().toString() });
    const payload = { cityCode: actor.cityCode, importId: id };
    await services.jobs.enqueue(trx, { name: 'work-on-import', payload });
    const now = await findImport(trx, actor, id);
    if (now === undefined) refuse(404, 'not-found');
    return presentImport(services, now, language);
  });
}
