import type { FastifyReply, FastifyRequest } from 'fastify';
import { fill, words } from '#contract/language/language.ts';
import { problemOf } from '#server/app/problem-reply.ts';
import type { Page } from './frame.ts';
import { portalWords } from './words/words.ts';

/** The error handler of the portal: whatever was thrown leaves as a page that says what happened and what to do. */
export function answerWithPage(
  page: Page,
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { status, code, params, errors = [], headers = {} } = problemOf(thrown, request);
  const { language } = request;
  const { titles, errors: sentences } = words(language);
  const advice = portalWords(language).problems;
  const data = {
    title: titles[status as keyof typeof titles] ?? titles[400],
    detail: fill(sentences[code] ?? code, params),
    errors: errors.map(({ reason }) => reason),
    advice: advice[`status-${status}` as keyof typeof advice] ?? advice.other,
    retryAfter: headers['retry-after'],
  };
  reply.headers(headers);
  return page(reply, 'problem', data, status);
}
