import './oversight.css';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { levels } from '#domain/levels/vocabulary.ts';
import { isOpen, statuses } from '#domain/matters/vocabulary.ts';
import { useCity, useNameOf } from '../../app/city/city.ts';
import { useWords } from '../../app/language/words.tsx';
import { useSession } from '../../app/session/session.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { FilterChip, FilterChips } from '../../design-system/forms/filter-chips.tsx';
import { Segmented } from '../../design-system/forms/segmented.tsx';
import { PageFrame } from '../../design-system/page-frame.tsx';
import { FiguresTable } from './figures-table.tsx';
import { OverseenTable } from './overseen-table.tsx';
import type { Board, OversightFilters } from './oversight-query.ts';

const filterNames = [
  'place',
  'here',
  'holder',
  'sealed',
  'status',
  'kind',
  'level',
  'due',
  'inDanger',
  'lateTasks',
] as const;
const boards = ['centre', 'office', 'kind'] as const satisfies readonly Board[];

/** What is late or about to be, side by side: centres, offices or kinds, and the matters behind every figure. */
export function Oversight({ askPurpose }: { askPurpose: (matterId: string) => void }) {
  const { say } = useWords();
  const city = useCity();
  const nameOf = useNameOf();
  const own = useSession().acting?.regionCode ?? '';
  const [params, setParams] = useSearchParams();
  const list = useRef<HTMLHeadingElement>(null);
  const region = params.get('region') ?? own;
  const by = boards.find((one) => one === params.get('by')) ?? 'centre';
  const filters: OversightFilters = Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const go = (to: { region?: string; by?: Board }, wanted: OversightFilters) => {
    const next = new URLSearchParams();
    const [place, board] = [to.region ?? region, to.by ?? by];
    if (board !== 'centre') next.set('by', board);
    if (place !== own) next.set('region', place);
    for (const [name, value] of Object.entries(wanted)) if (value) next.set(name, value);
    setParams(next);
  };
  const show = (change: OversightFilters) => go({}, { ...filters, ...change });
  const open = (wanted: OversightFilters) => {
    go({}, wanted);
    list.current?.scrollIntoView({ block: 'start' });
    list.current?.focus({ preventScroll: true });
  };
  const goTo = (place: string) => go({ region: place }, { place });
  const regions = (city?.regions ?? []).filter(({ code }) => code.startsWith(own));
  // One's own is what the server takes where none is said.
  const asked = region === own ? '' : region;
  const above = regions.filter(({ code }) => region.startsWith(code) && code !== region);
  return (
    <PageFrame
      title={say('oversight.title')}
      lead={say('oversight.lead')}
      acts={<Button onClick={() => window.print()}>{say('board.print')}</Button>}
      isWide
    >
      <div className="board-head not-printed">
        <Segmented
          value={by}
          onChange={(board) => go({ by: board }, { place: filters.place })}
          options={boards.map((one) => ({ value: one, label: say(`board.by.${one}`) }))}
          aria-label={say('board.by')}
        />
        {regions.length > 1 && (
          <FilterChip
            label={say('oversight.region')}
            value={region === own ? undefined : region}
            choices={regions
              .filter(({ code }) => code !== own)
              .map((one) => ({ value: one.code, label: nameOf(one) }))}
            onChange={(place) => (place ? goTo(place) : go({ region: own }, {}))}
          />
        )}
        {above.length > 0 && (
          <nav className="places-above" aria-label={say('oversight.above')}>
            {above.map((one) => (
              <button
                key={one.code}
                type="button"
                className="text-button"
                onClick={() => go({ region: one.code }, {})}
              >
                ‹ {nameOf(one)}
              </button>
            ))}
          </nav>
        )}
      </div>
      <FiguresTable by={by} region={asked} show={open} goTo={goTo} />
      <section
        className={`overseen${Object.keys(filters).some((name) => name !== 'place') ? '' : ' not-printed'}`}
      >
        <h2 ref={list} tabIndex={-1}>
          {say('oversight.matters')}
        </h2>
        <ListFilters filters={filters} region={region} show={show} />
        <OverseenTable
          filters={{ ...filters, place: filters.place ?? (asked || undefined) }}
          askPurpose={askPurpose}
        />
      </section>
    </PageFrame>
  );
}

function ListFilters(props: {
  filters: OversightFilters;
  region: string;
  show: (change: OversightFilters) => void;
}) {
  const { say, shared } = useWords();
  const city = useCity();
  const nameOf = useNameOf();
  const { filters, region, show } = props;
  const regions = (city?.regions ?? []).filter(({ code }) => code.startsWith(region));
  const holder = city?.units.find(({ id }) => id === filters.holder);
  return (
    <FilterChips label={say('queue.filters')}>
      <FilterChip
        label={say('oversight.region')}
        value={filters.place}
        choices={regions.map((one) => ({ value: one.code, label: nameOf(one) }))}
        onChange={(place) => show({ place, here: undefined })}
      />
      {filters.holder && (
        <FilterChip
          label={say('oversight.holder')}
          value={filters.holder}
          choices={[{ value: filters.holder, label: holder ? nameOf(holder) : '—' }]}
          onChange={(chosen) => show({ holder: chosen })}
        />
      )}
      <FilterChip
        label={say('board.level')}
        value={filters.level}
        choices={levels.toReversed().map((level) => ({ value: level, label: say(`level.${level}`) }))}
        onChange={(level) => show({ level })}
      />
      <FilterChip
        label={say('queue.due')}
        value={filters.due}
        choices={(['late', 'today', 'week'] as const).map((due) => ({
          value: due,
          label: say(`queue.due.${due}`),
        }))}
        onChange={(due) => show({ due })}
      />
      <FilterChip
        label={say('queue.stage')}
        value={filters.status}
        choices={statuses.filter(isOpen).map((status) => ({ value: status, label: shared.statuses[status] }))}
        onChange={(status) => show({ status })}
      />
      <FilterChip
        label={say('queue.kind')}
        value={filters.kind}
        choices={(city?.kinds ?? []).map((kind) => ({ value: kind.code, label: nameOf(kind) }))}
        onChange={(kind) => show({ kind, sealed: undefined })}
      />
      <FilterChip
        label={say('oversight.inDanger')}
        value={filters.inDanger}
        onChange={(inDanger) => show({ inDanger })}
      />
      <FilterChip
        label={say('oversight.lateTasks')}
        value={filters.lateTasks}
        onChange={(lateTasks) => show({ lateTasks })}
      />
      <FilterChip
        label={say('board.sealedOnly')}
        value={filters.sealed}
        onChange={(sealed) => show({ sealed, kind: undefined })}
      />
    </FilterChips>
  );
}
