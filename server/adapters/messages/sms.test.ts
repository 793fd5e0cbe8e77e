import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { SmsConfig } from '#server/app/messages-config.ts';
import { createOutgoing } from '../outgoing.ts';
import type { OutgoingMessage } from './gateway.ts';
import { createSmsGateway as createGateway, filled } from './sms.ts';

const outgoing = createOutgoing({ allow: ['127.0.0.1'] });
const createSmsGateway = (config: SmsConfig, timeoutInMs?: number) =>
  createGateway(config, outgoing.fetch, timeoutInMs);

const message: OutgoingMessage = {
  id: '01990000-0000-7000-8000-000000000001',
  cityCode: '1502',
  to: '13800000000',
  subject: '',
  text: '编号"2026-7K3M-Q9ZA"的事项已受理\\：{id}',
};

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Got = { readonly headers: IncomingHttpHeaders; readonly body: unknown };

/** A real gateway of the test's own, and what it got. */
async function listen(reply: (response: ServerResponse) => void): Promise<{ config: SmsConfig; got: Got[] }> {
  const got: Got[] = [];
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    got.push({ headers: request.headers, body: JSON.parse(body) });
    reply(response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return {
    got,
    config: {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
      request: { phone: '{to}', template: ['T1', { content: '【和解】{text}' }], outId: '{id}', count: 1 },
      headers: { authorization: 'key 1' },
      accepted: null,
    },
  };
}

const answering = (status: number, body = '') => listen((response) => response.writeHead(status).end(body));

describe('text messages', () => {
  it('leave in the form that the gateway was said to want, text as it is', async () => {
    const { config, got } = await answering(200, '{"code":0}');
    expect(await createSmsGateway(config).send(message)).toEqual({ ok: true });
    expect(got[0]?.body).toEqual({
      phone: '13800000000',
      template: ['T1', { content: `【和解】${message.text}` }],
      outId: message.id,
      count: 1,
    });
    expect(got[0]?.headers).toMatchObject({ authorization: 'key 1', 'content-type': 'application/json' });
  });

  it.each([
    [400, true],
    [404, true],
    [422, true],
    [401, false],
    [429, false],
    [302, false],
    [500, false],
    [503, false],
  ])('answered with %i: final is %s', async (status, isFinal) => {
    const { config } = await answering(status);
    expect(await createSmsGateway(config).send(message)).toMatchObject({ ok: false, isFinal });
  });

  it('are not sent on to wherever a gateway points', async () => {
    const { config, got } = await listen((response) =>
      response.writeHead(307, { location: '/elsewhere' }).end(),
    );
    await createSmsGateway(config).send(message);
    expect(got).toHaveLength(1);
  });

  it('need the word of a gateway that answers 200 whatever happens', async () => {
    const { config } = await answering(200, '{"code":1004}');
    const gateway = createSmsGateway({ ...config, accepted: '"code":0' });
    expect(await gateway.send(message)).toEqual({ ok: false, fault: 'gateway-refused', isFinal: false });
  });

  it('do not go to an address on the inside that nobody named', async () => {
    const { config, got } = await answering(200);
    const guarded = createGateway(config, createOutgoing({ allow: [] }).fetch);
    expect(await guarded.send(message)).toEqual({ ok: false, fault: 'gateway-away', isFinal: false });
    expect(got).toHaveLength(0);
  });

  it('are tried again where the gateway does not answer in time, hangs up, or is not there', async () => {
    const away = { ok: false, fault: 'gateway-away', isFinal: false };
    const { config } = await listen(() => undefined);
    expect(await createSmsGateway(config, 100).send(message)).toEqual(away);
    server?.closeAllConnections();
    server?.close();
    expect(await createSmsGateway(config).send(message)).toEqual(away);
    const rude = await listen((response) => response.socket?.destroy());
    expect(await createSmsGateway(rude.config).send(message)).toEqual(away);
  });
});

it('fills in once: what a text holds is not filled in again', () => {
  expect(filled({ a: '{text}' }, { text: '{to}', to: '1', id: '2' })).toEqual({ a: '{to}' });
});
