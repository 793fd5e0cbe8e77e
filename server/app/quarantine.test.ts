import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveOf } from '#domain/documents/archive.fixture.ts';
import { eicar, startTestScanner, type TestScanner } from '#server/adapters/clamd.fixture.ts';
import { createVirusScan } from '#server/adapters/virus-scan.ts';
import { startVisit, type Visit } from '#server/portal/bring/visit.fixture.ts';
import { type Visitor, visitorOf } from '#server/portal/follow/visitor.fixture.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { createApp } from './http.ts';

let scanner: TestScanner;
let program: TestProgram;
let clerk: Person;
let auditor: Person;
let matterId: string;
let ticket: { code: string; secret: string };

beforeAll(async () => {
  scanner = await startTestScanner();
  const bounds = { outgoingAllow: [], scanner: scanner.address, addressRate: 0 };
  program = await createTestProgram({ config: { bounds } });
  clerk = await hire(program, '150204', 'clerk');
  auditor = await hire(program, '1502', 'auditor');
  const parties = [{ seat: 'applicant', kind: 'person', name: '王秀兰', phone: '138 0000 0000' }];
  const body = { channel: 'window', kind: '15', regionCode: '150204001', story: '顶楼漏水半年。', parties };
  const registered = (await clerk.post('matters', body)).body;
  matterId = registered.matter.id;
  ticket = { code: registered.receipt.code, secret: registered.receipt.secrets[0].secret };
});
afterAll(async () => {
  await program?.stop();
  await scanner?.close();
});

type Sent = { status: number; text: string; retryAfter: unknown };

