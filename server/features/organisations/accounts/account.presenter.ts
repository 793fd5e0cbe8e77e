import type { Language } from '#contract/language/language.ts';
import type { AccountView } from '#contract/organisations/accounts.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import type { Trx } from '#server/database/transaction.ts';
import { findSecondFactorsOf, lockedUntil } from '#server/features/access/public.ts';
import { presentPosting } from '../postings/posting.presenter.ts';
import { type PostingRow, standingPostings } from '../postings/postings.queries.ts';
import { type AccountRow, findAccount } from './accounts.queries.ts';

/** What is told of accounts beside their names. */
export type AccountFacts = {
  readonly postings: readonly PostingRow[];
  readonly factors: ReadonlyMap<string, { hasTotp: boolean; hasPasskey: boolean }>;
  readonly locked: ReadonlyMap<string, Date>;
};

/** The facts of all accounts of a page, each kind in one look-up. */
export async function readFacts(
  services: Services,
  trx: Trx,
  cityCode: string,
  rows: readonly AccountRow[],
): Promise<AccountFacts> {
  const ids = rows.map(({ id }) => id);
  return {
    postings: await standingPostings(trx, cityCode, ids, todayOf(services)),
    factors: await findSecondFactorsOf(trx, ids),
    locked: await lockedUntil(services, trx, rows),
  };
}

export function presentAccount(
  services: Services,
  row: AccountRow,
  { postings, factors, locked }: AccountFacts,
  language: Language,
): AccountView {
  const { hasTotp = false, hasPasskey = false } = factors.get(row.id) ?? {};
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    createdAt: row.createdAt.toISOString(),
    disabledAt: row.disabledAt?.toISOString() ?? null,
    secondFactor: hasTotp ? (hasPasskey ? 'both' : 'totp') : hasPasskey ? 'passkey' : 'none',
    isLockedUntil: locked.get(row.id)?.toISOString() ?? null,
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
  return presentAccount(services, row, await readFacts(services, trx, cityCode, [row]), language);
}
