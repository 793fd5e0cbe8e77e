import type { Language } from '#contract/language/language.ts';
import type { AccountView } from '#contract/organisations/accounts.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import type { Trx } from '#server/database/transaction.ts';
import { presentPosting } from '../postings/posting.presenter.ts';
import { type PostingRow, standingPostings } from '../postings/postings.queries.ts';
import { type AccountRow, findAccount } from './accounts.queries.ts';

export function presentAccount(
  services: Services,
  row: AccountRow,
  postings: readonly PostingRow[],
  language: Language,
): AccountView {
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    createdAt: row.createdAt.toISOString(),
    disabledAt: row.disabledAt?.toISOString() ?? null,
    postings: postings
      .filter(({ userId }) => userId === row.id)
      .map((posting) => presentPosting(services, posting, language)),
  };
}

/** An account as it stands in this transaction. */
export async function readAccount(
  services: Services,
  trx: Trx,
  cityCode: string,
  userId: string,
  language: Language,
): Promise<AccountView> {
  const row = await findAccount(trx, userId);
  if (row === undefined) throw new Error('an account that was just changed is not there');
  return presentAccount(
    services,
    row,
    await standingPostings(trx, cityCode, [userId], todayOf(services)),
    language,
  );
}
