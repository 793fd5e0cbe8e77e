import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from './gateway.ts';
import { createMailGateway } from './mail.ts';

const message: OutgoingMessage = {
  id: '01990000-0000-7000-8000-000000000001',
  cityCode: '1502',
  to: 'wang@example.cn',
  subject: '事项2026-7K3M-Q9ZA有新的进展',
  text: '编号2026-7K3M-Q9ZA的事项已受理：https://hejie.example.cn/p/follow',
};
const from = 'hejie@example.gov.cn';
const impatient = { connectInMs: 300, answerInMs: 300 };

let server: SMTPServer | undefined;
afterEach(() => new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(resolve))));

/** A real mail server of the test's own, and what it got. */
async function listen(options: SMTPServerOptions = {}): Promise<{ url: string; got: string[] }> {
  const got: string[] = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let mail = '';
      stream.on('data', (part: Buffer) => {
        mail += part.toString('utf8');
      });
      stream.on('end', () => {
        got.push(mail);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, got };
}

function answer(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

describe('mail', () => {
  it('arrives, under an id that stays the same', async () => {
    const { url, got } = await listen();
    const gateway = createMailGateway({ smtpUrl: url, from });
    expect(await gateway.send(message)).toEqual({ ok: true });
    expect(await gateway.send(message)).toEqual({ ok: true });
    expect(got).toHaveLength(2);
    for (const mail of got) {
      expect(mail).toContain(`Message-ID: <${message.id}@example.gov.cn>`);
      expect(mail).toContain('To: wang@example.cn');
      expect(mail).toContain('From: hejie@example.gov.cn');
    }
  });

  it('is not tried again where the addressee is refused', async () => {
    const { url } = await listen({
      onRcptTo: (_address, _session, done) => done(answer(550, 'no such user')),
    });
    expect(await createMailGateway({ smtpUrl: url, from }).send(message)).toEqual({
      ok: false,
      fault: 'address-refused',
      isFinal: true,
    });
  });

  it('is tried again where the server is only busy', async () => {
    const { url } = await listen({ onRcptTo: (_address, _session, done) => done(answer(451, 'later')) });
    expect(await createMailGateway({ smtpUrl: url, from }).send(message)).toMatchObject({ isFinal: false });
  });

  it('is tried again where our own login is refused: that is for us to mend', async () => {
    const { url } = await listen({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(answer(535, 'who are you')),
    });
    const smtpUrl = url.replace('smtp://', 'smtp://user:wrong@');
    expect(await createMailGateway({ smtpUrl, from }).send(message)).toMatchObject({
      fault: 'gateway-away',
      isFinal: false,
    });
  });

  it('is tried again where nobody answers, or not in time', async () => {
    const { url } = await listen({ onConnect: () => undefined });
    const away = { ok: false, fault: 'gateway-away', isFinal: false };
    expect(await createMailGateway({ smtpUrl: url, from }, impatient).send(message)).toEqual(away);
    const nobody = createMailGateway({ smtpUrl: 'smtp://127.0.0.1:1', from }, impatient);
    expect(await nobody.send(message)).toEqual(away);
  });
});
