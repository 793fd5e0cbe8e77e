import { APIError, getSessionFromCtx } from 'better-auth/api';
import type { Database } from '#server/database/connection.ts';
import { findHolder, findPasskeyHolder } from './sign-in.queries.ts';

type Context = Parameters<typeof getSessionFromCtx>[0];

type Verification = {
  readonly registrationInfo?: { readonly userVerified: boolean };
  readonly authenticationInfo?: { readonly userVerified: boolean };
};

/** The device must have asked for a finger, a face or a PIN: only then is it two factors. */
export function requireVerifiedUser({ registrationInfo, authenticationInfo }: Verification): void {
  const { userVerified = false } = registrationInfo ?? authenticationInfo ?? {};
  if (!userVerified) throw new APIError('UNAUTHORIZED', { message: 'the device did not verify its user' });
}

/** Whoever is signed in proves themself with a passkey of their own; nobody's account may be disabled. */
export async function refuseStrangersPasskey(
  db: Database,
  ctx: Context,
  credentialId: string,
): Promise<void> {
  const holderId = await findPasskeyHolder(db, credentialId);
  const holder = holderId === undefined ? undefined : await findHolder(db, holderId);
  const session = await getSessionFromCtx(ctx);
  const isStranger = session !== null && session.user.id !== holderId;
  if (holder === undefined || holder.isDisabled || isStranger)
    throw new APIError('UNAUTHORIZED', { message: 'not a passkey for this' });
}
