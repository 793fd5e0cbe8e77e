import type { Language } from '#contract/language/language.ts';
import type { ListAccountsAnswer, ListAccountsQuery } from '#contract/organisations/accounts.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { decodeTextCursor, encodeTextCursor } from '../text-cursor.ts';
import { presentAccount, readFacts } from './account.presenter.ts';
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
    const facts = await readFacts(services, trx, actor.cityCode, page);
    const last = page.at(-1);
    return {
      accounts: page.map((row) => presentAccount(services, row, facts, language)),
      next: rows.length > limit && last !== undefined ? encodeTextCursor(last.username) : null,
    };
  });
}
