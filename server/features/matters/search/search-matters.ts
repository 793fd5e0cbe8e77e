import type { Language } from '#contract/language/language.ts';
import type { SearchAnswer, SearchHit, SearchQuery } from '#contract/search/search.ts';
import { isOpen } from '#domain/matters/vocabulary.ts';
import { excerptAround, markHits } from '#domain/search/mark-hits.ts';
import { type Asked, rankOf } from '#domain/search/rank-matters.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { logOpening, logOpenings } from '#server/features/audit/public.ts';
import { wordsAskedFor } from '#server/features/search/public.ts';
import { presentQueueRow } from '../present/queue-row.presenter.ts';
import { queuePage } from '../read/list-matters.queries.ts';
import { openMatterSeal, type SealedEvent } from '../sealing.ts';
import { type Reading, readQuestion } from './read-question.ts';
import { answersOf, type FoundText, foundIds, type SealedAnswer, textsOf } from './search-matters.queries.ts';

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
  const work = (trx: Trx) => searchIn(services, trx, actor, query, language);
  return inTransaction(services, actor, work, { isPlannedOnce: true });
}

async function searchIn(
  services: Services,
  trx: Trx,
  actor: Actor,
  query: SearchQuery,
  language: Language,
): Promise<SearchAnswer> {
  const readings = readQuestion(services, query);
  const asked = askedIn(readings);
  const { found, isCapped } = await findRanked(trx, actor, readings, asked);
  const from = query.after ?? 0;
  const until = from + (query.limit ?? pageSize);
  const page = found.slice(from, until);
  await logOpening(services, trx, actor, { what: 'search', data: { found: found.length } });
  const scope = { queue: 'found', ids: page.map(({ id }) => id) } as const;
  const rows = await queuePage(trx, actor, scope, anything(todayOf(services)), null, page.length);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const marks = [...asked.pieces, ...asked.words];
  const inClear = new Map(page.map((text) => [text.id, clearExcerpt(text, marks)]));
  const unmarked = page.filter(({ id }) => inClear.get(id) === null);
  const answers = await answersOf(
    trx,
    actor,
    unmarked.map(({ id }) => id),
  );
  const hits = page.flatMap((text) => {
    const row = rowOf.get(text.id);
    if (row === undefined) return [];
    return {
      matter: presentQueueRow(services, row, language),
      subject: markHits(text.subject, marks),
      ...(inClear.get(text.id) ?? answerExcerpt(services, text, answers, marks) ?? startOf(text)),
    };
  });
  const inFull = page.filter(({ id, story }) =>
    hits.some((hit) => hit.matter.id === id && showsAll(hit, story)),
  );
  await logOpenings(
    services,
    trx,
    actor,
    'hit',
    inFull.map(({ id }) => id),
  );
  return {
    hits,
    next: found.length > until ? until : null,
    total: found.length,
    isCapped,
  };
}

function askedIn(readings: readonly Reading[]): Asked {
  const [asWords] = readings;
  const pieces = asWords?.pieces ?? [];
  return {
    pieces,
    words: pieces.flatMap((piece) => {
      const { words, inText } = wordsAskedFor(piece);
      return [...words, ...inText];
    }),
    codePiece: asWords?.codePiece ?? null,
  };
}

async function findRanked(
  trx: Trx,
  actor: Actor,
  readings: readonly Reading[],
  asked: Asked,
): Promise<{ found: FoundText[]; isCapped: boolean }> {
  const ids = new Set<string>();
  for (const reading of readings) for (const id of await idsFor(trx, actor, reading)) ids.add(id);
  // Ids follow time: the newest ones are ranked.
  const newest = [...ids].sort().reverse().slice(0, rankedAtMost);
  const texts = await textsOf(trx, actor, newest);
  const ranked = texts
    .map((text) => ({ text, rank: rankOf({ ...text, isOpen: isOpen(text.status) }, asked) }))
    .sort((one, other) => other.rank - one.rank || (one.text.id < other.text.id ? 1 : -1));
  return { found: ranked.map(({ text }) => text), isCapped: ids.size > rankedAtMost };
}

/** By whole words and what stands between them; where nothing holds all that, by the words, and then by the text alone. */
async function idsFor(trx: Trx, actor: Actor, { pieces, codePiece, filters }: Reading): Promise<string[]> {
  const cut = pieces.map(wordsAskedFor);
  const words = [...new Set(cut.flatMap((piece) => piece.words))];
  const rest = [...new Set(cut.flatMap((piece) => piece.inText))];
  const inText = { words: [], pieces, codePiece };
  const ways =
    words.length === 0 || codePiece !== null
      ? [inText]
      : [
          { words, pieces: rest, codePiece: null },
          // Of an answer only the words are known.
          ...(rest.length > 0 && cut.every((piece) => piece.words.length > 0)
            ? [{ words, pieces: [], codePiece: null }]
            : []),
          inText,
        ];
  for (const way of ways) {
    const ids = await foundIds(trx, actor, { ...filters, ...way }, rankedAtMost + 1);
    if (ids.length > 0) return ids;
  }
  return [];
}

type Excerpt = Pick<SearchHit, 'excerpt' | 'excerptOf'>;

/** The story around the first hit, else the request; null where neither holds one. */
function clearExcerpt(text: FoundText, marks: readonly string[]): Excerpt | null {
  for (const place of ['story', 'request'] as const) {
    const excerpt = markHits(excerptAround(text[place], marks), marks);
    if (excerpt.some(({ isHit }) => isHit)) return { excerpt, excerptOf: place };
  }
  return null;
}

/** What was answered, around the first hit: opened for this page only. */
function answerExcerpt(
  { keys }: Services,
  { id, leadUnitId, wrappedKey }: FoundText,
  answers: readonly SealedAnswer[],
  marks: readonly string[],
): Excerpt | null {
  if (wrappedKey === null) return null;
  const seal = openMatterSeal(keys, id, leadUnitId, wrappedKey);
  for (const { version, sealed } of answers.filter(({ matterId }) => matterId === id)) {
    const { text = '' } = seal.open<SealedEvent>('event', version, sealed);
    const excerpt = markHits(excerptAround(text, marks), marks);
    if (excerpt.some(({ isHit }) => isHit)) return { excerpt, excerptOf: 'answer' };
  }
  return null;
}

function startOf({ story }: FoundText): Excerpt {
  return { excerpt: markHits(excerptAround(story, []), []), excerptOf: 'story' };
}

/** Whether a hit shows all that was told, or what was answered: then it is an opening like any other. */
function showsAll({ excerpt, excerptOf }: Excerpt, story: string): boolean {
  if (excerptOf === 'answer') return true;
  return excerptOf === 'story' && excerpt.map(({ text }) => text).join('') === story;
}

const anything = (today: string) => ({
  today,
  statuses: null,
  kinds: null,
  dueFrom: null,
  dueUntil: null,
  code: null,
});
