import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportView, LedgerMap } from '#contract/imports/imports.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { ledgerHeadings, ledgerRows, ledgerWorkbook } from './ledger.fixture.ts';
import { sweepImports, workOnImport } from './public.ts';
import type { WorkerOrder } from './work/worker-process.fixture.ts';

const cityCode = '1502';
const monday = '2026-03-02T01:00:00Z';

let program: TestProgram;
let dispatcher: Person;
let stranger: Person;

beforeAll(async () => {
  program = await createTestProgram();
  dispatcher = await hire(program, '150204', 'dispatcher');
  stranger = await hire(program, '150203', 'supervisor');
}, 60_000);
afterAll(() => program?.stop());

const drawn: LedgerMap = {
  columns: ledgerHeadings,
  source: 'street-ledger',
  channel: 'window',
  kind: '99',
};

async function upload(content: Uint8Array | string, name = '王秀兰家的台账.xlsx', key?: string) {
  const form = new FormData();
  form.append('files', new Blob([Buffer.from(content)]), name);
  const { post } = dispatcher;
  return post('imports', form, key === undefined ? {} : { 'idempotency-key': key });
}

async function uploaded(content: Uint8Array | string): Promise<ImportView> {
  const { status, body } = await upload(content);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

async function step(one: ImportView, name: string, more: object = {}): Promise<ImportView> {
  const { status, body } = await dispatcher.post(`imports/${one.id}/actions/${name}`, {
    version: one.version,
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const read = async (id: string): Promise<ImportView> => (await dispatcher.get(`imports/${id}`)).body;

async function worked(one: ImportView, name: string, more: object = {}): Promise<ImportView> {
  await step(one, name, more);
  await runJobs(program.services);
  return read(one.id);
}

async function matters(source: string): Promise<Record<string, unknown>[]> {
  const { rows } = await program.admin.pool.query(
    `select source_number as number, registered_at as at, ended_at as ended, kind, region_code as region, story
     from hejie.matter where source = $1 order by source_number`,
    [source],
  );
  return rows;
}

const simple = (count: number, source: string): [string, LedgerMap] => [
  `编号,日期,内容\n${Array.from({ length: count }, (_, i) => `${source}${i},2025年3月${(i % 28) + 1}日,"第 ${i} 件，\n${'经过很长。'.repeat(30)}"`).join('\n')}\n`,
  {
    columns: { sourceNumber: '编号', registeredAt: '日期', story: '内容' },
    source,
    channel: 'window',
    kind: '02',
  },
];

describe('bringing a ledger in', () => {
  it('goes from the file over columns, doubtful words and a check to closed matters', async () => {
    const one = await uploaded(await ledgerWorkbook(ledgerRows));
    expect(one).toMatchObject({
      status: 'uploaded',
      version: 1,
      format: 'xlsx',
      name: '王秀兰家的台账.xlsx',
    });

    const look = (await dispatcher.get(`imports/${one.id}/look`)).body;
    expect(look).toMatchObject({ sheet: '台账 & 明细', year: 2025, columns: ledgerHeadings });
    expect(look.rows[0].understood).toContainEqual({
      field: 'registeredAt',
      typed: '二〇二五年三月二日',
      read: '2025-03-02 00:00',
    });
    expect(look.rows[0].understood).toContainEqual({
      field: 'answeredAt',
      typed: '3月9日',
      read: '2025-03-09 00:00',
    });
    expect(look.rows[5].fault).toMatch(/^登记日期：.*认不出是哪一天/);

    const checked = await worked(one, 'check', { map: drawn });
    expect(checked).toMatchObject({ status: 'checked', rows: 6, imported: 4, unchanged: 0, refused: 2 });
    expect(checked.doubts).toEqual([
      { field: 'kind', typed: '说不清', rows: 1, suggested: null },
      { field: 'region', typed: '某地', rows: 1, suggested: null },
    ]);
    expect(await matters('street-ledger')).toEqual([]);

    const decided = await worked(checked, 'decide', {
      decisions: [
        { field: 'kind', typed: '说不清', code: '99' },
        { field: 'region', typed: '某地', code: '150204001' },
      ],
    });
    expect(decided).toMatchObject({ status: 'checked', imported: 5, refused: 1, doubts: [] });

    const done = await worked(decided, 'run');
    expect(done).toMatchObject({ status: 'done', imported: 5, unchanged: 0, refused: 1, rowsRead: 6 });
    const brought = await matters('street-ledger');
    expect(brought.map(({ number }) => number)).toEqual(['L1', 'L2', 'L3', 'L4', 'L5']);
    expect(brought[0]).toMatchObject({
      kind: '02',
      region: '150204001',
      story: '楼上漏水\n不肯修',
      at: new Date('2025-03-02T00:00:00+08:00'),
      ended: new Date('2025-03-09T00:00:00+08:00'),
    });
    expect(brought[2]).toMatchObject({ at: new Date('2025-03-04T15:30:00+08:00'), region: '150204' });
    expect(brought[3]).toMatchObject({ at: new Date('2025-03-04T00:00:00+08:00'), kind: '99' });

    const refused = await dispatcher.get(`imports/${one.id}/refused-rows`);
    expect(refused.raw).toMatch(/^\ufeff行,文件行,编号,原因\r?\n10,10,L6,登记日期：.*\r?\n$/);
  });

  it('remembers what the office decided, and brings each number of a source in once', async () => {
    const again = await worked(await uploaded(await ledgerWorkbook(ledgerRows)), 'check', { map: drawn });
    expect(again).toMatchObject({ imported: 0, unchanged: 5, refused: 1, doubts: [] });
    expect(await worked(again, 'run')).toMatchObject({
      status: 'done',
      imported: 0,
      unchanged: 5,
      refused: 1,
    });
    expect(await matters('street-ledger')).toHaveLength(5);
  });

  it('keeps neither the file nor a word of it in clear', async () => {
    const { rows } = await program.admin.pool.query(
      `select to_jsonb(i)::text || coalesce((select string_agg(to_jsonb(r)::text, '') from hejie.import_row r), '')
         || (select string_agg(to_jsonb(c)::text, '') from hejie.import_choices c) as everything from hejie.import i`,
    );
    const words = ['王秀兰', '说不清', '某地', 'L6', '2025年2月30日'];
    for (const { everything } of rows) {
      for (const word of words) {
        expect(everything).not.toContain(word);
        expect(everything).not.toContain(Buffer.from(word).toString('hex'));
      }
    }
    const { address } = (await program.admin.pool.query('select address from hejie.import limit 1')).rows[0];
    const parts: Buffer[] = [];
    for await (const part of program.services.files.get(address)) parts.push(part);
    expect(Buffer.concat(parts).subarray(0, 4).toString()).not.toBe('PK\u0003\u0004');
  });
});

describe('who may, and when', () => {
  it('shows and gives an import to its own office alone', async () => {
    const one = await uploaded(simple(1, 'whose')[0]);
    for (const path of ['', '/look', '/refused-rows'])
      expect((await stranger.get(`imports/${one.id}${path}`)).status).toBe(404);
    expect((await stranger.get('imports')).body.imports).toEqual([]);
    const body = { version: 1, map: simple(1, 'whose')[1] };
    expect((await stranger.post(`imports/${one.id}/actions/check`, body)).status).toBe(404);
    for (const [unit, role] of [
      ['150204', 'clerk'],
      ['150204', 'leader'],
      ['150204/housing', 'supervisor'],
    ] as const) {
      const other = await hire(program, unit, role);
      expect([role, (await other.get('imports')).status]).toEqual([role, 403]);
    }
    expect((await dispatcher.get('imports')).body.imports[0].id).toBe(one.id);
  });

  it('refuses a stale version, a step out of its turn, a column that is not there, and a foreign region', async () => {
    const [content, map] = simple(2, 'turns');
    const one = await uploaded(content);
    const act = (name: string, body: object) => dispatcher.post(`imports/${one.id}/actions/${name}`, body);
    expect((await act('run', { version: 1 })).body).toMatchObject({ status: 409, code: 'import-not-now' });
    const strange = { ...map, columns: { ...map.columns, answer: '答复' } };
    expect((await act('check', { version: 1, map: strange })).body).toMatchObject({
      status: 422,
      code: 'ledger-column-missing',
    });
    await worked(one, 'check', { map });
    expect((await act('check', { version: 1, map })).body).toMatchObject({
      status: 409,
      code: 'stale-version',
      current: { version: 3 },
    });
    const decisions = [{ field: 'region', typed: '别处', code: '150203' }];
    expect((await act('decide', { version: 3, decisions })).status).toBe(422);
  });

  it('takes one upload once, and nothing that is no table', async () => {
    const [content] = simple(1, 'once');
    const first = await upload(content, 'a.csv', 'one-upload-once');
    expect(first.status).toBe(201);
    expect((await upload(content, 'a.csv', 'one-upload-once')).body.id).toBe(first.body.id);
    expect((await upload('别的,一\n1,2\n', 'a.csv', 'one-upload-once')).body.code).toBe('key-reused');
    expect((await upload('', 'a.csv')).body.code).toBe('ledger-no-header');
    expect((await upload(Uint8Array.of(0xff, 0xff, 0x0a), 'a.csv')).body.code).toBe('ledger-unreadable');
    expect((await dispatcher.post('imports', { files: [] })).status).toBe(415);
  });

  it('stops when the posting of whoever uploaded it has ended', async () => {
    const [content, map] = simple(3, 'ended');
    const checked = await worked(await uploaded(content), 'check', { map });
    await step(checked, 'run');
    const posting = [dispatcher.actor.postingId];
    await program.admin.pool.query('update hejie.posting set ended_at = now() where id = $1', posting);
    await runJobs(program.services);
    await program.admin.pool.query('update hejie.posting set ended_at = null where id = $1', posting);
    expect(await read(checked.id)).toMatchObject({ status: 'stopped', stop: { code: 'posting-ended' } });
    expect(await matters('ended')).toEqual([]);
  });
});

describe('cut short', () => {
  /** A worker takes seconds to start, and on a busy machine a minute. */
  const patienceInMs = 300_000;

  async function progress(importId: string): Promise<{ attempts: number; read: number }> {
    const { rows } = await program.admin.pool.query(
      'select attempts, rows_read as read from hejie.import where id = $1',
      [importId],
    );
    return rows[0];
  }

  /** A worker in a process of its own, killed as a machine kills it once it has come so far. */
  async function killedWorker(importId: string, rowsRead: number): Promise<void> {
    const { config, pool } = program.services;
    const order: WorkerOrder = {
      dataFolder: config.dataFolder,
      databaseUrl: String(pool.options.connectionString),
      now: monday,
      cityCode,
      importId,
    };
    const worker = fork(
      join(import.meta.dirname, 'work/worker-process.fixture.ts'),
      [JSON.stringify(order)],
      {
        execArgv: [],
      },
    );
    const ended = once(worker, 'exit');
    const begun = (await progress(importId)).attempts;
    while (worker.exitCode === null) {
      const { attempts, read } = await progress(importId);
      if (attempts > begun && read >= rowsRead) break;
      await new Promise((done) => setTimeout(done, 3));
    }
    worker.kill('SIGKILL');
    await ended;
  }

  it(
    'killed again and again while it brings rows in, loses none and doubles none',
    async () => {
      const count = 3000;
      const [content, map] = simple(count, 'killed');
      const broken = content.replace('killed1500,2025年3月', 'killed1500,某年3月');
      const checked = await worked(await uploaded(broken), 'check', { map });
      expect(checked).toMatchObject({ rows: count, imported: count - 1, refused: 1 });
      await step(checked, 'run');
      await program.services.jobs.open().then((boss) => boss.deleteQueuedJobs('work-on-import'));
      for (const rowsRead of [1, 700, 1500, 2200]) await killedWorker(checked.id, rowsRead);
      const cut = await read(checked.id);
      expect(cut.status).toBe('running');
      expect(cut.rowsRead).toBeGreaterThanOrEqual(2200);
      expect(await matters('killed')).toHaveLength(cut.imported);

      // Not before it has been silent for a while, lest one that is slow be taken for dead.
      await sweepImports(program.services, { cityCode });
      expect(await runJobs(program.services)).toBe(0);
      program.services.clock.set(program.services.clock.now().add({ minutes: 3 }));
      await sweepImports(program.services, { cityCode });
      await runJobs(program.services);
      expect(await read(checked.id)).toMatchObject({
        status: 'done',
        rowsRead: count,
        imported: count - 1,
        unchanged: 0,
        refused: 1,
      });
      const brought = await matters('killed');
      expect(new Set(brought.map(({ number }) => number)).size).toBe(count - 1);
      expect(brought).toHaveLength(count - 1);
    },
    patienceInMs,
  );

  it(
    'killed while it reads a workbook, before the first of its rows, is checked and brought in whole',
    async () => {
      const count = 1500;
      const rows = Array.from({ length: count }, (_, n) => [`Y${n}`, '2025.3.2', `第 ${n} 件漏水`]);
      const content = await writeXlsx({
        sheets: [{ name: '一', rows: [['编号', '日期', '内容'], ...rows] }],
      });
      const one = await uploaded(content);
      const map = { ...simple(1, 'reading')[1] };
      const alone = () =>
        program.services.jobs.open().then((boss) => boss.deleteQueuedJobs('work-on-import'));
      await step(one, 'check', { map });
      await alone();
      await killedWorker(one.id, 0);
      expect(await read(one.id)).toMatchObject({ status: 'checking', rows: 0 });
      await workOnImport(program.services, { cityCode, importId: one.id });
      const checked = await read(one.id);
      expect(checked).toMatchObject({ status: 'checked', rows: count, imported: count, refused: 0 });
      await step(checked, 'run');
      await alone();
      await killedWorker(one.id, 0);
      expect(await read(one.id)).toMatchObject({ status: 'running' });
      await workOnImport(program.services, { cityCode, importId: one.id });
      expect(await read(one.id)).toMatchObject({
        status: 'done',
        rowsRead: count,
        imported: count,
        unchanged: 0,
      });
      expect(await matters('reading')).toHaveLength(count);
    },
    patienceInMs,
  );

  it(
    'taken over by a second worker, is done once',
    async () => {
      const [content, map] = simple(1000, 'two');
      const checked = await worked(await uploaded(content), 'check', { map });
      await step(checked, 'run');
      const killed = killedWorker(checked.id, 5000);
      await runJobs(program.services);
      await killed;
      expect(await read(checked.id)).toMatchObject({
        status: 'done',
        imported: 1000,
        unchanged: 0,
        refused: 0,
      });
      expect(await matters('two')).toHaveLength(1000);
    },
    patienceInMs,
  );

  it('takes the file away after seven days, and says that nobody went on', async () => {
    const left = await uploaded(simple(1, 'left')[0]);
    const { address } = (
      await program.admin.pool.query('select address from hejie.import where id = $1', [left.id])
    ).rows[0];
    const before = program.services.clock.now();
    program.services.clock.set(before.add({ hours: 24 * 7 + 1 }));
    await sweepImports(program.services, { cityCode });
    program.services.clock.set(before);
    expect(await program.services.files.has(address)).toBe(false);
    const body = { version: 2, map: simple(1, 'left')[1] };
    expect((await dispatcher.post(`imports/${left.id}/actions/check`, body)).status).toBe(410);
    expect(await read(left.id)).toMatchObject({
      status: 'stopped',
      stop: { code: 'unfinished' },
      isFileKept: false,
    });
  });
});

describe('a workbook that is no ledger', () => {
  it('is refused when a column that its map names is gone', async () => {
    const content = await writeXlsx({
      sheets: [
        {
          name: '一',
          rows: [
            ['编号', '内容'],
            ['1', '事'],
          ],
        },
      ],
    });
    const one = await uploaded(content);
    const map = { ...drawn, sheet: '二' };
    const { body } = await dispatcher.post(`imports/${one.id}/actions/check`, { version: 1, map });
    expect(body).toMatchObject({ status: 422, code: 'ledger-unreadable' });
  });
});
