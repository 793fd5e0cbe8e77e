import { chooseLanguage, type Language } from '#contract/language/language.ts';
import type { PermissionName } from '#domain/access/permissions.ts';
import type { Actor, Principal } from './actor.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The language that the person reads. */
    readonly language: Language;
    /** Set before the body is read, unless the route's policy is `public`. */
    principal: Principal | null;
    /** The same, acting under one posting; null where the policy is `signed-in`. */
    actor: Actor | null;
  }
  interface FastifyContextConfig {
    /** Who may call: `public`, `signed-in` (posting or not), or a door of domain/access/permissions.ts. */
    policy?: PermissionName | 'public' | 'signed-in';
    /** Asks for a proof of who one is within the last minutes, and for a person: no token that somebody made does it. */
    isDangerous?: true;
    /** Open with one factor even to those who need two: who I am, and setting the second factor up. */
    isForSettingUp?: true;
    /** With which demo account the operation's example works as it stands. */
    demoAccount?: string;
    /** What a form with files holds. For the description only: it is read piece by piece, within its own bounds. */
    form?: object;
  }
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A cookie's value; only for cookies of ours that are no secret. */
export function cookieValue(headers: Headers, name: string): string | undefined {
  for (const pair of String(headers.cookie ?? '').split(';')) {
    const [key, value] = pair.split('=', 2);
    if (key?.trim() === name) return value?.trim();
  }
  return undefined;
}

export function languageOf(headers: Headers): Language {
  return chooseLanguage(
    cookieValue(headers, 'hejie_language'),
    headers['accept-language'] as string | undefined,
  );
}

/** Who acts in a request under a policy of the domain's table; such a route is never reached without one. */
export function actorOf(request: { readonly actor: Actor | null }): Actor {
  if (request.actor === null) throw new Error('the route has no policy that asks for a posting');
  return request.actor;
}

/** Who sent a request under the policy `signed-in`; such a route is never reached without one. */
export function principalOf(request: { readonly principal: Principal | null }): Principal {
  if (request.principal === null) throw new Error('the route has no policy that asks who it is');
  return request.principal;
}

/** The request's idempotency key, if it has one. */
export function idempotencyKeyOf(headers: Headers): string | null {
  const key = headers['idempotency-key'];
  return typeof key === 'string' ? key : null;
}
