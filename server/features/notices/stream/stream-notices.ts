import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '#server/app/refusal.ts';
import { actorOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { isStillPosted } from '#server/features/access/public.ts';
import type { NoticeHub, OpenPage } from './notice-hub.ts';

/** Never longer than this may somebody listen after their session or posting has ended elsewhere. */
const checkedEveryMs = 15_000;

/**
 * An answer that stays open (server-sent events): `notice` says that there is something new to fetch, `end` that there
 * will be no more. It carries no content of its own, so nothing in it can be meant for somebody else.
 */
export async function streamNotices(
  services: Services,
  hub: NoticeHub,
  request: FastifyRequest,
  reply: FastifyReply,
  everyMs = checkedEveryMs,
): Promise<void> {
  const actor = actorOf(request);
  const { raw } = reply;
  let timer: NodeJS.Timeout | undefined;
  let isChecking = false;

  const say = (event: string): void => {
    if (!raw.writableEnded) raw.write(`event: ${event}\ndata: {}\n\n`);
  };
  const page: OpenPage = {
    actor,
    hear: () => say('notice'),
    check: () => void check(),
    end: () => {
      if (raw.writableEnded) return;
      say('end');
      raw.end();
    },
  };
  async function check(): Promise<void> {
    if (isChecking) return;
    isChecking = true;
    // Where nobody can say whether they may, they may not; the page asks again by itself.
    const mayGoOn = await isStillPosted(services, request, actor.postingId).catch(() => false);
    isChecking = false;
    if (!mayGoOn) page.end();
    else if (!raw.writableEnded) raw.write(': still here\n\n');
  }

  if (!(await hub.open(page))) {
    refuse(429, 'too-many-requests', { params: { seconds: 60 }, headers: { 'retry-after': '60' } });
  }
  reply.hijack();
  raw.on('close', () => {
    clearInterval(timer);
    hub.close(page);
  });
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // A proxy that gathers what passes would keep it for itself.
    'x-accel-buffering': 'no',
  });
  timer = setInterval(page.check, everyMs);
  timer.unref();
  say('open');
  // Whoever hung up before the first word was heard has no `close` to come.
  if (raw.destroyed) hub.close(page);
}
