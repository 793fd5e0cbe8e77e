import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Client } from '../load/client.ts';

/** The same requests without a network, to a program in this process. */
export function injected(app: FastifyInstance): Pick<Client, 'get' | 'post'> {
  const ask = async (method: 'GET' | 'POST', url: string, token: string, expected: number, body?: object) => {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
    const answer = await app.inject({ method, url, headers, ...(body && { payload: body }) });
    if (answer.statusCode !== expected)
      throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`);
    return answer.body;
  };
  return {
    get: (path, token) => ask('GET', path, token, 200),
    post: (path, token, body, expected) => ask('POST', path, token, expected, body as object),
  };
}
