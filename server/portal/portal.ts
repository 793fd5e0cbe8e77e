import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Services } from '#server/app/services.ts';
import { assetRoutes } from './assets.ts';
import { bringPart } from './bring/bring.ts';
import { clockPart } from './clock/clock.ts';
import { followPart } from './follow/follow.ts';
import { createPage, type PortalPart } from './frame.ts';
import { helpPart } from './help/help.ts';
import { homeRoute } from './home.ts';
import { languageRoute } from './language-switch.ts';
import { outboxPart } from './outbox.ts';
import { answerWithPage } from './problem-page.ts';
import { proceduresPart } from './procedures/procedures.ts';

type Unknown = (request: FastifyRequest) => never;

/** The parts of the portal, by their place below /p. */
const parts: Readonly<Record<string, PortalPart>> = {
  '/bring': bringPart,
  '/help': helpPart,
  '/outbox': outboxPart,
  '/follow': followPart,
  '/clock': clockPart,
  '/procedures': proceduresPart,
};

/** The public's site, under /p: pages rendered here, forms that work without script. */
export function portalRoutes(services: Services, unknown: Unknown): FastifyPluginAsync {
  const page = createPage(services);
  return async (app: FastifyInstance) => {
    // Forms are taken here and nowhere else; the API goes on taking JSON only.
    app.removeAllContentTypeParsers();
    await app.register(formbody);
    app.setErrorHandler((thrown, request, reply) => answerWithPage(page, thrown, request, reply));
    app.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, hide: true };
    });
    assetRoutes(app);
    languageRoute(app);
    homeRoute(app, page);
    for (const [prefix, part] of Object.entries(parts)) {
      await app.register(part({ services, page }), { prefix });
    }
    // Not a handler for what is not found: the desk's files, served from the root, would be asked first.
    app.all('/*', { config: { policy: 'public' }, onRequest: async (request) => unknown(request) }, () => '');
  };
}
