import { randomBytes, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { makeMatterCode } from '#domain/matters/matter-code.ts';

export type Statement = {
  readonly text: string;
  readonly values: readonly unknown[];
  /** How many rows it answered with or changed, where that was heard. */
  rowCount: number | null;
};
type Life = { readonly statements: readonly Statement[]; readonly code: string };

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Tells a life's statements again, each time with ids, keys and a code of its own. What a life shares with the one before
 * it is the city's: people, offices, parts of the text.
 */
export function againWithOtherIds(life: Life, before: readonly Statement[]): () => readonly Statement[] {
  const shared = new Set(idsOf(before));
  const own = new Set(idsOf(life.statements).filter((id) => !shared.has(id)));
  const pattern = new RegExp([life.code, ...own].join('|'), 'g');
  return () => {
    const others = new Map([...own].map((id) => [id, otherId(id)]));
    others.set(life.code, otherCode(life.code));
    const replaced = (value: unknown): unknown => {
      if (typeof value === 'string') return value.replace(pattern, (found) => others.get(found) ?? found);
      return Array.isArray(value) ? value.map(replaced) : value;
    };
    return life.statements.map((one) => ({ ...one, values: one.values.map(replaced) }));
  };
}

function idsOf(statements: readonly Statement[]): string[] {
  const words = statements
    .flatMap(({ values }) => values.flat(3))
    .filter((value) => typeof value === 'string');
  return words.flatMap((word) => word.match(anyId) ?? []);
}

/** Of the same kind: those that grow with time come to lie at the end of an index, others anywhere. */
const otherId = (id: string): string => (id[14] === '7' ? v7() : randomUUID());

const otherCode = (code: string): string =>
  makeMatterCode({ year: Number(code.slice(0, 4)), random: randomBytes(7) });
