import { legalDay } from '#domain/roadmap/legal-day.ts';
import { emptyForm, sentForm } from '../form.ts';
import type { PortalPart } from '../frame.ts';
import { languageGo, switchLanguage } from '../language-switch.ts';
import { type BringContext, config } from './bring-context.ts';
import { createBringLimits } from './bring-limits.ts';
import { doneRoutes } from './done.ts';
import { newDraft, openDraft, removeDraft, saveDraft } from './draft.ts';
import { filesRoutes } from './files.ts';
import { pruneDrafts } from './prune-drafts.ts';
import { questionRoutes } from './question-routes.ts';
import { firstOpen, questions } from './questions.ts';
import { sendRoutes } from './send-matter.ts';

/** Somebody brings a matter, one question a page: /p/bring. */
export const bringPart: PortalPart = (portal) => {
  const { services, page } = portal;
  const { pack, clock } = services;
  const context: BringContext = {
    ...portal,
    limits: createBringLimits(services),
    world: () => ({ pack, today: legalDay(clock.now(), pack.city.zone) }),
    async enter(request, reply) {
      const open = await openDraft(services, request);
      if (open === null) await reply.redirect('/p/bring?lost=1', 303);
      else if (open.draft.done !== undefined) await reply.redirect('/p/bring/done', 303);
      else return open;
      return null;
    },
  };

  return async (app) => {
    app.get<{ Querystring: { lost?: string; cleared?: string } }>('/', { config }, async (request, reply) => {
      const open = await openDraft(services, request);
      if (open?.draft.done !== undefined) return reply.redirect('/p/bring/done', 303);
      const notice =
        open !== null ? 'begun' : request.query.cleared ? 'cleared' : request.query.lost ? 'lost' : '';
      return page(reply, 'bring/start', { notice, form: emptyForm });
    });

    app.post('/', { config }, async (request, reply) => {
      const { go } = sentForm(request);
      const open = await openDraft(services, request);
      const language = languageGo(go);
      if (language !== null) return switchLanguage(reply, language, '/p/bring');
      if (go === 'clear') {
        if (open !== null) await removeDraft(services, reply, open);
        return reply.redirect('/p/bring?cleared=1', 303);
      }
      if (open !== null) {
        const { answers, seen } = open.draft;
        const at = firstOpen(answers, seen, context.world());
        return reply.redirect(at === undefined ? '/p/bring/check' : `/p/bring/${at.name}`, 303);
      }
      const seconds = context.limits.secondsToBegin(request.ip);
      if (seconds > 0) {
        reply.header('retry-after', String(seconds));
        return page(reply, 'bring/start', { notice: 'wait', seconds, form: emptyForm }, 429);
      }
      context.limits.countBegun(request.ip);
      await pruneDrafts(services, 20);
      await saveDraft(services, newDraft(services, reply));
      return reply.redirect(`/p/bring/${questions[0]?.name}`, 303);
    });

    questionRoutes(app, context);
    await app.register(filesRoutes(context));
    sendRoutes(app, context);
    doneRoutes(app, context);
  };
};
