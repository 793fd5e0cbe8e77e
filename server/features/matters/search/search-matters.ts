import { Temporal } from 'temporal-polyfill';
import type { Language } from '#contract/language/language.ts';
import type { SearchAnswer, SearchQuery } from '#contract/search/search.ts';
import { isOpen, type Status, statuses } from '#domain/matters/vocabulary.ts';
import { codePieceOf, searchPhrase, spokenPieces } from '#domain/search/ask-search.ts';
import { excerptAround, markHits } from '#domain/search/mark-hits.ts';
import { type Asked, rankOf } from '#domain/search/rank-matters.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { logOpening } from '#server/features/audit/public.ts';
import { wordsAskedFor } from '#server/features/search/public.ts';
import { presentQueueRow } from '../present/queue-row.presenter.ts';
import { queuePage } from '../read/list-matters.queries.ts';
import { type FoundText, foundIds, type SearchQuestion, textsOf } from './search-matters.queries.ts';

const pageSize = 20;
/** As many as are ranked; what finds more is to be narrowed down. */
const rankedAtMost = 200;

/** 查: the matters in which the asker takes part that hold what was asked for, best first; on record as one look-up. */
export async function searchMatters(
  services: Services,
  actor: Actor,
  query: SearchQuery,
  language: Language,
): Promise<SearchAnswer> {
  const phrase = searchPhrase(query.q);
  const asked: Asked = {
    pieces: spokenPieces(phrase),
    words: wordsAskedFor(phrase),
    codePiece: codePieceOf(phrase),
  };
  return inTransaction(services, actor, async (trx) => {
    const { found, isCapped } = await findRanked(trx, actor, query, phrase, asked);
    const from = query.after ?? 0;
    const until = from + (query.limit ?? pageSize);
    const page = found.slice(from, until);
    await logOpening(services, trx, actor, { what: 'search', data: { found: found.length } });
    const scope = { queue: 'found', ids: page.map(({ id }) => id) } as const;
    const rows = await queuePage(trx, actor, scope, anything(todayOf(services)), null, page.length);
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    const marks = [...asked.pieces, ...asked.words];
    return {
      hits: page.flatMap((text) => {
        const row = rowOf.get(text.id);
        if (row === undefined) return [];
        return {
          matter: presentQueueRow(services, row, language),
          subject: markHits(text.subject, marks),
          excerpt: markHits(excerptAround(text.story, marks), marks),
        };
      }),
      next: found.length > until ? until : null,
      total: found.length,
      isCapped,
    };
  });
}

async function findRanked(
  trx: Trx,
  actor: Actor,
  query: SearchQuery,
  phrase: string,
  asked: Asked,
): Promise<{ found: FoundText[]; isCapped: boolean }> {
  const filters = filtersOf(query);
  const find = (way: Pick<SearchQuestion, 'words' | 'piece' | 'codePiece'>) =>
    foundIds(trx, actor, { ...filters, ...way }, rankedAtMost + 1);
  const inText = { words: [], piece: phrase, codePiece: asked.codePiece };
  const isLookedUp = asked.words.length > 0 && asked.codePiece === null;
  let ids = await find(isLookedUp ? { words: asked.words, piece: null, codePiece: null } : inText);
  // A piece of a word stands in no list of words: it is looked for in the newest texts themselves.
  if (ids.length === 0 && isLookedUp) ids = await find(inText);
  const texts = await textsOf(trx, actor, ids.slice(0, rankedAtMost));
  const ranked = texts
    .map((text) => ({ text, rank: rankOf({ ...text, isOpen: isOpen(text.status) }, asked) }))
    // Ids follow time: of two alike the newer one first.
    .sort((one, other) => other.rank - one.rank || (one.text.id < other.text.id ? 1 : -1));
  return { found: ranked.map(({ text }) => text), isCapped: ids.length > rankedAtMost };
}

function filtersOf(query: SearchQuery): Pick<SearchQuestion, 'kinds' | 'statuses' | 'since' | 'before'> {
  return {
    kinds: query.kind ?? null,
    statuses: statusesAsked(query),
    since: query.from ?? null,
    before:
      query.until === undefined ? null : Temporal.PlainDate.from(query.until).add({ days: 1 }).toString(),
  };
}

function statusesAsked({ status, open }: SearchQuery): readonly Status[] | null {
  if (open === undefined) return status ?? null;
  return (status ?? statuses).filter((one) => isOpen(one) === open);
}

const anything = (today: string) => ({
  today,
  statuses: null,
  kinds: null,
  dueFrom: null,
  dueUntil: null,
  code: null,
});
