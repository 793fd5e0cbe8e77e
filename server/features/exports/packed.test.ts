import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { streamXlsxRows } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { ask, hireStaff, listOf, registerMany, type Staff } from './exports.fixture.ts';

let program: TestProgram;
let staff: Staff;
let matterId: string;

beforeAll(async () => {
  program = await createTestProgram();
  staff = await hireStaff(program);
  [matterId = ''] = await registerMany(staff.clerk, 4);
}, 60_000);
afterAll(() => program?.stop());

/** Every file of an archive, read whole by another hand than the one that wrote it. */
async function unpacked(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await new Promise<ZipFile>((done, failed) =>
    fromBuffer(archive, { lazyEntries: true }, (failure, opened) =>
      failure ? failed(failure) : done(opened),
    ),
  );
  const files = new Map<string, Buffer>();
  await new Promise<void>((done, failed) => {
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (failure, stream) => {
        if (failure) return failed(failure);
        buffer(stream).then((content) => {
          files.set(entry.fileName, content);
          zip.readEntry();
        }, failed);
      });
    });
    zip.on('end', () => done());
    zip.on('error', failed);
    zip.readEntry();
  });
  return files;
}

async function fetched(person: Staff[keyof Staff], id: string): Promise<Buffer> {
  const answer = await program.app.inject({
    url: `/api/v1/exports/${id}/file`,
    headers: {
      host: 'localhost',
      authorization: `Bearer ${person.token}`,
      'hejie-posting': person.actor.postingId,
    },
  });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}

async function addPaper(name: string, content: string, version: number): Promise<void> {
  const form = new FormData();
  form.append('version', String(version));
  form.append('kind', 'evidence');
  form.append('files', new Blob([content]), name);
  const { body, headers } = await encoded(form);
  const { status, body: answer } = await staff.clerk.post(
    `matters/${matterId}/actions/add-paper`,
    body,
    headers,
  );
  expect(status, JSON.stringify(answer)).toBe(200);
}

async function encoded(form: FormData): Promise<{ body: Buffer; headers: Record<string, string> }> {
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const type = request.headers.get('content-type') ?? '';
  return { body: Buffer.from(await request.arrayBuffer()), headers: { 'content-type': type } };
}

describe('a workbook', () => {
  it('holds the list: words as text whatever they begin with, days and times as such', async () => {
    const { id } = await ask(staff.dispatcher, listOf('parties', { format: 'xlsx' }));
    await runJobs(program.services);
    const archive = await fetched(staff.dispatcher, id);
    const files = await unpacked(archive);
    const sheet = String(files.get('xl/worksheets/sheet1.xml'));
    const rows: unknown[][] = [];
    for await (const { values } of streamXlsxRows(archive)) rows.push(values);
    expect(rows).toHaveLength(5);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([21]));
    const cells = rows.flat();
    expect(cells.some((cell) => typeof cell === 'string' && cell.startsWith('=第'))).toBe(true);
    expect(cells.some((cell) => String(cell).includes('有“引号”, 逗号和两行。'))).toBe(true);
    expect(sheet).not.toContain('<f>');
    // 2026-03-02 09:00 in Baotou, as spreadsheets count days.
    expect(sheet).toContain('<v>46083.375</v>');
    const view = (await staff.dispatcher.get(`exports/${id}`)).body;
    expect(createHash('sha256').update(archive).digest('hex')).toBe(view.file.sha256);
    expect(view.file.name).toMatch(/^事项列表-2026-03-02-\w{6}\.xlsx$/);
  });
});

describe("one matter's file", () => {
  it('holds papers, what happened and the hash of each, as they are; and is on record', async () => {
    await addPaper('现场 照片:1.txt', '楼道里的情况', 1);
    await addPaper('../../etc/passwd.txt', '第二份', 2);
    const bare = await staff.dispatcher.post(`matters/${matterId}/export`, {});
    expect(bare.status).toBe(400);
    const asked = await staff.dispatcher.post(`matters/${matterId}/export`, { purpose: '移送法院诉前调解' });
    expect(asked.status, JSON.stringify(asked.body)).toBe(201);
    const { id } = asked.body;
    await runJobs(program.services);
    const files = await unpacked(await fetched(staff.dispatcher, id));
    const names = [...files.keys()];
    expect(names).toHaveLength(5);
    expect(names.filter((name) => name.startsWith('papers/')).sort()).toEqual([
      'papers/01-现场 照片_1.txt',
      'papers/02-passwd.txt',
    ]);
    expect(String(files.get('papers/01-现场 照片_1.txt'))).toBe('楼道里的情况');
    const manifest = JSON.parse(String(files.get('manifest.json')));
    expect(manifest.files.map(({ path }: { path: string }) => path).sort()).toEqual(
      names.filter((name) => name !== 'manifest.json').sort(),
    );
    for (const { path, sha256, bytes } of manifest.files) {
      const content = files.get(path) ?? Buffer.alloc(0);
      expect([createHash('sha256').update(content).digest('hex'), content.length]).toEqual([sha256, bytes]);
    }
    const timeline = JSON.parse(String(files.get('timeline.json')));
    expect(timeline.timeline.map(({ type }: { type: string }) => type)).toEqual([
      'register',
      'add-paper',
      'add-paper',
    ]);
    const page = String(files.get('timeline.html'));
    expect(page).toContain('王秀兰');
    expect(page).not.toMatch(/<script|src=|href=/);
    const { rows } = await program.admin.pool.query(
      `select what, count(*)::int as n from hejie.access_log where user_id = $1 and matter_id = $2 group by what order by what`,
      [staff.dispatcher.actor.userId, matterId],
    );
    // Once with the list above, which names its parties, and once by itself.
    expect(rows).toEqual([
      { what: 'export', n: 2 },
      { what: 'export-fetched', n: 1 },
      { what: 'paper', n: 2 },
    ]);
  });

  it('is not made for whoever has stopped taking part meanwhile', async () => {
    const [other = ''] = await registerMany(staff.clerk, 1);
    const { id } = (await staff.dispatcher.post(`matters/${other}/export`, { purpose: '核对' })).body;
    const until = program.services.clock.now().toString();
    await program.admin.pool.query('update hejie.participation set until_at = $2 where matter_id = $1', [
      other,
      until,
    ]);
    await program.admin.pool.query(
      'update hejie.matter set holder_unit_id = $2, lead_unit_id = $2 where id = $1',
      [other, staff.stranger.actor.unitId],
    );
    await runJobs(program.services);
    expect((await staff.dispatcher.get(`exports/${id}`)).body).toMatchObject({
      status: 'stopped',
      stop: { code: 'matter-away' },
    });
  });
});
