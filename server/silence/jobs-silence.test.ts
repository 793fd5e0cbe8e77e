import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMailGateway } from '#server/adapters/messages/mail.ts';
import { createSmsGateway } from '#server/adapters/messages/sms.ts';
import type { Services } from '#server/app/services.ts';
import { startWorking } from '#server/jobs/work.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createListeningProgram, type ListeningProgram } from './listening-program.fixture.ts';
import { marks, Watch } from './marks.ts';

let program: ListeningProgram;
let sms: Server;
let mail: SMTPServer;
const watch = new Watch();
let clerk: Person;
let asked = 0;

beforeAll(async () => {
  program = await createListeningProgram();
  clerk = await hire(program, '150204', 'clerk');
  sms = createServer(async (request, response) => {
    let sent = '';
    for await (const piece of request) sent += piece;
    asked += 1;
    // Gateways like to repeat what they did not like.
    response.writeHead(500, `no ${marks.phone}`).end(sent);
  }).listen(0, '127.0.0.1');
  mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      asked += 1;
      done(Object.assign(new Error(`no such person ${address} ${marks.name}`), { responseCode: 451 }));
    },
  });
  mail.listen(0, '127.0.0.1');
  await new Promise((resolve) => mail.server.once('listening', resolve));
});
afterAll(async () => {
  sms?.close();
  await new Promise<void>((resolve) => mail?.close(resolve) ?? resolve());
  await program?.stop();
});

/** Registers a marked person who wants to be told, and lets the program try until it has failed at each way. */
async function tellThem(services: Services, until: () => boolean): Promise<void> {
  const party = { kind: 'person', name: marks.name, phone: marks.phone, email: marks.mail };
  const { status, body } = await clerk.post('matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story: marks.word,
    parties: [
      { ...party, seat: 'applicant', toldBy: 'sms' },
      { ...party, seat: 'applicant', toldBy: 'mail' },
    ],
  });
  expect(status, JSON.stringify(body)).toBe(201);
  watch.learn(JSON.stringify(body));
  const working = await startWorking({ ...services, clock: program.services.clock });
  await expect.poll(until, { timeout: 40_000 }).toBe(true);
  await working.stop();
}

async function expectSilence(): Promise<void> {
  const { rows } = await sql`select * from jobs.job`.execute(program.admin.db);
  expect(rows.length).toBeGreaterThan(0);
  expect(watch.findIn(`${await program.output()}\n${JSON.stringify(rows)}`)).toEqual([]);
}

it('is silent about whom a gateway refuses, though the gateway is not', async () => {
  const smsUrl = `http://127.0.0.1:${(sms.address() as AddressInfo).port}/`;
  const smtpUrl = `smtp://127.0.0.1:${(mail.server.address() as AddressInfo).port}`;
  const request = { to: '{to}', text: '{text}', id: '{id}' };
  const gateways = {
    sms: createSmsGateway({ url: smsUrl, request, headers: {}, accepted: null }, fetch),
    mail: createMailGateway({ smtpUrl, from: 'hejie@example.gov.cn' }),
  };
  const refused = () => program.lines().filter((line) => line.includes('a message did not leave')).length;
  await tellThem({ ...program.services, gateways }, () => asked >= 2 && refused() >= 2);
  await expectSilence();
}, 120_000);

it('is silent where a gateway breaks in a way that nobody thought of, and the job fails', async () => {
  const broken = {
    send: async ({ to, text }: { to: string; text: string }): Promise<never> => {
      throw Object.assign(new Error(`550 <${to}>: ${text}`), { response: text, to, code: to });
    },
  };
  const failed = () => program.lines().filter((line) => line.includes('a job failed')).length;
  await tellThem({ ...program.services, gateways: { sms: broken, mail: broken } }, () => failed() >= 2);
  await expectSilence();
}, 120_000);
