import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import multipart from '@fastify/multipart';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { stopReadingRefusedForms } from './stop-reading.ts';

const part = '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\ny\r\n';
const form = Buffer.from(`${part.repeat(60_000)}--b--\r\n`);

/** Sends the form whatever is answered, and tells what was answered, and whether the connection ended. */
async function send(port: number): Promise<{ answer: string; isEnded: boolean }> {
  const socket = connect({ host: '127.0.0.1', port });
  let answer = '';
  let isEnded = false;
  socket.on('data', (piece) => {
    answer += piece;
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    isEnded = true;
  });
  socket.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: multipart/form-data; boundary=b\r\n');
  socket.write(`content-length: ${form.length}\r\n\r\n`);
  socket.write(form);
  for (let waited = 0; waited < 100 && !(answer !== '' && isEnded); waited += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  return { answer, isEnded };
}

async function refuseForms(isStopped: boolean) {
  const app = Fastify({ bodyLimit: 50 * 1024 * 1024, forceCloseConnections: true });
  if (isStopped) stopReadingRefusedForms(app);
  await app.register(multipart, { limits: { parts: 5 } });
  app.post('/', async (request, reply) => {
    try {
      for await (const _part of request.parts());
      return {};
    } catch {
      return reply.code(413).send({});
    }
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const told = await send((app.server.address() as AddressInfo).port);
  await app.close();
  return told;
}

it('ends the connection of a refused form instead of parsing on', async () => {
  const stopped = await refuseForms(true);
  expect(stopped.answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(stopped.answer.toLowerCase()).toContain('connection: close');
  expect(stopped.isEnded).toBe(true);
  // Without it the connection stays, half read, for as long as its sender likes.
  expect((await refuseForms(false)).isEnded).toBe(false);
}, 40_000);
