import { useState } from 'react';
import type { MatterRow } from '#contract/matters/list-matters.ts';
import { mattersAtOnceAtMost } from '#domain/matters/bulk.ts';

export type Selection = {
  /** Null while nobody is selecting. */
  readonly chosen: ReadonlyMap<string, MatterRow> | null;
  readonly start: () => void;
  readonly stop: () => void;
  readonly toggle: (row: MatterRow) => void;
  readonly add: (rows: readonly MatterRow[]) => void;
  readonly clear: () => void;
};

/** The rows that were picked in a list, as they stood then; `name` is the list, and another list begins afresh. */
export function useSelection(name: string): Selection {
  const [state, setState] = useState<{ name: string; chosen: ReadonlyMap<string, MatterRow> | null }>();
  const chosen = state?.name === name ? state.chosen : null;
  const put = (next: ReadonlyMap<string, MatterRow> | null) => setState({ name, chosen: next });
  return {
    chosen,
    start: () => put(new Map()),
    stop: () => put(null),
    clear: () => put(new Map()),
    toggle: (row) => {
      const next = new Map(chosen);
      if (!next.delete(row.id) && next.size < mattersAtOnceAtMost) next.set(row.id, row);
      put(next);
    },
    add: (rows) => {
      const next = new Map(chosen);
      for (const row of rows) if (next.size < mattersAtOnceAtMost) next.set(row.id, row);
      put(next);
    },
  };
}
