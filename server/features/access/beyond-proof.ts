import type { FastifyRequest } from 'fastify';
import type { PermissionName } from '#domain/access/permissions.ts';
import { isWithin } from '#domain/access/token-bounds.ts';
import { clockStrayAtMostSeconds, needsTwoFactors, proofLastsSeconds } from '#domain/access/two-factors.ts';
import type { Principal } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { requireActor } from './principal.ts';

export type Asked = {
  readonly policy: PermissionName | 'signed-in';
  readonly isDangerous?: true | undefined;
  readonly isForSettingUp?: true | undefined;
};

/** Refuses what goes beyond the proof that somebody came with: their factors, how fresh it is, the bounds of a token. */
export function refuseBeyondProof(services: Services, request: FastifyRequest, asked: Asked): void {
  const { principal } = request;
  if (!principal) refuse(401, 'not-signed-in');
  const { bounds, session } = principal;
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const { policy, isDangerous = false, isForSettingUp = false } = asked;
  if (bounds !== null && !isWithin(bounds, { policy, isReading, isDangerous })) refuse(403, 'outside-token');
  if (session === null) return;
  if (!isForSettingUp && session.factors === 1 && isAskedForTwo(services, request, principal))
    refuse(403, 'second-factor-needed');
  if (isDangerous && !isProvedOfLate(session.provedAt)) refuse(403, 'prove-again');
}

/** A demo, whose passwords are public, asks nobody. */
function isAskedForTwo(services: Services, request: FastifyRequest, { postings }: Principal): boolean {
  if (services.config.mode === 'demo') return false;
  const isNamed = request.headers['hejie-posting'] !== undefined;
  if (postings.length === 0 && !isNamed) return false;
  return needsTwoFactors(requireActor(request, services).role);
}

/** A proof from a time to come was given while the clock ran ahead, and would last until then. */
function isProvedOfLate(then: Date): boolean {
  const seconds = (Date.now() - then.getTime()) / 1000;
  return seconds <= proofLastsSeconds && seconds >= -clockStrayAtMostSeconds;
}
