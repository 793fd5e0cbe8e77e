import type { LevelRows } from '#contract/levels/level-rules.ts';
import type { LevelCondition } from '#domain/levels/levels.ts';
import { type TableFault, tableFaults } from '#domain/levels/table.ts';
import type { Level } from '#domain/levels/vocabulary.ts';

/** Rules being edited: every row and condition keeps its key while it moves, and a number may still be missing. */
export type DraftCondition = Omit<LevelCondition, 'number'> & {
  readonly key: number;
  readonly number: number | null;
};
export type DraftRow = {
  readonly key: number;
  readonly level: Level;
  readonly when: readonly DraftCondition[];
};
export type Draft = { readonly rows: readonly DraftRow[]; readonly nextKey: number };

export function draftOf(rows: LevelRows): Draft {
  let nextKey = 0;
  const key = (): number => nextKey++;
  const drafted = rows.map(({ level, when }) => ({
    key: key(),
    level,
    when: when.map((condition) => ({ ...condition, key: key() })),
  }));
  return { rows: drafted, nextKey };
}

/** The rows as they are sent; a number that is missing stands as -1, which the grammar refuses at its place. */
export function rowsOf({ rows }: Draft): LevelRows {
  return rows.map(({ level, when }) => ({
    level,
    when: when.map(({ fact, op, number }) => ({ fact, op, number: number ?? -1 })),
  }));
}

/** What is wrong with a draft, by the same grammar that the server asks. */
export function faultsOf(draft: Draft): TableFault[] {
  return tableFaults({ rows: rowsOf(draft) }).map((fault) => {
    const number = draft.rows[fault.row ?? -1]?.when[fault.condition ?? -1]?.number;
    return number === null ? { ...fault, code: 'number-expected' } : fault;
  });
}

export function addRow({ rows, nextKey }: Draft): Draft {
  const when = [{ key: nextKey + 1, fact: 'share-used', op: '>=', number: null } as const];
  return { rows: [...rows, { key: nextKey, level: 'blue', when }], nextKey: nextKey + 2 };
}

export function removeRow(draft: Draft, key: number): Draft {
  return { ...draft, rows: draft.rows.filter((row) => row.key !== key) };
}

/** One place up (-1) or down (1); at the end it stays. */
export function moveRow(draft: Draft, key: number, by: -1 | 1): Draft {
  const from = draft.rows.findIndex((row) => row.key === key);
  const moved = draft.rows[from];
  const to = from + by;
  if (!moved || to < 0 || to >= draft.rows.length) return draft;
  const rest = draft.rows.filter((row) => row !== moved);
  return { ...draft, rows: rest.toSpliced(to, 0, moved) };
}

export function changeRow(draft: Draft, key: number, change: Partial<DraftRow>): Draft {
  return { ...draft, rows: draft.rows.map((row) => (row.key === key ? { ...row, ...change } : row)) };
}

export function addCondition(draft: Draft, row: DraftRow, fact: LevelCondition['fact']): Draft {
  const added: DraftCondition = {
    key: draft.nextKey,
    fact,
    op: fact === 'danger' ? '=' : '>=',
    number: fact === 'danger' ? 1 : null,
  };
  return { ...changeRow(draft, row.key, { when: [...row.when, added] }), nextKey: draft.nextKey + 1 };
}
