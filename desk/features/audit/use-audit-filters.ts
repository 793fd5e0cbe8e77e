import { useSearchParams } from 'react-router';

const names = ['user', 'code', 'type', 'fromDay', 'untilDay', 'behind', 'region'] as const;
export type FilterName = (typeof names)[number];
export type AuditFilterValues = Partial<Record<FilterName, string>>;

/** The filters stand in the address, so that a finding can be sent as a link. */
export function useAuditFilters(): { filters: AuditFilterValues; set: (change: AuditFilterValues) => void } {
  const [params, setParams] = useSearchParams();
  const filters: AuditFilterValues = {};
  for (const name of names) {
    const value = params.get(name);
    if (value) filters[name] = value;
  }
  return {
    filters,
    set: (change) => {
      const next = new URLSearchParams(params);
      for (const [name, value] of Object.entries(change)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      setParams(next);
    },
  };
}
