import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  ListNoticesAnswer,
  ListNoticesQuery,
  ReadNoticesAnswer,
  ReadNoticesBody,
} from '#contract/notices/notices.ts';
import { actorOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { listNotices, readNotices } from './list-notices.ts';
import { createNoticeHub } from './stream/notice-hub.ts';
import { streamNotices } from './stream/stream-notices.ts';

const tags = ['notices'];
const config = { policy: 'work-on-matters', demoAccount: 'dispatcher-qingshan' } as const;

/** What colleagues are told of; a test may have the open answers checked more often. */
export function noticeRoutes(services: Services, checkedEveryMs?: number): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/notices',
      {
        config,
        schema: {
          tags,
          operationId: 'list-notices',
          summary: 'What I am told of, newest first',
          description:
            'As it happens: `GET /api/v1/notices/stream` is an answer of type `text/event-stream` that says `notice` ' +
            'whenever this list has something new, and `end` when the session or the posting has ended.',
          querystring: ListNoticesQuery,
          response: { 200: ListNoticesAnswer },
        },
      },
      (request) => listNotices(services, actorOf(request), request.query, request.language),
    );
    app.post(
      '/notices/read',
      {
        config,
        schema: {
          tags,
          operationId: 'read-notices',
          summary: 'Mark notices as read',
          body: ReadNoticesBody,
          response: { 200: ReadNoticesAnswer },
        },
      },
      (request) => readNotices(services, actorOf(request), request.body),
    );
    const hub = createNoticeHub(services);
    app.addHook('preClose', () => hub.closeAll());
    // Not in the API's description: an example of it would never end.
    app.get('/notices/stream', { config, schema: { hide: true } }, (request, reply) =>
      streamNotices(services, hub, request, reply, checkedEveryMs),
    );
  };
}
