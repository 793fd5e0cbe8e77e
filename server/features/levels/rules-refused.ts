import { type Language, words } from '#contract/language/language.ts';
import type { LevelRow } from '#domain/levels/levels.ts';
import { type TableFault, tableFaults } from '#domain/levels/table.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';

/** The rules are the city's: its own centre's supervisor tries and publishes them, others read them. */
export function mayEditRules({ pack }: Services, actor: Actor): boolean {
  const level = pack.regions.get(actor.regionCode)?.level;
  return actor.role === 'supervisor' && actor.unitKind === 'centre' && level === 'city';
}

export function refuseUnlessOfCity(services: Services, actor: Actor): void {
  if (!mayEditRules(services, actor)) refuse(403, 'forbidden');
}

/** Ends the request where the grammar refuses the rows, with a sentence at each place. */
export function refuseFaultyRules(rows: readonly LevelRow[], language: Language): void {
  const faults = tableFaults({ rows });
  if (faults.length === 0) return;
  const errors = faults.map((fault) => ({
    field: fieldOf(fault),
    reason: words(language).levelRefusals[fault.code],
  }));
  refuse(422, 'level-rules-faulty', { errors });
}

/** Where it stands in the request: `rows`, `rows.2`, `rows.2.when.0`. */
function fieldOf({ row, condition }: TableFault): string {
  if (row === null) return 'rows';
  return condition === null ? `rows.${row}` : `rows.${row}.when.${condition}`;
}
