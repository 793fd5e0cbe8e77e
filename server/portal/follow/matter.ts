import type { FastifyInstance } from 'fastify';
import { sendAttachment } from '#server/app/attachment.ts';
import { readAsParty, readPaperAsParty } from '#server/features/matters/public.ts';
import type { FollowContext } from './follow-context.ts';
import { matterPage } from './matter-page.ts';

const config = { policy: 'public' } as const;
/** What was just done, to be confirmed on the page that one comes back to. */
const confirmed = ['add-information', 'take-back', 'ask-reopening', 'rate', 'choose-telling'] as const;

/** The matter as its party sees it, to read and to print, and its papers. */
export function matterRoutes(app: FastifyInstance, { services, page, enter }: FollowContext): void {
  app.get<{ Querystring: { done?: string } }>('/matter', { config }, async (request, reply) => {
    const party = await enter(request, reply);
    if (party === null) return reply;
    const matter = await readAsParty(services, party, request.language);
    const done = confirmed.find((one) => one === request.query.done) ?? '';
    return page(reply, 'follow/matter', {
      ...matterPage(services, matter, request.language),
      done,
      isPrint: false,
    });
  });

  app.get('/matter/print', { config }, async (request, reply) => {
    const party = await enter(request, reply);
    if (party === null) return reply;
    const matter = await readAsParty(services, party, request.language);
    return page(reply, 'follow/matter', {
      ...matterPage(services, matter, request.language),
      done: '',
      isPrint: true,
      back: '/p/follow/matter',
    });
  });

  app.get<{ Params: { id: string } }>(
    '/papers/:id',
    {
      config,
      schema: { params: { type: 'object', properties: { id: { type: 'string', format: 'uuid' } } } },
    },
    async (request, reply) => {
      const party = await enter(request, reply);
      if (party === null) return reply;
      const paper = await readPaperAsParty(services, party, request.params.id);
      return sendAttachment(reply, paper);
    },
  );
}
