import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { pruneDrafts } from './prune-drafts.ts';
import { startVisit, type Visit } from './visit.fixture.ts';

let program: TestProgram;
beforeAll(async () => {
  program = await createTestProgram();
});
afterAll(() => program.stop());

const story = '工地拖欠我三个月工资，一共一万八千元，老板一直说没钱。';

/** Answers everything up to the page that is named. */
async function walkTo(
  visit: Visit,
  last: string,
  answers: Record<string, Record<string, string>> = {},
): Promise<void> {
  const usual: [string, Record<string, string>][] = [
    ['story', { story }],
    ['kind', { kind: '10' }],
    ['county', { county: '150204' }],
    ['township', { township: '150204001' }],
    ['centre', { centre: '150204001' }],
    ['who', { who: 'self' }],
    ['contact', { partyKind: 'person', name: '王示例', phone: '138 0000 0000' }],
    ['telling', { toldBy: 'sms', email: '' }],
    ['other-side', { otherKind: 'organisation', otherName: '示例建筑有限公司' }],
    ['request', { request: '付清工资', needs: 'interpreter' }],
    ['files', {}],
  ];
  await visit.begin();
  for (const [name, values] of usual) {
    if (name === last) return;
    const sent = await (name === 'files'
      ? visit.upload({})
      : visit.answer(name, { ...values, ...answers[name] }));
    expect(sent.status, `${name}: ${sent.text.slice(0, 400)}`).toBe(303);
  }
}

describe('bringing a matter without script', () => {
  it('walks from the first page to code and secret, and the matter is there as any other', async () => {
    const visit = startVisit(program);
    await walkTo(visit, '');
    const check = await visit.get('check');
    expect(check.status).toBe(200);
    for (const shown of [
      story,
      '劳动争议',
      '青山区先锋道街道',
      '王示例',
      '示例建筑有限公司',
      '付清工资',
      '需要翻译',
    ])
      expect(check.text).toContain(shown);
    expect((await visit.answer('check', {})).location).toBe('/p/bring/done');
    const done = await visit.get('done');
    const code = /ticket-code code">([^<]+)</g.exec(done.text)?.[1] ?? '';
    expect(code).toMatch(/^\d{4}/);
    const { rows } = await program.admin.pool.query(
      `select m.channel, m.kind, m.region_code, m.story, m.request, m.needs, m.registered_by, m.party_count, u.code as unit,
         (select count(*)::int from hejie.event e where e.matter_id = m.id and e.actor_party_id is not null) as own,
         (select string_agg(seat || ' ' || kind || ' ' || told_by, ', ' order by position) from hejie.party p
           where p.matter_id = m.id) as parties
       from hejie.matter m join hejie.unit u on u.id = m.lead_unit_id where m.code = $1`,
      [code.replace(/\W/g, '')],
    );
    expect(rows).toEqual([
      {
        channel: 'web',
        kind: '10',
        region_code: '150204001',
        story,
        request: '付清工资',
        needs: ['interpreter'],
        registered_by: null,
        party_count: 2,
        unit: '150204001',
        own: 1,
        parties: 'applicant person sms, respondent organisation none',
      },
    ]);
    expect(done.text).toContain('138****0000');
  });

  it('lets somebody in by the code and the secret that it hands out', async () => {
    const visit = startVisit(program);
    const { code, secret } = await visit.sendAs('anonymous', walkTo);
    const answer = await program.app.inject({
      method: 'POST',
      url: '/p/follow',
      headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ code, secret }).toString(),
    });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/p/follow/matter');
  });

  it('takes an anonymous one, says what that means, and keeps nothing of them', async () => {
    const visit = startVisit(program);
    expect((await visit.begin()).location).toBe('/p/bring/story');
    await visit.forget();
    await walkTo(visit, 'contact', { who: { who: 'anonymous' } });
    // Contact and telling are not asked.
    expect((await visit.get('contact')).location).toBe('/p/bring/other-side');
  });

  it('suggests the kind from the story, with the words that led there', async () => {
    const visit = startVisit(program);
    await walkTo(visit, 'kind');
    const { text } = await visit.get('kind');
    expect(text).toMatch(/id="kind" name="kind" value="10"\s+checked/);
    expect(text).toContain('因为您写到');
  });

  it('shows the centres that can take it, with hours and offices, and no address that nobody knows', async () => {
    const visit = startVisit(program);
    await walkTo(visit, 'centre');
    const { text } = await visit.get('centre');
    expect(text).toContain('value="150204001"');
    expect(text).toContain('value="150204"');
    expect(text).toContain('人力资源和社会保障局');
    expect(text).toContain('请拨打 12345 询问');
    expect(text).toContain('一般办公时间');
    // A centre of another county cannot be slipped in.
    expect((await visit.answer('centre', { centre: '150202' })).status).toBe(422);
  });
});

