import { type StampedTable, stamped } from './tables.ts';
import type { Template } from './template.ts';

/** The lines of one part of the city, by table. */
export type Sheets = {
  /** The rows of one more matter: the life's, with these values in its slots. */
  add(life: Pick<Template, 'tables'>, values: readonly string[]): void;
  /** Puts what was added into bytes. Done every few matters: small pieces of text are cleared away cheaply while they are young. */
  press(): void;
  readonly lines: ReadonlyMap<StampedTable, readonly Buffer[]>;
};

export function openSheets(): Sheets {
  const pieces = new Map<StampedTable, string[]>(stamped.map((table) => [table, []]));
  const lines = new Map<StampedTable, Buffer[]>(stamped.map((table) => [table, []]));
  return {
    lines,
    add({ tables }, values) {
      for (const { table, rows } of tables) {
        const added = pieces.get(table) ?? [];
        for (const piece of rows) added.push(typeof piece === 'string' ? piece : (values[piece] ?? ''));
      }
    },
    press() {
      for (const [table, added] of pieces) {
        if (added.length > 0) lines.get(table)?.push(Buffer.from(added.join('')));
        added.length = 0;
      }
    },
  };
}
