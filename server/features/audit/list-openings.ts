import type { ListOpeningsAnswer, ListOpeningsQuery, OpeningView } from '#contract/audit/openings.ts';
import { type Language, words } from '#contract/language/language.ts';
import { parseMatterCode } from '#domain/matters/matter-code.ts';
import type { Actor } from '#server/app/actor.ts';
import { decodeCursor, encodeCursor } from '#server/app/cursor.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { auditedCodes, auditedMatter, type OpeningRow, openingPage } from './list-openings.queries.ts';
import { instantsOf } from './period.ts';
import { presentUnit } from './unit-name.ts';

const pageSize = 50;

/** Who opened which file, when and under which posting: names of people and offices, nothing of the file but its code. */
export async function listOpenings(
  services: Services,
  actor: Actor,
  query: ListOpeningsQuery,
  language: Language,
): Promise<ListOpeningsAnswer> {
  const { limit = pageSize, user = null } = query;
  const after = decodeCursor(query.after);
  return inTransaction(services, actor, async (trx) => {
    let matterId: string | null = null;
    if (query.code !== undefined) {
      const parsed = parseMatterCode(query.code);
      matterId = parsed.ok ? await auditedMatter(trx, actor.cityCode, parsed.code) : null;
      // A code that cannot be one finds nothing, the same as one that does not exist.
      if (matterId === null) return { openings: [], next: null };
    }
    const filter = { user: user?.trim() || null, matterId, ...instantsOf(services, query) };
    const rows = await openingPage(trx, actor.cityCode, filter, after, limit + 1);
    const page = rows.slice(0, limit);
    const ids = page.flatMap((row) => row.matterId ?? []);
    const codes = await auditedCodes(trx, actor.cityCode, [...new Set(ids)]);
    const last = page.at(-1);
    return {
      openings: page.map((row) => presentOpening(services, row, codes, language)),
      next: rows.length > limit && last !== undefined ? encodeCursor({ due: last.at, id: last.id }) : null,
    };
  });
}

function presentOpening(
  services: Services,
  row: OpeningRow,
  codes: ReadonlyMap<string, string>,
  language: Language,
): OpeningView {
  const { openings, roles, parties } = words(language);
  return {
    id: row.id,
    at: row.at,
    person: { id: row.userId, name: row.name ?? '', username: row.username ?? '' },
    unit: row.unitId === null ? null : presentUnit(services, row.unitId, language),
    role: row.role,
    roleLabel: row.role === 'party' ? parties.party : roles[row.role],
    what: row.what,
    whatLabel: openings[row.what as keyof typeof openings] ?? row.what,
    matterCode: row.matterId === null ? null : (codes.get(row.matterId) ?? null),
    purpose: row.purpose,
  };
}
