import type { ExportFilter } from '#contract/exports/exports.ts';
import type { Language } from '#contract/language/language.ts';
import type { MatterRow } from '#contract/matters/list-matters.ts';
import type { PartyView } from '#contract/matters/matter.ts';
import type { TableContents } from '#domain/exports/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import type { Trx } from '#server/database/transaction.ts';
import { openParty, presentParty } from '../present/parties.presenter.ts';
import { presentQueueRow } from '../present/queue-row.presenter.ts';
import { type After, countByDay, type QueueRow, queuePage } from '../read/list-matters.queries.ts';
import { filterOf, scopeOf } from '../read/list-matters.ts';
import { openMatterSeal, type SealedEvent } from '../sealing.ts';
import { type PartyOfMatter, partiesOf, type ToldRow, toldIn } from './exported-rows.queries.ts';

/** A matter of a list as far as its reader asked for it. */
export type ListedMatter = {
  readonly row: MatterRow;
  readonly told: {
    readonly story: string;
    readonly request: string;
    readonly answer: string;
    readonly answeredAt: Date | null;
  } | null;
  readonly parties: readonly PartyView[];
};

const pageSize = 500;

/** How many matters a filtered queue holds, counted up to a bound. */
export async function countList(
  services: Services,
  trx: Trx,
  actor: Actor,
  filter: ExportFilter,
  atMost: number,
): Promise<number> {
  const today = todayOf(services);
  const scope = await scopeOf(trx, actor, filter, today);
  const days = await countByDay(trx, actor, scope, filterOf(filter, today), atMost);
  return days.reduce((sum, { count }) => sum + count, 0);
}

/**
 * A filtered queue as its reader sees it, in pages by key: memory holds one. For a list that is of one moment, the
 * transaction must be of one snapshot.
 */
export async function* listInPages(
  services: Services,
  trx: Trx,
  actor: Actor,
  filter: ExportFilter,
  contents: TableContents,
  language: Language,
): AsyncGenerator<ListedMatter[]> {
  const today = todayOf(services);
  const scope = await scopeOf(trx, actor, filter, today);
  let after: After = null;
  for (;;) {
    const rows: QueueRow[] = await queuePage(trx, actor, scope, filterOf(filter, today), after, pageSize);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield await withContents(services, trx, actor, rows, contents, language);
    if (rows.length < pageSize) return;
    after = { due: last.endedAt?.toISOString() ?? last.dueOn ?? '', id: last.id };
  }
}

async function withContents(
  services: Services,
  trx: Trx,
  actor: Actor,
  rows: readonly QueueRow[],
  contents: TableContents,
  language: Language,
): Promise<ListedMatter[]> {
  const present = (row: QueueRow) => presentQueueRow(services, row, language);
  if (contents === 'facts') return rows.map((row) => ({ row: present(row), told: null, parties: [] }));
  const ids = rows.map(({ id }) => id);
  const told = new Map((await toldIn(trx, actor, ids)).map((one) => [one.id, one]));
  const parties = contents === 'parties' ? await partiesOf(trx, actor, ids) : [];
  const seated = Map.groupBy(parties, ({ matterId }) => matterId);
  return rows.map((row) => {
    const one = told.get(row.id);
    if (one === undefined) throw new Error('a matter of the list is gone from its own snapshot');
    return { row: present(row), ...opened(services, one, seated.get(row.id) ?? [], language) };
  });
}

function opened(
  { keys }: Services,
  told: ToldRow,
  parties: readonly PartyOfMatter[],
  language: Language,
): Omit<ListedMatter, 'row'> {
  const { id, story, request, wrappedKey, leadUnitId, answerSealed, answerVersion, answeredAt } = told;
  const seal = wrappedKey === null ? null : openMatterSeal(keys, id, leadUnitId, wrappedKey);
  const answer =
    seal === null || answerSealed === null || answerVersion === null
      ? ''
      : (seal.open<SealedEvent>('event', answerVersion, answerSealed).text ?? '');
  return {
    told: { story, request: request ?? '', answer, answeredAt },
    parties: seal === null ? [] : parties.map((party) => presentParty(openParty(party, seal), language)),
  };
}
