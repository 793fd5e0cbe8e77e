import { isIP } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignInAnswer, WaysIn } from '#contract/access/getting-in.ts';
import type { Services } from '#server/app/services.ts';
import { askProvider, originOf } from './identity-provider.ts';
import { findSecondFactors } from './second-factor.queries.ts';

/** What the sign-in page offers here. A passkey belongs to a host's name: an address of numbers has none. */
export function waysIn(services: Services, request: FastifyRequest): WaysIn {
  const { citySignIn } = services.config.gettingIn;
  const host = new URL(originOf(services, request)).hostname.replace(/^\[|\]$/g, '');
  return { citySignIn: citySignIn && { name: citySignIn.name }, passkey: isIP(host) === 0 };
}

/** The challenge for a passkey. The device must make sure who uses it: only then is it two factors. */
export async function passkeyQuestion(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<object> {
  const answer = await askProvider(services, request, reply, {
    method: 'GET',
    path: '/passkey/generate-authenticate-options',
  });
  if (!answer.ok) throw new Error(`the identity provider answered ${answer.status}`);
  return { ...((await answer.json()) as object), userVerification: 'required' };
}

/** By what somebody may answer the question for the second factor. */
export async function offersOf({ db }: Services, userId: string): Promise<SignInAnswer['offers']> {
  const { hasTotp, passkeys, recoveryCodesLeft } = await findSecondFactors(db, userId);
  return [
    ...(hasTotp ? (['totp'] as const) : []),
    ...(recoveryCodesLeft > 0 ? (['recovery-code'] as const) : []),
    ...(passkeys > 0 ? (['passkey'] as const) : []),
  ];
}