describe('errors', () => {
  it('are told on top with a link to the field, at the field, and nothing is lost', async () => {
    const visit = startVisit(program);
    await walkTo(visit, 'contact', { who: { who: 'other' } });
    const { status, text } = await visit.answer('contact', {
      partyKind: 'person',
      name: '',
      phone: '12',
      represented: '李示例',
    });
    expect(status).toBe(422);
    expect(text).toMatch(/<title>错误：/);
    for (const field of ['name', 'phone']) {
      expect(text).toContain(`<a href="#${field}">`);
      expect(text).toContain(`id="${field}-error"`);
      expect(text).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
    }
    expect(text).toContain('value="12"');
    expect(text).toContain('value="李示例"');
    // What is wrong is kept as well: it is there after going away and back.
    expect((await visit.get('contact')).text).toContain('value="12"');
  });

  it.each<[string, string, Record<string, string>]>([
    ['story', 'story', { story: '' }],
    ['story', 'story', { story: '长'.repeat(10_001) }],
    ['story', 'happenedOn', { story, happenedOn: '2026-13-40' }],
    ['story', 'happenedOn', { story, happenedOn: '2099-01-01' }],
    ['story', 'subject', { story, subject: '句'.repeat(61) }],
    ['kind', 'kind', { kind: '77' }],
    ['county', 'county', { county: '150204001' }],
    ['township', 'township', { township: '150202001' }],
    ['who', 'who', { who: '' }],
    ['contact', 'partyKind', { partyKind: 'robot', name: '王' }],
    ['contact', 'name', { partyKind: 'person', name: '名'.repeat(61) }],
    ['telling', 'email', { toldBy: 'mail', email: 'nobody' }],
    ['telling', 'toldBy', { toldBy: 'pigeon', email: '' }],
    ['other-side', 'otherKind', { otherKind: '', otherName: '' }],
    ['request', 'request', { request: '求'.repeat(2001) }],
  ])('%s refuses a fault at %s', async (name, field, values) => {
    const visit = startVisit(program);
    await walkTo(visit, name);
    const { status, text } = await visit.answer(name, values);
    expect(status).toBe(422);
    expect(text).toContain(`<a href="#${field}">`);
    expect(text).toContain(`id="${field}"`);
  });

  it('a text message to a landline is refused', async () => {
    const visit = startVisit(program);
    await walkTo(visit, 'telling', { contact: { phone: '0472-1234567' } });
    expect((await visit.answer('telling', { toldBy: 'sms', email: '' })).status).toBe(422);
  });
});

describe('going back and forth', () => {
  it('keeps what was typed on the page that one leaves, right or wrong', async () => {
    const visit = startVisit(program);
    await walkTo(visit, 'who');
    await visit.answer('who', { who: 'self' });
    expect(
      (await visit.answer('contact', { partyKind: 'person', name: '', phone: '138', go: 'back' })).location,
    ).toBe('/p/bring/who');
    expect((await visit.get('contact')).text).toContain('value="138"');
    expect((await visit.answer('story', { story: '', go: 'back' })).location).toBe('/p/bring');
  });

  it('comes back from a change to the answers, and asks anew only what the change made open', async () => {
    const visit = startVisit(program);
    await walkTo(visit, '');
    expect((await visit.get('request?from=check')).text).toContain('name="from" value="check"');
    expect((await visit.answer('request', { request: '道歉', from: 'check' })).location).toBe(
      '/p/bring/check',
    );
    const changed = await visit.answer('county', { county: '150202', from: 'check' });
    expect(changed.location).toBe('/p/bring/township?from=check');
    expect((await visit.get('check')).location).toBe('/p/bring/township');
    await visit.answer('township', { township: 'whole', from: 'check' });
    expect((await visit.answer('centre', { centre: '150202', from: 'check' })).location).toBe(
      '/p/bring/check',
    );
    expect((await visit.get('check')).text).toContain('道歉');
  });

  it('does not let one jump ahead by an address', async () => {
    const visit = startVisit(program);
    await visit.begin();
    for (const name of ['telling', 'files', 'check'])
      expect((await visit.get(name)).location).toBe('/p/bring/story');
    await visit.answer('check', {});
    expect((await visit.get('done')).location).toBe('/p/bring');
  });

  it('switches the language in the middle of a page and keeps what stands there', async () => {
    const visit = startVisit(program);
    await visit.begin();
    const switched = await visit.answer('story', { story: '半句', happenedOn: '昨天', go: 'language:en' });
    expect(switched.location).toBe('/p/bring/story');
    const { text } = await visit.get('story');
    expect(text).toContain('What happened?');
    expect(text).toContain('半句</textarea>');
    expect(text).toContain('value="昨天"');
  });

  it('what was typed for longer than a draft is kept begins a new one', async () => {
    const visit = startVisit(program);
    await visit.begin();
    await visit.forget();
    expect((await visit.answer('story', { story })).location).toBe('/p/bring/kind');
    await visit.forget();
    expect((await visit.get('kind')).location).toBe('/p/bring?lost=1');
    expect((await visit.get('?lost=1')).text).toContain('cookie');
  });
});

