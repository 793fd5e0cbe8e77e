import type { FastifyInstance } from 'fastify';

/**
 * A form that was refused is read no further: its parser would go on through all that still comes, which for a form of a
 * million parts takes minutes of everybody's time. The rest is let pass unread, and the connection ends with the answer.
 */
export function stopReadingRefusedForms(app: FastifyInstance): void {
  app.addHook('onSend', async ({ raw, headers }, reply, payload) => {
    if (reply.statusCode >= 400 && headers['content-type']?.startsWith('multipart/')) {
      raw.unpipe();
      raw.resume();
      reply.header('connection', 'close');
    }
    return payload;
  });
}
