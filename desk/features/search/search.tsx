import './search.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { SearchAnswer, SearchHit } from '#contract/search/search.ts';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import { statuses } from '#domain/matters/vocabulary.ts';
import { useCity, useNameOf } from '../../app/city/city.ts';
import { useKeys } from '../../app/keys/use-keys.ts';
import { useWords } from '../../app/language/words.tsx';
import { SavedViewsMenu, type ViewFilters } from '../../app/views/saved-views.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { FilterChip, FilterChips } from '../../design-system/forms/filter-chips.tsx';
import { Input } from '../../design-system/forms/input.tsx';
import { moveInList } from '../../design-system/list/move-in-list.ts';
import { PageFrame } from '../../design-system/page-frame.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { pastDayWords } from '../../design-system/time/day-words.ts';
import { type SearchFilters, searchQuery } from './search-query.ts';

const filterNames = ['kind', 'status', 'open'] as const;

/** 查: what one's own office took part in, by words; the question and its filters stand in the address. */
export function Search() {
  const { say, shared } = useWords();
  const city = useCity();
  const nameOf = useNameOf();
  const [params, setParams] = useSearchParams();
  const filters = filtersIn(params);
  const set = (name: 'q' | (typeof filterNames)[number], value: string | undefined) => {
    const next = new URLSearchParams(params);
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const apply = (view: ViewFilters) => {
    const next = new URLSearchParams();
    if (view.q) next.set('q', view.q);
    if (view.open !== undefined) next.set('open', String(view.open));
    for (const name of ['kind', 'status'] as const) {
      const [value] = view[name] ?? [];
      if (value) next.set(name, value);
    }
    setParams(next, { replace: true });
  };
  return (
    <PageFrame title={say('search.title')} lead={say('search.lead')}>
      {/* Another question from the palette fills the field anew. */}
      <SearchField key={filters.q} asked={filters.q} ask={(q) => set('q', q)} />
      <FilterChips label={say('queue.filters')}>
        <FilterChip
          label={say('search.state')}
          value={filters.open}
          choices={[
            { value: 'true', label: say('search.open') },
            { value: 'false', label: say('search.ended') },
          ]}
          onChange={(value) => set('open', value)}
        />
        <FilterChip
          label={say('queue.stage')}
          value={filters.status}
          choices={statuses.map((status) => ({ value: status, label: shared.statuses[status] }))}
          onChange={(value) => set('status', value)}
        />
        <FilterChip
          label={say('queue.kind')}
          value={filters.kind}
          choices={(city?.kinds ?? []).map((kind) => ({ value: kind.code, label: nameOf(kind) }))}
          onChange={(value) => set('kind', value)}
        />
        <SavedViewsMenu place="search" present={viewOf(filters)} apply={apply} />
      </FilterChips>
      {filters.q === '' ? (
        <EmptyState>{say('search.begin')}</EmptyState>
      ) : (
        <Results key={JSON.stringify(filters)} filters={filters} />
      )}
    </PageFrame>
  );
}

function filtersIn(params: URLSearchParams): SearchFilters {
  const filters: SearchFilters = { q: params.get('q')?.trim().slice(0, 100) ?? '' };
  for (const name of filterNames) {
    const value = params.get(name);
    if (value) filters[name] = value;
  }
  return filters;
}

function viewOf({ q, kind, status, open }: SearchFilters): ViewFilters {
  return {
    ...(q && { q }),
    ...(open && { open: open === 'true' }),
    ...(kind && { kind: [kind] }),
    ...(status && { status: statuses.filter((one) => one === status) }),
  };
}

function SearchField({ asked, ask }: { asked: string; ask: (q: string) => void }) {
  const { say } = useWords();
  const [typed, setTyped] = useState(asked);
  return (
    <form
      className="search-field"
      onSubmit={(event) => {
        event.preventDefault();
        ask(typed.trim());
      }}
    >
      <Input
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        maxLength={100}
        size="large"
        placeholder={say('search.placeholder')}
        aria-label={say('search.field')}
        autoFocus={asked === ''}
      />
      <Button type="primary" htmlType="submit" size="large">
        {say('search.act')}
      </Button>
    </form>
  );
}

function Results({ filters }: { filters: SearchFilters }) {
  const { say } = useWords();
  const query = useInfiniteQuery(searchQuery(filters));
  const list = useRef<HTMLDivElement>(null);
  useKeys({ j: () => moveInList(list.current, 1), k: () => moveInList(list.current, -1) });
  if (query.isPending) return <SkeletonRows count={6} />;
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const [first] = query.data.pages;
  const hits = query.data.pages.flatMap((page) => page.hits);
  return (
    <>
      <p className="soft" role="status">
        {foundWords(first)}
      </p>
      {hits.length === 0 ? (
        <EmptyState>{say('search.none')}</EmptyState>
      ) : (
        <div className="search-results" ref={list}>
          {hits.map((hit) => (
            <Hit key={hit.matter.id} hit={hit} />
          ))}
        </div>
      )}
      {query.hasNextPage && (
        <div>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {say('queue.loadMore')}
          </Button>
        </div>
      )}
    </>
  );

  function foundWords(page: SearchAnswer | undefined): string {
    if (page === undefined || page.total === 0) return '';
    return say(page.isCapped ? 'search.tooMany' : 'search.found', { count: page.total });
  }
}

function Hit({ hit: { matter, subject, excerpt } }: { hit: SearchHit }) {
  const { language } = useWords();
  return (
    <Link to={`/matters/${matter.id}`} className="search-row" data-matter-row>
      <span className="search-subject">
        <span>
          <Marked parts={subject} />
        </span>
        <span>{matter.statusLabel}</span>
      </span>
      <p className="search-excerpt">
        <Marked parts={excerpt} />
      </p>
      <span className="search-where">
        {[
          formatMatterCode(matter.code),
          matter.kind.label,
          matter.region.label,
          matter.holder.name,
          pastDayWords(matter.registeredAt.slice(0, 10), language),
        ].join(' · ')}
      </span>
    </Link>
  );
}

function Marked({ parts }: { parts: SearchHit['subject'] }) {
  return parts.map(({ text, isHit }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, in their order
    isHit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}