describe('a draft', () => {
  it('is readable by its browser alone, stands in no address, and can be cleared', async () => {
    const visit = startVisit(program);
    await visit.begin();
    await visit.answer('story', { story: '只有我知道的事' });
    const { rows } = await program.admin.pool.query('select id, sealed from hejie.portal_draft');
    for (const { sealed } of rows) expect(sealed.toString('utf8')).not.toContain('只有我知道的事');
    expect(visit.setCookies.at(0)).toMatch(
      /^hejie_bring=[\w-]{43}; Path=\/p\/bring; HttpOnly; SameSite=Lax$/,
    );
    for (const address of visit.addresses) expect(decodeURIComponent(address)).not.toContain('只有');
    const before = rows.length;
    expect((await visit.answer('kind', { go: 'clear' })).location).toBe('/p/bring?cleared=1');
    const after = await program.admin.pool.query('select 1 from hejie.portal_draft');
    expect(after.rows.length).toBe(before - 1);
  });

  it('is offered again on coming back, and taken away after three hours with its files', async () => {
    const visit = startVisit(program);
    await walkTo(visit, 'files');
    await visit.upload({ files: [['照片.png', png]], go: 'upload' });
    expect((await visit.get('')).text).toContain('接着填写');
    const { rows } = await program.admin.pool.query(
      'select address from hejie.portal_upload order by id desc limit 1',
    );
    expect(await program.services.files.has(rows[0].address)).toBe(true);
    program.services.clock.set(program.services.clock.now().add({ hours: 3, seconds: 1 }));
    expect((await visit.get('files')).location).toBe('/p/bring?lost=1');
    await pruneDrafts(program.services, 1000);
    expect(await program.services.files.has(rows[0].address)).toBe(false);
    const left = await program.admin.pool.query('select 1 from hejie.portal_upload');
    expect(left.rows).toEqual([]);
  });
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('files', () => {
  it('are kept beside the draft, can be removed, and become papers of the matter', async () => {
    const visit = startVisit(program);
    await walkTo(visit, 'files');
    expect(
      (
        await visit.upload({
          files: [
            ['照片.png', png],
            ['说明.txt', Buffer.from('三个月')],
          ],
          go: 'upload',
        })
      ).location,
    ).toBe('/p/bring/files');
    const { text } = await visit.get('files');
    expect(text).toContain('照片.png');
    const remove =
      /value="(remove:[0-9a-f-]{36})"[^>]*>删除<span class="unseen"> 说明\.txt/.exec(text)?.[1] ?? '';
    await visit.upload({ go: remove });
    expect((await visit.upload({})).location).toBe('/p/bring/check');
    expect((await visit.get('check')).text).not.toContain('说明.txt');
    const { code } = await visit.finish();
    const { rows } = await program.admin.pool.query(
      `select p.kind, p.media_type, p.added_by_party is not null as own from hejie.paper p
       join hejie.matter m on m.id = p.matter_id where m.code = $1`,
      [code],
    );
    expect(rows).toEqual([{ kind: 'evidence', media_type: 'image/png', own: true }]);
    expect((await program.admin.pool.query('select 1 from hejie.portal_upload')).rows).toEqual([]);
  });

  it('what is not what it says is refused by name, the others stay', async () => {
    const visit = startVisit(program);
    await walkTo(visit, 'files');
    const { status, text } = await visit.upload({
      files: [
        ['照片.png', png],
        ['假的.pdf', Buffer.from('MZ')],
      ],
    });
    expect(status).toBe(422);
    expect(text).toContain('假的.pdf');
    expect(text).toContain('照片.png');
    expect((await visit.upload({})).location).toBe('/p/bring/check');
  });

  it('past ten are refused', async () => {
    const visit = startVisit(program);
    await walkTo(visit, 'files');
    const ten = Array.from({ length: 10 }, (_, at): [string, Buffer] => [`${at}.png`, png]);
    await visit.upload({ files: ten, go: 'upload' });
    const { status, text } = await visit.upload({ files: [['11.png', png]] });
    expect(status).toBe(422);
    expect(text).toContain('最多 10 个');
  });
});

describe('sending', () => {
  it('twice, also at once, makes one matter and shows the same receipt', async () => {
    const visit = startVisit(program);
    await walkTo(visit, '');
    const count = async () =>
      Number((await program.admin.pool.query('select count(*) from hejie.matter')).rows[0].count);
    const before = await count();
    const answers = await Promise.all([1, 2, 3].map(() => visit.answer('check', {})));
    for (const { location } of answers) expect(location).toBe('/p/bring/done');
    expect(await count()).toBe(before + 1);
    const first = await visit.ticket();
    await visit.answer('check', {});
    expect(await visit.ticket()).toEqual(first);
    expect((await visit.get('story')).location).toBe('/p/bring/done');
  });

  it('hands out a receipt to save, and clears it away', async () => {
    const visit = startVisit(program);
    const { code, secret } = await visit.sendAs('self', walkTo);
    const text = await visit.get('receipt.txt');
    expect(text.headers['content-disposition']).toBe(`attachment; filename="hejie-${code}.txt"`);
    expect(text.text).toContain(secret);
    expect(text.text.startsWith('\uFEFF登记回执')).toBe(true);
    const html = await visit.get('receipt.html');
    expect(html.headers['content-disposition']).toContain('.html');
    expect(html.text).toContain(secret);
    expect((await visit.answer('done', { go: 'finish' })).location).toBe('/p/bring?cleared=1');
    expect((await visit.get('done')).location).toBe('/p/bring');
  });

  it('sends code and secret in two messages, the secret because it was asked for, once', async () => {
    const visit = startVisit(program);
    const { code, secret } = await visit.sendAs('self', walkTo);
    expect((await visit.get('done')).text).toContain('value="send"');
    for (const _press of [1, 2])
      expect((await visit.answer('done', { go: 'send' })).location).toBe('/p/bring/done');
    const done = await visit.get('done');
    expect(done.text).toContain('密码已经发往 138****0000');
    expect(done.text).not.toContain('value="send"');
    await runJobs(program.services);
    const { rows } = await program.admin.pool.query('select subject, text from hejie.outbox order by at, id');
    const texts = rows.map(({ text }) => text as string);
    const withSecret = texts.filter((text) => text.includes(secret));
    expect(withSecret).toHaveLength(1);
    const spoken = `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
    expect(texts.filter((text) => text.includes(spoken))).toHaveLength(1);
    expect(withSecret[0]).not.toContain(spoken);
    const stored = await program.admin.pool.query('select facts::text from hejie.message');
    expect(JSON.stringify(stored.rows)).not.toContain(secret);
  });

  it('for somebody else gives the representative their own secret, and not the other one', async () => {
    const visit = startVisit(program);
    const { code, secret } = await visit.sendAs('other', walkTo);
    const { rows } = await program.admin.pool.query(
      `select p.id, p.seat from hejie.party p join hejie.matter m on m.id = p.matter_id where m.code = $1 order by p.position`,
      [code],
    );
    expect(rows.map(({ seat }) => seat)).toEqual(['applicant', 'representative', 'respondent']);
    const { keys } = program.services;
    expect(secret).toBe(keys.partySecret(rows[1].id, 1));
    const done = await visit.get('done');
    expect(done.text).not.toContain(keys.partySecret(rows[0].id, 1));
    expect(done.text).not.toContain(keys.partySecret(rows[2].id, 1));
  });
});

describe('what strangers type', () => {
  it('is never markup, in whatever field', async () => {
    const visit = startVisit(program);
    const evil = `<script>alert(1)</script>"'>`;
    await walkTo(visit, '', {
      story: { story: evil, subject: evil },
      contact: { name: evil },
      'other-side': { otherName: evil },
      request: { request: evil },
    });
    for (const name of ['story', 'contact', 'other-side', 'request', 'check', 'kind']) {
      const { text } = await visit.get(name);
      expect(text, name).not.toContain('<script>alert');
      expect(text, name).not.toContain(`"'>`);
    }
    expect((await visit.get('check')).text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const wrong = await visit.answer('contact', { partyKind: evil, name: evil, phone: evil, from: evil });
    expect(wrong.text).not.toContain('<script>alert');
    await visit.upload({ files: [[`${evil}.png`.replaceAll('/', ''), png]], go: 'upload' });
    expect((await visit.get('files')).text).not.toContain('<script>alert');
  });

  it('from another site is refused, without any cookie', async () => {
    const answer = await program.app.inject({
      method: 'POST',
      url: '/p/bring',
      headers: {
        host: 'localhost',
        origin: 'https://example.org',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: '',
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});
