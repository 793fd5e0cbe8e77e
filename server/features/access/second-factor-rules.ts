import { needsTwoFactors } from '#domain/access/two-factors.ts';
import type { Principal } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { findSecondFactors, lockUser } from './second-factor.queries.ts';

/**
 * Who has a second factor shows it before adding or removing one: a stolen password alone must not be able to set up a
 * factor of the thief's own. The account is locked meanwhile.
 */
export async function refuseUnlessBothOrFirst(trx: Trx, { userId, session }: Principal): Promise<void> {
  await lockUser(trx, userId);
  const { hasTotp, passkeys } = await findSecondFactors(trx, userId);
  if (session?.factors === 1 && (hasTotp || passkeys > 0)) refuse(403, 'second-factor-needed');
}

/** The last one stays where a posting needs it; a demo asks nobody. */
export async function refuseLastSecondFactor(
  { config }: Services,
  trx: Trx,
  { userId, postings }: Principal,
  removed: 'totp' | 'passkey',
): Promise<void> {
  if (config.mode === 'demo' || !postings.some(({ role }) => needsTwoFactors(role))) return;
  const { hasTotp, passkeys } = await findSecondFactors(trx, userId);
  const left = removed === 'totp' ? passkeys : passkeys - 1 + (hasTotp ? 1 : 0);
  if (left <= 0) refuse(409, 'second-factor-compulsory');
}
