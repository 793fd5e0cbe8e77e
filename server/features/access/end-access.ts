import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { deleteSessions } from './account.queries.ts';
import { deletePasskeys, deleteTotp } from './second-factor.queries.ts';
import { revokeTokens } from './tokens.queries.ts';

type Left = { readonly postingId: string; readonly userId: string; readonly holdsAnother: boolean };

/**
 * What ends with a posting, in the transaction that ends it: the tokens made for it, and, where it was the last, every
 * session. Streams are closed once it is committed (`forgetPrincipal`).
 */
export async function endAccessOfPosting(
  { clock, pack }: Services,
  trx: Trx,
  { postingId, userId, holdsAnother }: Left,
): Promise<void> {
  await revokeTokens(trx, pack.city.code, { postingId }, clock.now());
  if (!holdsAnother) await deleteSessions(trx, userId);
}

/** For somebody who lost phone and paper: back to the password alone, and out everywhere. Answers whether there was any. */
export async function endSecondFactors(trx: Trx, userId: string): Promise<boolean> {
  const hadTotp = await deleteTotp(trx, userId);
  const hadPasskeys = await deletePasskeys(trx, userId);
  const hadAny = hadTotp || hadPasskeys;
  if (hadAny) await deleteSessions(trx, userId);
  return hadAny;
}
