import './oversight.css';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { isOpen, statuses } from '#domain/matters/vocabulary.ts';
import { useCity, useNameOf } from '../../app/city/city.ts';
import { useWords } from '../../app/language/words.tsx';
import { useSession } from '../../app/session/session.tsx';
import { FilterChip, FilterChips } from '../../design-system/forms/filter-chips.tsx';
import { PageFrame } from '../../design-system/page-frame.tsx';
import { FiguresTable } from './figures-table.tsx';
import { OverseenTable } from './overseen-table.tsx';
import type { OversightFilters } from './oversight-query.ts';

const filterNames = ['place', 'here', 'status', 'kind', 'due', 'inDanger', 'lateTasks'] as const;

/** A region's centres side by side, and the matters behind every figure. */
export function Oversight() {
  const { say, shared } = useWords();
  const city = useCity();
  const nameOf = useNameOf();
  const own = useSession().acting?.regionCode ?? '';
  const [params, setParams] = useSearchParams();
  const list = useRef<HTMLHeadingElement>(null);
  const region = params.get('region') ?? own;
  const filters: OversightFilters = Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const go = (to: string, wanted: OversightFilters) => {
    const next = new URLSearchParams(to === own ? {} : { region: to });
    for (const [name, value] of Object.entries(wanted)) if (value) next.set(name, value);
    setParams(next);
  };
  const show = (change: OversightFilters) => go(region, { ...filters, ...change });
  const open = (wanted: OversightFilters) => {
    go(region, wanted);
    list.current?.scrollIntoView({ block: 'start' });
    list.current?.focus({ preventScroll: true });
  };
  const regions = (city?.regions ?? []).filter(({ code }) => code.startsWith(region));
  const above = (city?.regions ?? []).filter(
    ({ code }) => code.startsWith(own) && region.startsWith(code) && code !== region,
  );
  return (
    <PageFrame title={say('oversight.title')} lead={say('oversight.lead')} isWide>
      {above.length > 0 && (
        <nav className="places-above" aria-label={say('oversight.above')}>
          {above.map((one) => (
            <button key={one.code} type="button" className="text-button" onClick={() => go(one.code, {})}>
              ‹ {nameOf(one)}
            </button>
          ))}
        </nav>
      )}
      <FiguresTable region={region || undefined} show={open} goTo={(to) => go(to, { place: to })} />
      <h2 ref={list} tabIndex={-1}>
        {say('oversight.matters')}
      </h2>
      <FilterChips label={say('queue.filters')}>
        <FilterChip
          label={say('oversight.region')}
          value={filters.place}
          choices={regions.map((one) => ({ value: one.code, label: nameOf(one) }))}
          onChange={(place) => show({ place, here: undefined })}
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
          choices={statuses
            .filter(isOpen)
            .map((status) => ({ value: status, label: shared.statuses[status] }))}
          onChange={(status) => show({ status })}
        />
        <FilterChip
          label={say('queue.kind')}
          value={filters.kind}
          choices={(city?.kinds ?? []).map((kind) => ({ value: kind.code, label: nameOf(kind) }))}
          onChange={(kind) => show({ kind })}
        />
        <FilterChip
          label={say('oversight.inDanger')}
          value={filters.inDanger}
          choices={[{ value: 'true', label: say('oversight.inDanger') }]}
          onChange={(inDanger) => show({ inDanger })}
        />
        <FilterChip
          label={say('oversight.lateTasks')}
          value={filters.lateTasks}
          choices={[{ value: 'true', label: say('oversight.lateTasks') }]}
          onChange={(lateTasks) => show({ lateTasks })}
        />
      </FilterChips>
      <OverseenTable filters={filters} />
    </PageFrame>
  );
}
