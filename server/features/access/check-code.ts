import type { SecondFactorBody } from '#contract/access/getting-in.ts';
import { stepOfCode } from '#server/adapters/totp.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { recordAccess } from './record-access.ts';
import { recoveryCodeHash } from './recovery-codes.ts';
import { lockTotp, spendRecoveryCode, spendStep } from './second-factor.queries.ts';

/** Whether a code is right, once: what was right is used up in the same transaction. */
export function checkCode(
  services: Services,
  userId: string,
  { kind, code }: SecondFactorBody,
): Promise<boolean> {
  const now = services.clock.now();
  const cityCode = services.pack.city.code;
  return inTransaction(services, { cityCode, role: 'program' }, async (trx) => {
    const totp = await lockTotp(trx, userId);
    if (totp === undefined || !totp.isConfirmed) return false;
    if (kind === 'recovery-code') {
      const isGood = await spendRecoveryCode(
        trx,
        userId,
        recoveryCodeHash(services, userId, code),
        now.toString(),
      );
      if (isGood)
        await recordAccess(services, trx, { userId, postings: [] }, { type: 'recovery-code-used', userId });
      return isGood;
    }
    const step = stepOfCode(
      openTotpSecret(services, userId, totp.secret),
      code,
      now.epochMilliseconds / 1000,
      totp.lastStep,
    );
    if (step !== null) await spendStep(trx, userId, step);
    return step !== null;
  });
}

export function sealTotpSecret({ keys }: Services, userId: string, secret: Buffer): Buffer {
  return keys.seal(keys.purposeKey('totp'), secret, `sign_in.totp/${userId}`);
}

export function openTotpSecret({ keys }: Services, userId: string, sealed: Buffer): Buffer {
  return keys.open(keys.purposeKey('totp'), sealed, `sign_in.totp/${userId}`);
}
