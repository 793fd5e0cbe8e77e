import { Temporal } from 'temporal-polyfill';
import { languages, words } from '#contract/language/language.ts';
import type { SearchQuery } from '#contract/search/search.ts';
import { isOpen, type Status, statuses } from '#domain/matters/vocabulary.ts';
import { codePieceOf, searchPhrase, spokenPieces } from '#domain/search/ask-search.ts';
import { daysAskedFor } from '#domain/search/days-asked-for.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import type { SearchQuestion } from './search-matters.queries.ts';

/** One way to understand what was typed. */
export type Reading = {
  /** What is looked for in the matters' own words. */
  readonly pieces: readonly string[];
  readonly codePiece: string | null;
  readonly filters: Pick<SearchQuestion, 'kinds' | 'statuses' | 'units' | 'since' | 'before'>;
};

type Named = { readonly kinds: string[]; readonly statuses: Status[]; readonly units: string[] };

/**
 * What was typed, understood as words; and a second time with the names in it understood as names: 物业 is a word of many
 * stories and also a kind of dispute. Days are always days of registration.
 */
export function readQuestion(services: Services, query: SearchQuery): Reading[] {
  const today = Temporal.PlainDate.from(todayOf(services));
  const typed = spokenPieces(searchPhrase(query.q));
  const days = typed.flatMap((piece) => daysAskedFor(piece, today) ?? []);
  const pieces = typed.filter((piece) => daysAskedFor(piece, today) === null);
  const startOf = (day: Temporal.PlainDate): string =>
    day.toZonedDateTime(services.pack.city.zone).toInstant().toString();
  const since = latest([...days.map(({ from }) => from), ...dayIn(query.from)]);
  const until = earliest([...days.map(({ until: last }) => last), ...dayIn(query.until)]);
  const filters = {
    kinds: query.kind ?? null,
    statuses: statusesAsked(query),
    units: query.unit === undefined ? null : [query.unit],
    since: since === undefined ? null : startOf(since),
    before: until === undefined ? null : startOf(until.add({ days: 1 })),
  };
  const asWords: Reading = { pieces, codePiece: codePieceOf(pieces.join(' ')), filters };
  const named = pieces.map((piece) => ({ piece, ...namedBy(services, piece) }));
  const names = named.filter(
    ({ kinds, statuses: states, units }) => kinds.length + states.length + units.length > 0,
  );
  if (names.length === 0) return [asWords];
  const asNames: Reading = {
    pieces: pieces.filter((piece) => !names.some((one) => one.piece === piece)),
    codePiece: null,
    filters: {
      ...filters,
      kinds: narrowed(
        filters.kinds,
        names.flatMap(({ kinds }) => kinds),
      ),
      statuses: narrowed(
        filters.statuses,
        names.flatMap((one) => one.statuses),
      ),
      units: narrowed(
        filters.units,
        names.flatMap(({ units }) => units),
      ),
    },
  };
  return [asWords, asNames];
}

/** What bears this very name in the city; an office also by the end of it, 住建局 for 青山区住建局. */
function namedBy({ pack, directory }: Services, piece: string): Named {
  const isIt = (...names: string[]): boolean => names.some((name) => searchPhrase(name) === piece);
  return {
    kinds: [...pack.kinds].filter(([, kind]) => isIt(kind.name, kind.nameEn)).map(([code]) => code),
    statuses: statuses.filter((status) =>
      isIt(...languages.map((language) => words(language).statuses[status])),
    ),
    units:
      [...piece].length < 3
        ? []
        : directory
            .all()
            .filter(({ name, nameEn }) => searchPhrase(name).endsWith(piece) || isIt(nameEn))
            .map(({ id }) => id),
  };
}

/** A filter narrowed by the names in a question; without any it stays as it is. */
function narrowed<T extends string>(filter: readonly T[] | null, named: readonly T[]): readonly T[] | null {
  if (named.length === 0) return filter;
  return filter === null ? named : filter.filter((one) => named.includes(one));
}

function statusesAsked({ status, open }: SearchQuery): readonly Status[] | null {
  if (open === undefined) return status ?? null;
  return (status ?? statuses).filter((one) => isOpen(one) === open);
}

function dayIn(day: string | undefined): Temporal.PlainDate[] {
  return day === undefined ? [] : [Temporal.PlainDate.from(day)];
}

const inOrder = (days: Temporal.PlainDate[]) => days.sort(Temporal.PlainDate.compare);
const latest = (days: Temporal.PlainDate[]) => inOrder(days).at(-1);
const earliest = (days: Temporal.PlainDate[]) => inOrder(days)[0];
