import type { ListOpeningsAnswer, ListOpeningsQuery, OpeningView } from '#contract/audit/openings.ts';
import { type Language, words } from '#contract/language/language.ts';
import type { OutsidePurpose } from '#domain/access/outside-opening.ts';
import { parseMatterCode } from '#domain/matters/matter-code.ts';
import type { Actor } from '#server/app/actor.ts';
import { decodeCursor, encodeCursor } from '#server/app/cursor.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { auditedWords, type WordsRow } from './behind-fact.queries.ts';
import { openingsBehind } from './behind-fact.ts';
import { auditedCodes, auditedMatter, type OpeningRow, openingPage } from './list-openings.queries.ts';
import { logLook } from './log-look.ts';
import { instantsOf } from './period.ts';
import { openWords } from './purpose-words.ts';
import { presentUnit } from './unit-name.ts';

const pageSize = 50;
const noMatter = '00000000-0000-0000-0000-000000000000';

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
    await logLook(services, trx, actor, 'audit-openings', query);
    let matterId: string | null = null;
    if (query.code !== undefined) {
      const parsed = parseMatterCode(query.code);
      // A code that does not exist takes the same path as one whose file nobody opened: both find nothing.
      matterId = (parsed.ok ? await auditedMatter(trx, actor.cityCode, parsed.code) : null) ?? noMatter;
    }
    const narrowed = await openingsBehind(services, trx, query);
    const filter = { user: user?.trim() || null, matterId, narrowed, ...instantsOf(services, query) };
    const rows = await openingPage(trx, actor.cityCode, filter, after, limit + 1);
    const page = rows.slice(0, limit);
    const ids = page.flatMap((row) => row.matterId ?? []);
    const codes = await auditedCodes(trx, actor.cityCode, [...new Set(ids)]);
    const said = await auditedWords(
      trx,
      actor.cityCode,
      page.flatMap(({ id, openingId }) => (openingId === null ? [] : [id])),
    );
    const last = page.at(-1);
    return {
      openings: page.map((row) => presentOpening(services, row, { codes, said }, language)),
      next: rows.length > limit && last !== undefined ? encodeCursor({ due: last.at, id: last.id }) : null,
    };
  });
}

function presentOpening(
  services: Services,
  row: OpeningRow,
  { codes, said }: { codes: ReadonlyMap<string, string>; said: readonly WordsRow[] },
  language: Language,
): OpeningView {
  const { openings, roles, parties, outsidePurposes } = words(language);
  const kept = said.find(({ id }) => id === row.openingId);
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
    purpose:
      row.purpose === null || kept === undefined
        ? null
        : {
            code: row.purpose,
            label: outsidePurposes[row.purpose as OutsidePurpose] ?? row.purpose,
            words: openWords(services, kept, kept),
          },
  };
}
