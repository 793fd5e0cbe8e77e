import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Me } from '#contract/access/me.ts';
import { words } from '#contract/language/language.ts';
import type { Services } from '#server/app/services.ts';
import { requireActor } from './principal.ts';

/** Who I am, what I may act as, and as what I act now. */
export function meRoute(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/me',
      {
        config: { policy: 'signed-in', isForSettingUp: true, demoAccount: 'clerk-qingshan' },
        schema: {
          tags: ['access'],
          summary: 'Who is signed in, and under which postings',
          response: { 200: Me },
        },
      },
      (request) => {
        const { principal, language } = request;
        const { roles } = words(language);
        const postings = principal?.postings ?? [];
        const isNamed = request.headers['hejie-posting'] !== undefined;
        const acting = postings.length > 0 || isNamed ? requireActor(request, services) : null;
        return {
          user: {
            id: principal?.userId ?? '',
            name: principal?.name ?? '',
            username: principal?.username ?? '',
          },
          postings: postings.map((posting) => ({
            id: posting.id,
            unitId: posting.unitId,
            unitName: language === 'en' ? (posting.unitNameEn ?? posting.unitName) : posting.unitName,
            unitKind: posting.unitKind,
            regionCode: posting.regionCode,
            role: posting.role,
            roleLabel: roles[posting.role],
          })),
          acting: acting?.postingId ?? null,
          language,
          mode: services.config.mode,
        };
      },
    );
  };
}
