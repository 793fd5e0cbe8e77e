import type { Language } from '#contract/language/language.ts';
import type { ListAccountsAnswer, ListAccountsQuery } from '#contract/organisations/accounts.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { standingPostings } from '../postings/postings.queries.ts';
import { decodeTextCursor, encodeTextCursor } from '../text-cursor.ts';
import { presentAccount } from './account.presenter.ts';
import { accountPage } from './accounts.queries.ts';

const pageSize = 50;

/** The accounts of the city by user name, with what each is posted as. */
export async function listAccounts(
  services: Services,
  actor: Actor,
  query: ListAccountsQuery,
  language: Language,
): Promise<ListAccountsAnswer> {
  const { find = '', limit = pageSize } = query;
  const after = decodeTextCursor(query.after);
  return inTransaction(services, actor, async (trx) => {
    const rows = await accountPage(trx, find.trim(), after, limit + 1);
    const page = rows.slice(0, limit);
    const ids = page.map(({ id }) => id);
    const postings = await standingPostings(trx, actor.cityCode, ids, todayOf(services));
    const last = page.at(-1);
    return {
      accounts: page.map((row) => presentAccount(services, row, postings, language)),
      next: rows.length > limit && last !== undefined ? encodeTextCursor(last.username) : null,
    };
  });
}
