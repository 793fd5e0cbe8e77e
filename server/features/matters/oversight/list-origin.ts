import { type Language, words } from '#contract/language/language.ts';
import type { OriginAnswer, OriginQuery } from '#contract/oversight/oversight.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { presentUnit } from '../present/matter-present.ts';
import { originPage } from './oversight.queries.ts';

const pageSize = 50;

/** 首接负责: a centre follows what it passed on, by code and stage only. */
export async function listOrigin(
  services: Services,
  actor: Actor,
  { after = null }: { readonly after?: OriginQuery['after'] | null },
  language: Language,
): Promise<OriginAnswer> {
  const rows = await inTransaction(services, actor, (trx) => originPage(trx, actor, after, pageSize + 1));
  const page = rows.slice(0, pageSize);
  return {
    matters: page.map(({ code, status, leadUnitId }) => ({
      code,
      status,
      statusLabel: words(language).statuses[status],
      lead: presentUnit(services, leadUnitId, language),
    })),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}
