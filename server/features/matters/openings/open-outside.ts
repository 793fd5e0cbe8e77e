import type { OpenOutsideBody, OutsideMatter, RunningOpening } from '#contract/access/outside-opening.ts';
import { fill, type Language, words } from '#contract/language/language.ts';
import {
  openingHours,
  outsidePurposes,
  purposeWords,
  refusedOutside,
} from '#domain/access/outside-opening.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { logOpening, sealWords } from '#server/features/audit/public.ts';
import { kindLabel, regionLabel } from '../present/labels.ts';
import { presentUnit } from '../present/matter-present.ts';
import { isSealed } from '../steps/side-ways/sealed-reading.queries.ts';
import { onceOpened } from './once-opened.ts';
import { presentOpening } from './opening.presenter.ts';
import {
  insertOutsideOpening,
  type OutsideRow,
  openingById,
  outsideMatter,
  runningOpening,
} from './opening.queries.ts';

type Request = { readonly matterId: string; readonly language: Language };
type Opening = Request & { readonly body: OpenOutsideBody; readonly idempotencyKey: string | null };

/** 填写目的后查阅: a supervisor says for what a file of the region is opened, and may read it for a while. The party sees it. */
export function openOutside(
  services: Services,
  actor: Actor,
  { matterId, body, language, idempotencyKey }: Opening,
): Promise<RunningOpening> {
  if ([...body.words.trim()].length < purposeWords.atLeast) refuseShort(language);
  return inTransaction(services, actor, async (trx) => {
    await openableMatter(trx, actor, matterId);
    const asked = { matterId, purpose: body.purpose, words: body.words };
    const { id, isRepeated } = await onceOpened(services, trx, actor, asked, idempotencyKey);
    if (!isRepeated) {
      const now = services.clock.now();
      await insertOutsideOpening(trx, actor, {
        id,
        matterId,
        purpose: body.purpose,
        ...sealWords(services, { matterId, id, unitId: actor.unitId }, body.words.trim()),
        at: now.toString(),
        untilAt: now.add({ hours: openingHours }).toString(),
      });
      const { purpose } = body;
      await logOpening(services, trx, actor, { what: 'purpose', matterId, purpose, openingId: id });
    }
    const row = await openingById(trx, actor, matterId, id);
    if (row === undefined) refuse(404, 'not-found');
    return presentOpening(services, matterId, row, language);
  });
}

/** What may be known of the matter before: where it stands, for what its file may be opened, and whether it is open. */
export function readOutside(
  services: Services,
  actor: Actor,
  { matterId, language }: Request,
): Promise<OutsideMatter> {
  return inTransaction(services, actor, async (trx) => {
    const matter = await openableMatter(trx, actor, matterId);
    const running = await runningOpening(trx, actor, matterId, services.clock.now().toString());
    const pack = words(language);
    return {
      matter: {
        id: matterId,
        code: matter.code,
        kind: kindLabel(services, matter.kind ?? '', language),
        region: regionLabel(services, matter.regionCode, language),
        status: matter.status,
        statusLabel: pack.statuses[matter.status],
        lead: presentUnit(services, matter.leadUnitId, language),
        holder: presentUnit(services, matter.holderUnitId, language),
      },
      purposes: outsidePurposes.map(({ purpose, source }) => ({
        code: purpose,
        label: pack.outsidePurposes[purpose],
        source,
      })),
      hours: openingHours,
      running: running === undefined ? null : presentOpening(services, matterId, running, language),
    };
  });
}

/** Spaces around it do not make a word a reason. */
function refuseShort(language: Language): never {
  const reason = fill(words(language).reasons['too-short'], { limit: purposeWords.atLeast });
  refuse(400, 'invalid-input', { errors: [{ field: 'words', reason }] });
}

/** The same answer for what lies in another region and for what there is not. */
async function openableMatter(trx: Trx, actor: Actor, matterId: string): Promise<OutsideRow> {
  const matter = await outsideMatter(trx, actor.cityCode, matterId);
  if (matter === undefined) {
    if (await isSealed(trx, actor.cityCode, { id: matterId })) refuse(403, 'sealed');
    refuse(404, 'not-found');
  }
  const refused = refusedOutside(actor, matter);
  if (refused === 'own-work') refuse(409, 'own-work');
  if (refused === 'not-found') refuse(404, 'not-found');
  if (refused !== null) refuse(403, refused);
  return matter;
}
