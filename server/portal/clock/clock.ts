import type { PortalPart } from '../frame.ts';
import { clockPage } from './clock-page.ts';
import { type ClockQuery, readQuestion } from './read-question.ts';
import { reckonQuestion } from './reckon-question.ts';

/**
 * The calculator of limits, for anybody: /p/clock. Asked by its address alone, so that an answer can be kept and passed on.
 */
export const clockPart: PortalPart =
  ({ services, page }) =>
  async (app) => {
    app.get<{ Querystring: ClockQuery }>('/', { config: { policy: 'public' } }, (request, reply) => {
      const { language } = request;
      const question = readQuestion(request.query);
      const answered = question.isAsked
        ? reckonQuestion(services, question, language)
        : { answer: null, errors: [] };
      const status = answered.errors.length > 0 ? 422 : 200;
      return page(reply, 'clock/clock', clockPage(services, question, answered, language), status);
    });
  };
