import { afterAll, beforeAll, expect, it } from 'vitest';
import { startVisit } from '#server/portal/bring/visit.fixture.ts';
import { visitorOf } from '#server/portal/follow/visitor.fixture.ts';
import { createListeningProgram, type ListeningProgram } from './listening-program.fixture.ts';
import { marks, Watch } from './marks.ts';

let program: ListeningProgram;
const watch = new Watch();
beforeAll(async () => {
  program = await createListeningProgram();
});
afterAll(() => program?.stop());

const told: [string, Record<string, string>][] = [
  ['story', { story: `${marks.word}：${marks.name}拖欠工资，住${marks.address}。` }],
  ['kind', { kind: '10' }],
  ['county', { county: '150204' }],
  ['township', { township: '150204001' }],
  ['centre', { centre: '150204001' }],
  ['who', { who: 'self' }],
  ['contact', { partyKind: 'person', name: marks.name, phone: marks.phone, residentId: marks.residentId }],
  ['telling', { toldBy: 'mail', email: marks.mail }],
  ['other-side', { otherKind: 'organisation', otherName: marks.organisation }],
  ['request', { request: `付清工资 ${marks.word}` }],
];

async function expectSilence(): Promise<void> {
  const output = await program.output();
  const found = watch.findIn(output).map((mark) => {
    const at = output.indexOf(mark);
    return `${mark}: ${output.slice(Math.max(0, at - 300), at + 60)}`;
  });
  expect(found).toEqual([]);
}

it('is silent about somebody who brings a matter, stumbles on the way, and follows it', async () => {
  const visit = startVisit(program);
  await visit.begin();
  for (const [name, values] of told) {
    // First wrong, then right, as people do.
    const wrong = Object.fromEntries(
      Object.keys(values).map((key) => [key, `${marks.secret}<${marks.word}`]),
    );
    await visit.answer(name, { ...wrong, [marks.word]: marks.name });
    const sent = await visit.answer(name, values);
    expect(sent.status, `${name}: ${sent.text.slice(0, 300)}`).toBe(303);
  }
  await visit.upload({ files: [[`${marks.name}.exe`, Buffer.from(marks.word)]] });
  await visit.upload({ files: [[marks.fileName, Buffer.from(`${marks.word}\n`)]] });
  await visit.upload({});
  const { code, secret } = await visit.finish();
  expect(code.length).toBeGreaterThan(7);
  watch.learn(`"code":"${code}" "secret":"${secret}"`);
  expect(watch.findIn(`${code} ${secret}`)).toEqual([code, secret]);

  const visitor = visitorOf(program);
  await visitor.send('/p/follow', { code: marks.secret, secret: marks.secret });
  await visitor.send('/p/follow', { code, secret: marks.secret });
  const page = await visitor.send('/p/follow', { code, secret });
  expect([page.statusCode, page.headers.location]).toEqual([
    303,
    expect.stringContaining('/p/follow/matter'),
  ]);
  expect((await visitor.get('/p/follow/matter')).body).toContain(marks.word);
  for (const form of ['more', 'question', 'correction', 'information', 'withdraw', 'rate']) {
    await visitor.get(`/p/follow/${form}`);
    await visitor.send(`/p/follow/${form}`, {
      text: `${marks.word} ${marks.phone}`,
      [marks.word]: marks.name,
    });
    await visitor.upload(
      `/p/follow/${form}`,
      { text: marks.word },
      { [marks.fileName]: new Blob([marks.name]) },
    );
  }
  for (const address of ['/p/help', '/p/clock', '/p/procedures', '/p/outbox', `/p/${marks.word}`])
    await visitor.get(`${address}?from=${encodeURIComponent(marks.name)}&limit=${marks.word}`);
  expect(program.lines().some((line) => line.includes('"route":"/p/bring/check"'))).toBe(true);
  await expectSilence();
});

it('is silent about them where the database is away', async () => {
  const visit = startVisit(program);
  await visit.begin();
  await program.services.db.destroy();
  for (const [name, values] of told)
    expect((await visit.answer(name, values)).status).toBeGreaterThanOrEqual(500);
  await visit.upload({ files: [[marks.fileName, Buffer.from(marks.word)]] });
  const visitor = visitorOf(program);
  await visitor.send('/p/follow', { code: marks.secret, secret: marks.secret });
  expect(
    (await program.output()).split('"internal error"').length +
      (await program.output()).split('"database away"').length,
  ).toBeGreaterThan(5);
  await expectSilence();
});
