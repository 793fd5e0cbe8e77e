import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieValue } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { type PartyAtMatter, partyAt } from '#server/features/matters/public.ts';

/**
 * Who is in is kept in a sealed cookie and nowhere else. It ends 30 minutes after the last page, 8 hours after the code
 * was typed, and at once when the secret is replaced.
 */
type Session = {
  readonly matterId: string;
  readonly partyId: string;
  readonly generation: number;
  readonly startedMs: number;
  readonly seenMs: number;
};

const cookieName = 'hejie_party';
export const idleMinutes = 30;
const idleMs = idleMinutes * 60_000;
const longestMs = 8 * 60 * 60_000;

type World = Pick<Services, 'keys' | 'clock' | 'config'>;

const keyOf = ({ keys }: World): Buffer => keys.purposeKey('portal-session');

function setCookie({ config }: World, reply: FastifyReply, value: string, seconds: number): void {
  // Over plain HTTP, which only the demo on this machine speaks, a browser would drop a cookie marked `Secure`.
  const isSecure = config.origin?.startsWith('https:') === true;
  reply.header(
    'set-cookie',
    `${cookieName}=${value}; Path=/p; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`,
  );
}

function write(world: World, reply: FastifyReply, session: Session): void {
  const sealed = world.keys.seal(keyOf(world), JSON.stringify(session), cookieName);
  setCookie(world, reply, sealed.toString('base64url'), idleMinutes * 60);
}

function read(world: World, request: FastifyRequest): Session | null {
  const value = cookieValue(request.headers, cookieName);
  if (!value) return null;
  try {
    const opened = world.keys.open(keyOf(world), Buffer.from(value, 'base64url'), cookieName);
    const session = JSON.parse(opened.toString('utf8')) as Session;
    const nowMs = world.clock.now().epochMilliseconds;
    const isOver = nowMs - session.seenMs > idleMs || nowMs - session.startedMs > longestMs;
    return isOver ? null : session;
  } catch {
    // Not sealed by us, or by a key of before: nobody is in.
    return null;
  }
}

/** Lets a party in who has just shown code and secret. */
export function startSession(services: Services, reply: FastifyReply, party: PartyAtMatter): void {
  const nowMs = services.clock.now().epochMilliseconds;
  const { matterId, partyId, generation } = party;
  write(services, reply, { matterId, partyId, generation, startedMs: nowMs, seenMs: nowMs });
}

export function endSession(services: Services, reply: FastifyReply): void {
  setCookie(services, reply, '', 0);
}

/** Whether a cookie came along at all: then whoever is out learns why. */
export function hasCookie(request: FastifyRequest): boolean {
  return Boolean(cookieValue(request.headers, cookieName));
}

/** The party who sends this request, if they are in; every page puts the end of their half hour off. */
export async function partyOf(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<PartyAtMatter | null> {
  const session = read(services, request);
  if (session === null) return null;
  const party = await partyAt(services, session);
  if (party !== null) write(services, reply, { ...session, seenMs: services.clock.now().epochMilliseconds });
  return party;
}
