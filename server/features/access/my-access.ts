import type { MyAccess } from '#contract/access/getting-in.ts';
import { needsTwoFactors } from '#domain/access/two-factors.ts';
import type { Principal } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { findPasswordHash } from './account.queries.ts';
import { deviceOf } from './device.ts';
import { findOwnTokens } from './own-tokens.queries.ts';
import { presentToken } from './own-tokens.ts';
import { findPasskeys } from './passkeys.queries.ts';
import { findSecondFactors } from './second-factor.queries.ts';
import { findSessions } from './sessions.queries.ts';

/** Everything by which this person gets in, as it stands now. */
export async function readMyAccess(services: Services, principal: Principal): Promise<MyAccess> {
  const { db, config, pack, clock } = services;
  const { userId, session, postings } = principal;
  const [hash, factors, passkeys, sessions, tokens] = await Promise.all([
    findPasswordHash(db, userId),
    findSecondFactors(db, userId),
    findPasskeys(db, userId),
    findSessions(db, userId),
    findOwnTokens(db, pack.city.code, userId, clock.now().toString()),
  ]);
  const present = sessions.find(({ id }) => id === session?.id);
  return {
    hasPassword: hash !== null,
    hasTotp: factors.hasTotp,
    recoveryCodesLeft: factors.recoveryCodesLeft,
    passkeys: passkeys.map(({ id, label, createdAt }) => ({ id, label, createdAt: createdAt.toISOString() })),
    sessions: sessions.map(({ id, userAgent, startedAt, lastUsedAt, factors: proved }) => ({
      id,
      isThis: id === session?.id,
      device: deviceOf(userAgent),
      startedAt: startedAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      factors: proved,
    })),
    tokens: tokens.map(presentToken),
    needsTwoFactors: postings.some(({ role }) => needsTwoFactors(role)),
    isDemo: config.mode === 'demo',
    // As it is written, not as it was when this request came in: it may just have been raised.
    factors: present?.factors ?? session?.factors ?? 1,
  };
}
