import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { MessageView } from '#contract/messages/message.ts';
import { actorOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { resendMessage } from '#server/features/messages/public.ts';
import { examples, messageParams } from '../examples.ts';

/** Messages to the parties of a matter. They are read with it. */
export function messageRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/matters/:id/messages/:messageId/resend',
      {
        config: { policy: 'work-on-matters', demoAccount: examples.read.account },
        schema: {
          tags: ['matters'],
          operationId: 'resend-message',
          summary: 'Send a message to a party once more',
          params: messageParams,
          response: { 200: MessageView },
        },
      },
      (request) => {
        const { id: matterId, messageId } = request.params;
        return resendMessage(services, actorOf(request), { matterId, messageId }, request.language);
      },
    );
  };
}
