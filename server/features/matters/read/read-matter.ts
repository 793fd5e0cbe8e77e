import { type Language, words } from '#contract/language/language.ts';
import type { MatterView } from '#contract/matters/matter.ts';
import type { Receipt } from '#contract/matters/register-matter.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { logOpening, type Opening } from '#server/features/audit/public.ts';
import { type MessageRow, messagesOf } from '#server/features/messages/public.ts';
import { presentOpening } from '../openings/opening.presenter.ts';
import type { OpeningRow } from '../openings/opening.queries.ts';
import { asReadOutside, lookUnderOpening } from '../openings/read-outside.ts';
import { presentView } from '../present/matter-view.presenter.ts';
import { openParty } from '../present/parties.presenter.ts';
import { presentReceipt } from '../present/receipt.presenter.ts';
import { relatedIn } from '../present/task.presenter.ts';
import { type MatterSeal, openMatterSeal, type SealedEvent, type SealedPaper } from '../sealing.ts';
import { type LinkRow, linksOf } from '../steps/side-ways/link-matter.queries.ts';
import { isSealed, namedReaders, type Posted } from '../steps/side-ways/sealed-reading.queries.ts';
import { eventsOfExport, type MatterFile, matterFile, openableOf } from './read-matter.queries.ts';

/**
 * Opens a matter's file for somebody who takes part in it, or who said for what they read it; every opening is on record.
 */
export async function readMatter(
  services: Services,
  actor: Actor,
  matterId: string,
  language: Language,
  what: Opening['what'] = 'page',
): Promise<MatterView> {
  const { opening, file, seal, messages, openable, links, readers } = await openFile(
    services,
    actor,
    matterId,
    what,
  );
  const open = <T>(place: 'event' | 'paper', id: string | number, sealed: string): T | null =>
    seal === null ? null : seal.open<T>(place, id, Buffer.from(sealed, 'base64'));
  const view = presentView(services, actor, language, {
    matter: file,
    handlerName: file.handlerName,
    parties: partiesIn(file, seal),
    clocks: file.clocks,
    papers: file.papers.map(({ sealed, address: _address, addedBy, givenBy, ...paper }) => ({
      ...paper,
      isFromParty: givenBy !== null,
      addedBy: addedBy ?? (givenBy === null ? '—' : words(language).seats[givenBy]),
      name: open<SealedPaper>('paper', paper.id, sealed)?.name ?? '—',
    })),
    events: file.events.map(({ sealed, ...event }) => ({
      ...event,
      sealed: sealed === null ? null : open<SealedEvent>('event', event.version, sealed),
    })),
    messages,
    tasks: file.assistance,
    openable,
    links,
    readers,
    opening: opening && presentOpening(services, matterId, opening, language),
  });
  return opening === null ? view : asReadOutside(view);
}

/** The receipt once more, for a visitor who lost it; on record as well. */
export async function readReceipt(
  services: Services,
  actor: Actor,
  matterId: string,
  language: Language,
): Promise<Receipt> {
  const { file, seal } = await openFile(services, actor, matterId, 'receipt');
  // Brought-in history has no secrets and so no receipt.
  if (file.isHistory) refuse(409, 'wrong-state');
  return presentReceipt(services, language, {
    code: file.code,
    status: file.status,
    unitId: file.leadUnitId,
    dueOn: file.dueOn,
    registeredAt: file.registeredAt.toISOString(),
    parties: partiesIn(file, seal),
  });
}

type Opened = {
  /** None where the reader takes part. */
  readonly opening: OpeningRow | null;
  readonly file: MatterFile;
  readonly seal: MatterSeal | null;
  readonly messages: readonly MessageRow[];
  readonly openable: ReadonlySet<string>;
  readonly links: readonly LinkRow[];
  readonly readers: readonly Posted[];
};

function openFile(
  services: Services,
  actor: Actor,
  matterId: string,
  what: Opening['what'],
): Promise<Opened> {
  return inTransaction(
    services,
    actor,
    async (trx) => {
      const most = what === 'export' ? eventsOfExport : undefined;
      const own = await matterFile(trx, actor, matterId, todayOf(services), most);
      const opening = own ? null : await lookForPurpose(services, trx, actor, matterId, what);
      const file = own ?? (opening && (await matterFile(trx, actor, matterId, todayOf(services))));
      if (!file) refuse(404, 'not-found');
      if (opening === null) await logOpening(services, trx, actor, { what, matterId });
      const { wrappedKey, leadUnitId } = file;
      return {
        opening,
        file,
        messages: await messagesOf(trx, actor.cityCode, matterId),
        openable: await openableOf(
          trx,
          actor,
          relatedIn(file.events).map(({ id }) => id),
        ),
        links: file.isLinked ? await linksOf(trx, actor.cityCode, matterId) : [],
        readers: file.sealGround === null ? [] : await namedReaders(trx, actor.cityCode, matterId),
        seal: wrappedKey === null ? null : openMatterSeal(services.keys, file.id, leadUnitId, wrappedKey),
      };
    },
    { matterId, isPlannedOnce: true },
  );
}

/** Outside one's own work only the page is read, under an opening that runs; a sealed file by nobody but its readers. */
async function lookForPurpose(
  services: Services,
  trx: Trx,
  actor: Actor,
  matterId: string,
  what: Opening['what'],
): Promise<OpeningRow> {
  if (await isSealed(trx, actor.cityCode, { id: matterId })) refuse(403, 'sealed');
  const opening = what === 'page' ? await lookUnderOpening(services, trx, actor, { what, matterId }) : null;
  return opening ?? refuse(404, 'not-found');
}

function partiesIn(file: MatterFile, seal: MatterSeal | null) {
  if (seal === null) return [];
  return file.parties.map((row) => ({
    ...openParty({ ...row, sealed: row.sealed === null ? null : Buffer.from(row.sealed, 'base64') }, seal),
    secretGeneration: row.secretGeneration,
  }));
}
