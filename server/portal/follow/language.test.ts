import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '#server/app/known-ids.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { type Visitor, visitorOf } from './visitor.fixture.ts';

let program: TestProgram;
let dispatcher: Person;
let visitor: Visitor;
let matterId: string;
const typed = '打了很久的字\n第二行';

beforeAll(async () => {
  program = await createTestProgram();
  dispatcher = await hire(program, '150204', 'dispatcher');
  const clerk = await hire(program, '150204', 'clerk');
  const handler = await hire(program, '150204/housing', 'handler');
  const { body } = await clerk.post('matters', {
    channel: 'window',
    kind: '02',
    regionCode: '150204001',
    story: '噪声',
    parties: [{ seat: 'applicant', kind: 'person', name: '甲方王', phone: '13800000001' }],
  });
  matterId = body.matter.id;
  const { code, secrets } = body.receipt;
  visitor = visitorOf(program);
  await visitor.send('/p/follow', { code, secret: secrets[0].secret });
  const steps: [Person, string, object?][] = [
    [dispatcher, 'accept'],
    [dispatcher, 'route', { unitId: unitIdOf('1502', '150204/housing') }],
    [handler, 'accept-hand-over'],
    [handler, 'record-outcome', { outcome: 'settled', text: '好了' }],
    [handler, 'answer', { text: '好了', by: 'phone' }],
  ];
  for (const [index, [by, action, fields = {}]] of steps.entries())
    await by.post(`matters/${matterId}/actions/${action}`, { version: index + 1, ...fields });
});
afterAll(() => program?.stop());

/** The page in English after the switch was pressed on the form, with the cookie that keeps it. */
async function switched(url: string, fields: Record<string, string>, isUpload = false) {
  visitor.cookies.delete('hejie_language');
  const before = (await visitor.get(url)).body;
  // The switch is a button of the page's form, and Enter in a field still sends the form.
  expect(before).toMatch(/<button class="language" form="step" name="go" value="language:en" formnovalidate/);
  expect(before.indexOf('<button class="unseen" form="step"')).toBeGreaterThan(-1);
  expect(before).toContain('<form id="step"');
  const send = isUpload ? visitor.upload : visitor.send;
  const answer = await send(url, { ...(await visitor.hidden(url)), ...fields, go: 'language:en' });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.body).toContain('<html lang="en">');
  expect(visitor.cookies.get('hejie_language')).toBe('en');
  expect((await visitor.get('/p/')).body).toContain('<html lang="en">');
  return answer.body;
}

describe('switching the language loses nothing that was typed', () => {
  it('when rating', async () => {
    const body = await switched('/p/follow/rating', { rating: '4', text: typed });
    expect(body).toMatch(/value="4" checked/);
    expect(body).toContain(`${typed}</textarea>`);
    expect(body).not.toContain('aria-invalid');
  });

  it('when adding information, to be sent once under the key it had', async () => {
    visitor.cookies.delete('hejie_language');
    const { key = '' } = await visitor.hidden('/p/follow/information');
    const body = await switched('/p/follow/information', { key, text: typed, confidence: 'yes' }, true);
    expect(body).toContain(`${typed}</textarea>`);
    expect(body).toMatch(/value="yes" checked/);
    expect(body).toContain(`name="key" value="${key}"`);
    expect(body).not.toContain('choose them again');
    const { events } = { events: await eventsOf() };
    expect(events).not.toContain('add-information');
  });

  it('and says that chosen files must be chosen again', async () => {
    const answer = await visitor.upload(
      '/p/follow/information',
      { key: 'abcdefghijkl', text: typed, go: 'language:en' },
      { '照片.txt': new Blob(['内容']) },
    );
    expect(answer.body).toContain('please choose them again');
    expect(await eventsOf()).not.toContain('add-information');
  });

  it('when choosing how to be told', async () => {
    const body = await switched('/p/follow/telling', { toldBy: 'mail', toldLanguage: 'en', email: 'wang@' });
    expect(body).toMatch(/value="mail" checked/);
    expect(body).toContain('value="wang@"');
    expect(body).not.toContain('aria-invalid');
  });

  it('at the door, which counts no try', async () => {
    const stranger = visitorOf(program, '203.0.113.77');
    for (let times = 0; times < 10; times += 1) {
      const answer = await stranger.send('/p/follow', {
        code: '2026-7K3M',
        secret: 'ABCDE',
        go: 'language:en',
      });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('<html lang="en">');
      expect(answer.body).toContain('value="2026-7K3M"');
      expect(answer.body).toContain('value="ABCDE"');
    }
  });

  it('where the step cannot be taken any more: what was written stands there to be copied, in either language', async () => {
    const { key = '' } = await visitor.hidden('/p/follow/rating');
    await visitor.send('/p/follow/rating', { key, rating: '5', text: '' });
    const late = await visitor.send('/p/follow/rating', { key: 'another-key-12', rating: '1', text: typed });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain(`<blockquote class="quote lines">${typed}</blockquote>`);
    const again = await visitor.send('/p/follow/rating', { text: typed, go: 'language:zh' });
    expect(again.body).toContain('<html lang="zh-CN">');
    expect(again.body).toContain('您写的内容没有存入');
    expect(again.body).toContain(typed);
  });
});

describe('a form filled in at an earlier version', () => {
  it('keeps that version through the switch, so that what moved meanwhile is still said', async () => {
    const own = await hire(program, '150204', 'clerk', 'another-clerk');
    const { body } = await own.post('matters', {
      channel: 'window',
      kind: '02',
      regionCode: '150204001',
      story: '噪声',
      parties: [{ seat: 'applicant', kind: 'person', name: '乙方李' }],
    });
    const party = visitorOf(program, '203.0.113.78');
    await party.send('/p/follow', { code: body.receipt.code, secret: body.receipt.secrets[0].secret });
    const form = await party.hidden('/p/follow/take-back');
    await dispatcher.post(`matters/${body.matter.id}/actions/accept`, { version: 1 });
    const page = await party.send('/p/follow/take-back', { ...form, text: typed, go: 'language:en' });
    expect(page.body).toContain('name="version" value="1"');
    expect(page.body).toContain(`${typed}</textarea>`);
    const sent = await party.send('/p/follow/take-back', { ...form, text: typed });
    expect(sent.statusCode).toBe(409);
    expect(sent.body).toContain('While you were writing the matter changed');
  });
});

async function eventsOf(): Promise<string[]> {
  const { body } = await dispatcher.get(`matters/${matterId}`);
  return body.timeline.map(({ type }: { type: string }) => type);
}
