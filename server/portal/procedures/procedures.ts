import { fill } from '#contract/language/language.ts';
import { refuse } from '#server/app/refusal.ts';
import { todayOf } from '#server/app/today.ts';
import type { PortalPart } from '../frame.ts';
import { portalWords } from '../words/words.ts';
import { procedurePage } from './procedure-page.ts';

const config = { policy: 'public' } as const;

/** The lawful procedures, for anybody: /p/procedures, and a page for each. */
export const proceduresPart: PortalPart =
  ({ services, page }) =>
  async (app) => {
    const inForce = () => services.roadmap.inForce(todayOf(services));

    app.get('/', { config }, (request, reply) => {
      const { language } = request;
      const list = inForce().map(({ key, title, body }) => ({
        key,
        name: title[language],
        body: body[language],
      }));
      const lead = fill(portalWords(language).procedures.lead, { count: list.length });
      return page(reply, 'procedures/list', { list, lead });
    });

    app.get<{ Params: { key: string } }>('/:key', { config }, (request, reply) => {
      const procedure = inForce().find(({ key }) => key === request.params.key);
      if (procedure === undefined) return refuse(404, 'unknown-route');
      return page(reply, 'procedures/procedure', procedurePage(services, procedure, request.language));
    });
  };
