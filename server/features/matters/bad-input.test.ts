import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let clerk: Person;
let matter: { id: string; version: number };

const good = {
  channel: 'window',
  kind: '15',
  regionCode: '150204',
  story: '楼顶漏水。',
  parties: [{ seat: 'applicant', kind: 'person', name: '王某' }],
};

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  matter = (await clerk.post('matters', good)).body.matter;
});
afterAll(() => program?.stop());

async function rowCount(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from hejie.matter)::int + (select count(*) from hejie.event)::int
      + (select count(*) from hejie.paper)::int as n`.execute(program.admin.db);
  return rows[0]?.n ?? -1;
}

const person = (more: object) => ({
  parties: [{ seat: 'applicant', kind: 'person', name: '王某', ...more }],
});

describe('a registration with', () => {
  it.each([
    ['an unknown channel', { channel: 'telepathy' }, 400, 'channel'],
    ['a kind off the list', { kind: '77' }, 422, 'kind'],
    ['a region off the list', { regionCode: '999999' }, 422, 'regionCode'],
    ['a region that is no code', { regionCode: "1502' or 1=1" }, 400, 'regionCode'],
    ['an empty story', { story: '' }, 400, 'story'],
    ['a blank story', { story: '  \n ' }, 400, 'story'],
    ['a story too long', { story: '字'.repeat(10001) }, 400, 'story'],
    ['a number for a story', { story: 7 }, 400, 'story'],
    ['no parties', { parties: [] }, 400, 'parties'],
    ['nobody who asks', { parties: [{ seat: 'respondent', kind: 'person', name: '乙' }] }, 422, 'parties'],
    ['too many parties', { parties: Array.from({ length: 51 }, () => good.parties[0]) }, 400, 'parties'],
    ['a party without a name', { parties: [{ seat: 'applicant', kind: 'person' }] }, 422, 'parties.0.name'],
    [
      'data of somebody anonymous',
      { parties: [{ seat: 'applicant', kind: 'anonymous', phone: '13800000000' }] },
      422,
      'parties.0',
    ],
    ['a wrong check digit', person({ residentId: '150204199001010010' }), 422, 'parties.0.residentId'],
    ['a phone of letters', person({ phone: 'call me' }), 422, 'parties.0.phone'],
    ['an unknown field', { isVip: true }, 400, 'isVip'],
    ['an unknown field of a party', person({ ethnicity: '汉' }), 400, 'parties.0.ethnicity'],
    ['a control character', { story: '漏水\u0007' }, 400, 'story'],
    ['half a character', { story: '漏水\ud83d' }, 400, 'story'],
    [
      'help without a legal basis',
      { safety: { danger: 'life-in-danger', hiddenFrom: [], help: 'life-in-danger' } },
      422,
      'safety.legalBasis',
    ],
    ['a day that is none', { happenedOn: '2026-02-30' }, 400, 'happenedOn'],
  ])('%s is refused, names the field, and changes nothing', async (_what, more, status, field) => {
    const before = await rowCount();
    const answer = await clerk.post('matters', { ...good, ...more });
    expect([answer.status, answer.headers['content-type']]).toEqual([
      status,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
    expect(answer.body.errors[0].reason.length).toBeGreaterThan(3);
    expect(await rowCount()).toBe(before);
  });

  it('HTML, right-to-left marks and 4-byte characters is kept to the letter', async () => {
    const story = '<script>alert(1)</script> & “引号” 𠮷野家 👍 \u202eabc';
    const { body } = await clerk.post('matters', { ...good, story, subject: '<b>𠮷</b>' });
    const { body: file } = await clerk.get(`matters/${body.matter.id}`);
    expect([file.story, file.subject]).toEqual([story, '<b>𠮷</b>']);
  });
});

describe('an address with', () => {
  it.each([
    'matters/1',
    'matters/00000000-0000-0000-0000-00000000000g',
    'matters/%00',
    'matters?limit=0',
    'matters?limit=1e9',
    'matters?queue=all',
    'matters?after=%F0%9F',
    'matters?after=MjAyNi0wMS0wMXwx',
    'matters?status=open',
    'matters?due=never',
    'oversight/matters?region=abc',
  ])('%s is refused with 4xx', async (url) => {
    const supervisor = await hire(
      program,
      '150204',
      'supervisor',
      `supervisor-${url.length}-${Math.abs(hash(url))}`,
    );
    const answer = await supervisor.get(url);
    expect([400, 404]).toContain(answer.status);
  });
});

function hash(text: string): number {
  return [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) | 0, 7);
}

describe('an upload', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');

  function upload(files: { name: string; content: Buffer }[], fields: Record<string, string> = {}) {
    const boundary = 'x-hejie-boundary';
    const parts: Buffer[] = [];
    for (const [name, value] of Object.entries({
      version: String(matter.version),
      kind: 'evidence',
      ...fields,
    })) {
      parts.push(
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
      );
    }
    for (const { name, content } of files) {
      parts.push(
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
        ),
        content,
        Buffer.from('\r\n'),
      );
    }
    parts.push(Buffer.from(`--${boundary}--\r\n`));
    return clerk.post(`matters/${matter.id}/actions/add-paper`, Buffer.concat(parts), {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  }

  it('of a picture is kept encrypted, and goes out as an attachment with nosniff', async () => {
    const added = await upload([{ name: '现场照片.png', content: png }]);
    expect(added.status, added.raw).toBe(200);
    matter = added.body;
    const { body: file } = await clerk.get(`matters/${matter.id}`);
    expect(file.papers).toMatchObject([
      { name: '现场照片.png', mediaType: 'image/png', sizeBytes: png.length },
    ]);
    const out = await program.app.inject({
      url: file.papers[0].href,
      headers: { host: 'localhost', authorization: `Bearer ${clerk.token}` },
    });
    expect(out.rawPayload.equals(png)).toBe(true);
    expect(out.headers['content-disposition']).toContain('attachment');
    expect(out.headers['x-content-type-options']).toBe('nosniff');
    const stored = (await sql<{ address: string }>`select address from hejie.paper`.execute(program.admin.db))
      .rows[0];
    const sealed = await new Response(program.services.files.get(stored?.address ?? '') as never).bytes();
    expect(Buffer.from(sealed).includes(png.subarray(0, 16))).toBe(false);
  });

  it.each([
    ['whose content is not its extension', [{ name: 'photo.png', content: pdf }], {}, 422, 'files.0'],
    ['of a program', [{ name: 'run.exe', content: Buffer.from('MZ\x90\x00') }], {}, 422, 'files.0'],
    [
      'of HTML under a picture name',
      [{ name: 'a.jpg', content: Buffer.from('<html><script>') }],
      {},
      422,
      'files.0',
    ],
    ['of text with zero bytes', [{ name: 'a.txt', content: Buffer.from('a\0b') }], {}, 422, 'files.0'],
    ['of an empty file', [{ name: 'a.pdf', content: Buffer.alloc(0) }], {}, 422, 'files.0'],
    ['without a file', [], {}, 400, 'files'],
    ['without a version', [{ name: 'a.pdf', content: pdf }], { version: 'x' }, 400, 'version'],
    ['of an unknown kind of paper', [{ name: 'a.pdf', content: pdf }], { kind: 'gossip' }, 400, 'kind'],
    [
      'of eleven files',
      Array.from({ length: 11 }, (_, n) => ({ name: `${n}.pdf`, content: pdf })),
      {},
      413,
      'files',
    ],
    [
      'of more than 20 MB',
      [{ name: 'a.pdf', content: Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]) }],
      {},
      413,
      'files',
    ],
  ])('%s is refused, names the field, and changes nothing', async (_what, files, fields, status, field) => {
    const before = await rowCount();
    const answer = await upload(files, fields as Record<string, string>);
    expect(answer.status, answer.raw.slice(0, 300)).toBe(status);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
    expect(await rowCount()).toBe(before);
  });

  it('of a path as its name keeps the last part only', async () => {
    const added = await upload([{ name: '..\\..\\secret\\申请书.pdf', content: pdf }]);
    expect(added.status, added.raw).toBe(200);
    matter = added.body;
    const { body: file } = await clerk.get(`matters/${matter.id}`);
    expect(file.papers.map(({ name }: { name: string }) => name)).toContain('申请书.pdf');
  });
});
