import type { RefusedReason } from '#contract/imports/refused-row.ts';
import type { ImportedMatter } from '#domain/imports/read-row.ts';

export type RefusedRow = {
  readonly row: number;
  readonly line: number;
  readonly number: string;
  readonly reasons: readonly RefusedReason[];
};

/** A row that can be brought in, with its kind and region. */
export type ReadyRow = ImportedMatter & {
  readonly row: number;
  readonly line: number;
  readonly kind: string;
  readonly regionCode: string;
};

/** Brings a batch in; whoever of it was refused is told. */
export type Target = (
  rows: readonly ReadyRow[],
) => Promise<{ imported: number; unchanged: number; refused: readonly RefusedRow[] }>;

/** A word of the table that names no kind or region for sure. */
export type Doubt = {
  readonly field: 'kind' | 'region';
  readonly typed: string;
  readonly suggested: string | null;
};
