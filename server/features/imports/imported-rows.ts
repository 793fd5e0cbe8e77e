import type { RefusedReason } from '#contract/imports/refused-row.ts';
import type { ImportedMatter } from '#domain/imports/read-row.ts';

export type RefusedRow = {
  readonly row: number;
  readonly line: number;
  readonly number: string;
  readonly reasons: readonly RefusedReason[];
};

/** A row that can be brought in, with its kind. */
export type ReadyRow = ImportedMatter & {
  readonly row: number;
  readonly line: number;
  readonly kind: string;
};

/** Brings a batch in; whoever of it was refused is told. */
export type Target = (
  rows: readonly ReadyRow[],
) => Promise<{ imported: number; unchanged: number; refused: readonly RefusedRow[] }>;