async function addPaper(
  name: string,
  content: Uint8Array,
  { app }: Pick<TestProgram, 'app'> = program,
): Promise<Sent> {
  const form = new FormData();
  form.append('version', String((await clerk.get(`matters/${matterId}`)).body.version));
  form.append('kind', 'application');
  form.append('files', new Blob([Uint8Array.from(content)]), name);
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/matters/${matterId}/actions/add-paper`,
    headers: { authorization: `Bearer ${clerk.token}` },
    payload: form,
  });
  return { status: answer.statusCode, text: answer.body, retryAfter: answer.headers['retry-after'] };
}

const papers = async (): Promise<{ name: string }[]> => (await clerk.get(`matters/${matterId}`)).body.papers;
const count = async (table: string): Promise<number> =>
  Number((await program.admin.pool.query(`select count(*) from hejie.${table}`)).rows[0].count);

async function walkToFiles(): Promise<Visit> {
  const visit = startVisit(program);
  await visit.begin();
  const pages: [string, Record<string, string>][] = [
    ['story', { story: '楼道里堆满杂物，消防通道走不通。' }],
    ['kind', { kind: '02' }],
    ['county', { county: '1502' }],
    ['centre', { centre: '1502' }],
    ['who', { who: 'anonymous' }],
    ['other-side', { otherKind: 'unknown', otherName: '' }],
    ['request', { request: '' }],
  ];
  for (const [name, values] of pages) await visit.answer(name, values);
  return visit;
}

async function follow(): Promise<Visitor> {
  const visitor = visitorOf(program);
  const entered = await visitor.send('/p/follow', ticket);
  expect(entered.statusCode).toBe(303);
  return visitor;
}

const infected = '查毒软件认为这个文件带有病毒';

describe('an infected file', () => {
  it('is not taken from the staff, who are told, and is on record without its name', async () => {
    const { status, text } = await addPaper('王秀兰的申请.txt', eicar);
    expect(status).toBe(422);
    expect(text).toContain(infected);
    expect(await papers()).toEqual([]);
    expect(await count('paper')).toBe(0);
    const { files } = (await auditor.get('audit/refused-files')).body;
    expect(files).toEqual([
      expect.objectContaining({
        door: '/api/v1/matters/:id/actions/add-paper',
        signature: 'Eicar-Test-Signature',
        sizeBytes: 68,
        person: expect.objectContaining({ id: clerk.actor.userId }),
      }),
    ]);
    expect(JSON.stringify(files)).not.toContain('王秀兰');
    expect(JSON.stringify(files)).not.toContain(matterId);
  });

  it('is not taken from somebody who brings a matter; what is clean beside it is', async () => {
    const visit = await walkToFiles();
    const page = await visit.upload({
      files: [
        ['坏.txt', eicar],
        ['好.txt', Buffer.from('好的')],
      ],
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain(infected);
    expect(await count('portal_upload')).toBe(1);
  });

  it('is not taken from a party, and nobody is named', async () => {
    const visitor = await follow();
    const fields = await visitor.hidden('/p/follow/information');
    const answer = await visitor.upload(
      '/p/follow/information',
      { ...fields, text: '补充' },
      {
        '坏.txt': new Blob([Uint8Array.from(eicar)]),
      },
    );
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(infected);
    expect(await papers()).toEqual([]);
    const { files } = (await auditor.get('audit/refused-files?limit=2')).body;
    expect(files.map(({ door, person }: { door: string; person: unknown }) => [door, person])).toEqual(
      expect.arrayContaining([
        ['/p/follow/information', null],
        ['/p/bring/files', null],
      ]),
    );
  });

  it('is seen by the auditor only', async () => {
    expect((await clerk.get('audit/refused-files')).status).toBe(403);
    const { body } = await auditor.get('audit/refused-files?limit=1');
    const rest = (await auditor.get(`audit/refused-files?limit=50&after=${body.next}`)).body;
    expect(body.files).toHaveLength(1);
    expect(rest.files).toHaveLength(2);
    expect(rest.next).toBeNull();
  });
});

describe('a file of Word', () => {
  const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const types = Buffer.from(`<Types><Override ContentType="${kind}"/></Types>`);
  const letter = archiveOf([
    { name: '[Content_Types].xml', content: types },
    { name: 'word/document.xml', content: deflateRawSync('x'.repeat(1000)), method: 8, unpacked: 1000 },
  ]);

  it('that would unpack to more than is sensible is not taken, and nobody unpacks it to know', async () => {
    const bomb = archiveOf([
      { name: '[Content_Types].xml', content: types },
      { name: 'word/document.xml', content: deflateRawSync(Buffer.alloc(600e6)), method: 8, unpacked: 600e6 },
    ]);
    const before = scanner.asked();
    const { status, text } = await addPaper('申请.docx', bomb);
    expect(status).toBe(422);
    expect(text).toContain('压缩的内容太多');
    expect(scanner.asked()).toBe(before);
  });

  it('that leads out of its folder is not taken', async () => {
    const { status, text } = await addPaper('申请.docx', archiveOf([{ name: '../../x' }]));
    expect(status).toBe(422);
    expect(text).toContain('不完整或有异常');
  });

  it('that is one is', async () => {
    expect((await addPaper('申请.docx', letter)).status).toBe(200);
    expect((await papers()).map(({ name }) => name)).toEqual(['申请.docx']);
  });
});

describe('while the scanner is away', () => {
  it('no file is taken, and people are asked to come again', async () => {
    const nobody = createVirusScan(
      { host: '127.0.0.1', port: 1 },
      { tryInMs: 500, restsInMs: [10], restAfterInMs: 1 },
    );
    const app = await createApp(
      { ...program.services, virusScan: nobody },
      (await import('./features.ts')).features,
    );
    const before = await papers();
    const { status, text, retryAfter } = await addPaper('好.txt', Buffer.from('好的'), { app });
    expect([status, retryAfter]).toEqual([503, '60']);
    expect(text).toContain('暂时不能为文件查毒');
    expect(await papers()).toEqual(before);
    const ready = await app.inject('/readyz');
    expect([ready.statusCode, ready.json().virusScan]).toEqual([200, 'away']);
    await app.close();
    expect((await program.app.inject('/readyz')).json()).toEqual({ status: 'ok', virusScan: 'ok' });
    expect((await addPaper('好.txt', Buffer.from('好的'))).status).toBe(200);
  });
});
