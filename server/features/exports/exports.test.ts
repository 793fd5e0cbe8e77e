import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTableReader } from '#domain/imports/read-table.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { ask, hireStaff, listOf, registerMany, type Staff } from './exports.fixture.ts';
import type { MakerOrder } from './make/maker-process.fixture.ts';
import { makeExport, sweepExports } from './public.ts';

const cityCode = '1502';
const many = 230;

let program: TestProgram;
let staff: Staff;
let matters: string[];

beforeAll(async () => {
  program = await createTestProgram();
  staff = await hireStaff(program);
  matters = await registerMany(staff.clerk, many);
}, 60_000);
afterAll(() => program?.stop());

const read = async (id: string, by = staff.dispatcher) => (await by.get(`exports/${id}`)).body;
const decide = (by: Staff[keyof Staff], id: string, body: object) =>
  by.post(`exports/${id}/actions/decide`, { version: 1, ...body });

function rowsOf(raw: string): string[][] {
  const reader = createTableReader();
  return [...reader.take(raw.replace(/^\ufeff/, '')), ...reader.end()].map((row) =>
    'cells' in row ? [...row.cells] : [],
  );
}

async function files(): Promise<string[]> {
  const found = await readdir(join(program.services.config.dataFolder, 'files'), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return found.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** What stands in the row, past every policy. */
async function stored(id: string) {
  const { rows } = await program.admin.pool.query('select * from hejie.export where id = $1', [id]);
  return rows[0];
}

/** Everything of these tests so far is forgotten, so that what one takes leaves the next alone. */
async function startAfresh(): Promise<void> {
  await runJobs(program.services);
  await program.admin.pool.query(`update hejie.export set asked_at = asked_at - interval '30 days',
    status = case when status in ('waiting', 'making') then 'stopped' else status end`);
}

describe('a small list', () => {
  it('is made at once for whoever works with it, and fetched with its hash on record', async () => {
    const asked = await ask(
      staff.dispatcher,
      listOf('facts', { filter: { queue: 'office', kind: ['15'] } }),
    ).catch((failure) => failure);
    expect(asked).toBeInstanceOf(Error);
    await registerMany(staff.clerk, 3, '15');
    const made = await ask(staff.dispatcher, listOf('facts', { filter: { queue: 'office', kind: ['15'] } }));
    expect(made).toMatchObject({ status: 'making', rows: 3, needsSecond: false, isMine: true, file: null });
    expect(await runJobs(program.services)).toBeGreaterThan(0);
    const ready = await read(made.id);
    expect(ready).toMatchObject({ status: 'ready', rows: 3, rowsDone: 3 });
    const { raw, headers, status } = await staff.dispatcher.get(ready.file.href);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%E4%BA%8B/);
    expect(createHash('sha256').update(raw).digest('hex')).toBe(ready.file.sha256);
    expect(Buffer.byteLength(raw)).toBe(ready.file.bytes);
    expect(raw.startsWith('\ufeff编号,主题,类别')).toBe(true);
    expect(rowsOf(raw)).toHaveLength(4);
    expect(raw).not.toMatch(/王秀兰|经过，/);
    const { rows: log } = await sql<{ what: string; data: Record<string, unknown> }>`
      select what, data from hejie.access_log where what like 'export%' order by id`.execute(
      program.admin.db,
    );
    const { sha256, bytes } = ready.file;
    expect(log).toEqual([
      {
        what: 'export',
        data: { exportId: made.id, rows: 3, bytes, sha256, format: 'csv', contents: 'facts' },
      },
      { what: 'export-fetched', data: { exportId: made.id, rows: 3, bytes, sha256 } },
    ]);
    expect((await read(made.id)).file.fetches).toBe(1);
  });

  it('lies encrypted, under a key that the row holds wrapped', async () => {
    await startAfresh();
    const { id } = await ask(
      staff.dispatcher,
      listOf('words', { filter: { queue: 'office', kind: ['15'] } }),
    );
    await runJobs(program.services);
    const { address, purpose_sealed } = await stored(id);
    const bytes = Buffer.concat(await Readable.from(program.services.files.get(address)).toArray());
    for (const hidden of ['经过', '编号', '季度']) expect(bytes.includes(hidden)).toBe(false);
    expect(Buffer.from(purpose_sealed).includes('季度')).toBe(false);
  });

  it('needs words why, where it tells what people said', async () => {
    const refused = await staff.dispatcher.post('exports', listOf('words', { purpose: ' ' }));
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid-input']);
    const none = await staff.dispatcher.post('exports', listOf('parties', { purpose: undefined }));
    expect([none.status, none.body.code]).toEqual([422, 'export-purpose-missing']);
  });

  it('keeps cells from being formulas, and records each matter that it tells of', async () => {
    await startAfresh();
    const { id } = await ask(
      staff.dispatcher,
      listOf('parties', { filter: { queue: 'office', kind: ['15'] } }),
    );
    await runJobs(program.services);
    const { raw } = await staff.dispatcher.get(`exports/${id}/file`);
    const [head, first] = rowsOf(raw);
    const cell = (name: string) => first?.[head?.indexOf(name) ?? -1];
    expect(cell('经过')).toMatch(/^'=第/);
    expect(cell('诉求')).toBe("'+把话说清楚");
    expect(cell('申请人')).toMatch(/^王秀兰\d 13800000000$/);
    const { rows } = await program.admin.pool.query(
      `select count(distinct matter_id)::int as n from hejie.access_log where what = 'export' and data = '{}'`,
    );
    expect(rows[0].n).toBe(3);
  });

  it('is for its asker alone, and not for those who do no such work', async () => {
    const { body } = await staff.dispatcher.get('exports');
    const [{ id }] = body.exports;
    expect((await staff.clerk.post('exports', listOf('facts'))).status).toBe(403);
    expect((await staff.clerk.get('exports')).status).toBe(403);
    for (const other of [staff.stranger, staff.handler]) {
      expect((await other.get(`exports/${id}`)).status).toBe(404);
      expect((await other.get(`exports/${id}/file`)).status).toBe(404);
    }
    // Whoever decides at the office sees that it was asked for, and never what is in it.
    expect((await staff.supervisor.get(`exports/${id}`)).status).toBe(200);
    expect((await staff.supervisor.get(`exports/${id}`)).body.file.href).toBeNull();
    expect((await staff.supervisor.get(`exports/${id}/file`)).status).toBe(404);
    expect((await staff.handler.get('exports')).body.exports).toEqual([]);
  });
});

describe('a large list', () => {
  it('waits for a second person: not the asker, nobody from elsewhere, no clerk', async () => {
    await startAfresh();
    const asked = await ask(staff.supervisor, listOf('facts'));
    expect(asked).toMatchObject({ status: 'waiting', needsSecond: true, mayDecide: false, rows: many + 3 });
    await runJobs(program.services);
    expect(await stored(asked.id)).toMatchObject({ status: 'waiting', attempts: 0 });
    const own = await decide(staff.supervisor, asked.id, { decision: 'approve' });
    expect([own.status, own.body.code]).toEqual([403, 'own-export']);
    expect((await staff.supervisor.get('exports/to-decide')).body.exports).toEqual([]);
    expect((await decide(staff.stranger, asked.id, { decision: 'approve' })).status).toBe(404);
    expect((await decide(staff.clerk, asked.id, { decision: 'approve' })).status).toBe(403);
    expect((await decide(staff.handler, asked.id, { decision: 'approve' })).status).toBe(403);
    expect((await staff.supervisor.get(`exports/${asked.id}/file`)).body.code).toBe('export-not-ready');

    const waiting = (await staff.dispatcher.get('exports/to-decide')).body.exports;
    expect(waiting).toEqual([
      expect.objectContaining({
        id: asked.id,
        mayDecide: true,
        rows: many + 3,
        contents: 'facts',
        filter: ['本单位'],
      }),
    ]);
    const approved = await decide(staff.dispatcher, asked.id, { decision: 'approve' });
    expect(approved.body).toMatchObject({
      status: 'making',
      decidedBy: { name: staff.dispatcher.actor.name },
    });
    const twice = await decide(staff.dispatcher, asked.id, { decision: 'approve' });
    expect([twice.status, twice.body.code, twice.body.current.status]).toEqual([
      409,
      'export-decided',
      'making',
    ]);
    await runJobs(program.services);
    const ready = await read(asked.id, staff.supervisor);
    expect(ready).toMatchObject({ status: 'ready', rows: many + 3 });
    const { raw } = await staff.supervisor.get(ready.file.href);
    const codes = rowsOf(raw)
      .slice(1)
      .map(([code]) => code);
    expect(new Set(codes).size).toBe(many + 3);
    expect((await staff.dispatcher.get(`exports/${asked.id}/file`)).status).toBe(404);
  });

  it('may be refused with a reason, also from above', async () => {
    await startAfresh();
    const asked = await ask(staff.dispatcher, listOf('words'));
    const above = (await staff.upper.get('exports/to-decide')).body.exports;
    expect(above.map(({ id, purpose }: { id: string; purpose: string }) => [id, purpose])).toEqual([
      [asked.id, '季度核对'],
    ]);
    const bare = await decide(staff.upper, asked.id, { decision: 'refuse' });
    expect([bare.status, bare.body.code]).toEqual([422, 'export-reason-missing']);
    const stale = await decide(staff.upper, asked.id, { version: 2, decision: 'refuse', reason: '不' });
    expect([stale.status, stale.body.code]).toEqual([409, 'stale-version']);
    await decide(staff.upper, asked.id, { decision: 'refuse', reason: '请先缩小到本季度。' });
    expect(await read(asked.id)).toMatchObject({ status: 'refused', reason: '请先缩小到本季度。' });
    expect(await runJobs(program.services)).toBe(0);
  });

  it('of two who decide at once takes one answer', async () => {
    await startAfresh();
    const { id } = await ask(staff.dispatcher, listOf('words'));
    const answers = await Promise.all([
      decide(staff.supervisor, id, { decision: 'approve' }),
      decide(staff.upper, id, { decision: 'refuse', reason: '不同意。' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('cannot be had in small pieces', async () => {
    await startAfresh();
    const piece = listOf('facts', { filter: { queue: 'office', kind: ['15'] } });
    const first = await ask(staff.dispatcher, piece);
    await program.admin.pool.query('update hejie.export set rows_counted = 199 where id = $1', [first.id]);
    const second = await ask(staff.dispatcher, piece);
    expect([first.status, second.status]).toEqual(['making', 'waiting']);
    const { body } = await staff.dispatcher.get('exports/size?queue=office');
    expect(body).toEqual({
      rows: many + 3,
      rowsOfAnyExport: 100_000,
      rowsAlone: { facts: 1, personal: 50 },
    });
  });

  it('of two wishes at once lets one pass alone, and no third', async () => {
    await startAfresh();
    await program.admin.pool.query(
      `update hejie.export set asked_at = $1, rows_counted = 195, needs_second = false, contents = 'facts'
       where id = (select id from hejie.export where user_id = $2 and contents = 'facts' and status = 'ready' limit 1)`,
      [program.services.clock.now().toString(), staff.dispatcher.actor.userId],
    );
    const piece = listOf('facts', { filter: { queue: 'office', kind: ['15'] } });
    const answers = await Promise.all([ask(staff.dispatcher, piece), ask(staff.dispatcher, piece)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['making', 'waiting']);
  });
});

describe('my own', () => {
  it('are listed the latest first, page by page, none lost and none twice', async () => {
    const all = (await staff.dispatcher.get('exports?limit=50')).body.exports.map(
      ({ id }: { id: string }) => id,
    );
    expect(all.length).toBeGreaterThan(4);
    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await staff.dispatcher.get(`exports?limit=2${after}`);
      seen.push(...body.exports.map(({ id }: { id: string }) => id));
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after);
    expect(seen).toEqual(all);
    expect((await staff.dispatcher.get('exports?after=nothing')).status).toBe(400);
  });
});

describe('asking', () => {
  it('twice with the same key is asking once', async () => {
    await startAfresh();
    const body = listOf('facts', { filter: { queue: 'office', kind: ['15'] } });
    const [one, same] = await Promise.all([
      ask(staff.dispatcher, body, 'the-same-wish'),
      ask(staff.dispatcher, body, 'the-same-wish'),
    ]);
    expect(one?.id).toBe(same?.id);
    const other = await staff.dispatcher.post('exports', listOf('facts'), {
      'idempotency-key': 'the-same-wish',
    });
    expect([other.status, other.body.code]).toEqual([422, 'key-reused']);
  });

  it('has bounds: nothing to take, too many under way, words in the filter', async () => {
    await startAfresh();
    const none = await staff.dispatcher.post('exports', listOf('facts', { filter: { queue: 'sampled' } }));
    expect([none.status, none.body.code]).toEqual([422, 'export-empty']);
    const worded = await staff.dispatcher.post(
      'exports',
      listOf('facts', { filter: { queue: 'office', code: '王秀兰' } }),
    );
    expect(worded.status).toBe(400);
    for (let count = 0; count < 5; count += 1) await ask(staff.dispatcher, listOf('words'));
    const sixth = await staff.dispatcher.post('exports', listOf('words'));
    expect([sixth.status, sixth.body.code]).toEqual([409, 'too-many-exports']);
  });
});

describe('while it is being made', () => {
  const small = listOf('facts', { filter: { queue: 'office', kind: ['15'] } });

  it('stops where the posting of whoever asked has ended meanwhile, and leaves no file', async () => {
    await startAfresh();
    const { id } = await ask(staff.dispatcher, small);
    const before = await files();
    const { postingId } = staff.dispatcher.actor;
    const setEnded = (at: string | null) =>
      program.admin.pool.query('update hejie.posting set ended_at = $2 where id = $1', [postingId, at]);
    await setEnded('2026-03-01T00:00:00Z');
    await runJobs(program.services);
    expect(await stored(id)).toMatchObject({
      status: 'stopped',
      stop_reason: 'posting-ended',
      address: null,
    });
    expect(await files()).toEqual(before);
    await setEnded(null);
  });

  it('stops between two pages, too, and where the list has grown past what was agreed to', async () => {
    await startAfresh();
    const { id } = await ask(staff.dispatcher, small);
    await program.admin.pool.query('update hejie.export set rows_at_most = 2 where id = $1', [id]);
    await runJobs(program.services);
    expect(await stored(id)).toMatchObject({ status: 'stopped', stop_reason: 'grown' });
  });

  it('stops where the approval has lapsed', async () => {
    await startAfresh();
    const { id } = await ask(staff.dispatcher, listOf('words'));
    await decide(staff.supervisor, id, { decision: 'approve' });
    const monday = program.services.clock.now();
    program.services.clock.set(monday.add({ hours: 73 }));
    await runJobs(program.services);
    expect(await stored(id)).toMatchObject({ status: 'stopped', stop_reason: 'lapsed' });
    program.services.clock.set(monday);
  });

  it('killed before its file was told of, is made again under the same row, and leaves one file', async () => {
    await startAfresh();
    const { id } = await ask(staff.dispatcher, small);
    const before = await files();
    await killedMaker(id);
    const cut = await stored(id);
    expect(cut).toMatchObject({ status: 'making', attempts: 1 });
    expect(await program.services.files.has(cut.address)).toBe(true);
    const monday = program.services.clock.now();
    // Not before it has been silent for a while, lest one that is slow be taken for dead.
    await program.services.jobs.open().then((boss) => boss.deleteQueuedJobs('make-export'));
    await sweepExports(program.services, { cityCode });
    expect(await runJobs(program.services)).toBe(0);
    program.services.clock.set(monday.add({ minutes: 3 }));
    await sweepExports(program.services, { cityCode });
    await runJobs(program.services);
    const after = await stored(id);
    expect(after).toMatchObject({ status: 'ready', attempts: 2, rows_done: 3 });
    expect(await program.services.files.has(cut.address)).toBe(false);
    expect((await files()).length).toBe(before.length + 1);
    program.services.clock.set(monday);
  }, 60_000);

  /** A maker in a process of its own, killed at the worst moment as a machine kills it. */
  async function killedMaker(exportId: string): Promise<void> {
    const { config, pool, clock } = program.services;
    const order: MakerOrder = {
      dataFolder: config.dataFolder,
      databaseUrl: String(pool.options.connectionString),
      now: clock.now().toString(),
      cityCode,
      exportId,
    };
    const maker = fork(join(import.meta.dirname, 'make/maker-process.fixture.ts'), [JSON.stringify(order)], {
      execArgv: [],
    });
    const ended = once(maker, 'exit');
    const heard = await Promise.race([once(maker, 'message'), ended.then(() => ['it ended by itself'])]);
    expect(heard[0]).toBe('there');
    maker.kill('SIGKILL');
    await ended;
  }

  it('of two makers at once makes one file', async () => {
    await startAfresh();
    const { id } = await ask(staff.dispatcher, small);
    const before = await files();
    const job = { cityCode, exportId: id };
    await Promise.all([makeExport(program.services, job), makeExport(program.services, job)]);
    expect(await stored(id)).toMatchObject({ status: 'ready', attempts: 1 });
    expect((await files()).length).toBe(before.length + 1);
  });

  it('is given up after five attempts', async () => {
    await startAfresh();
    const { id } = await ask(staff.dispatcher, small);
    await program.admin.pool.query(
      `update hejie.export set attempts = 5, touched_at = touched_at - interval '1 hour' where id = $1`,
      [id],
    );
    await sweepExports(program.services, { cityCode });
    expect(await stored(id)).toMatchObject({ status: 'stopped', stop_reason: 'failed' });
  });
});

describe('time', () => {
  it('takes a file away after seven days, its key with it, and an unanswered wish', async () => {
    await startAfresh();
    const kept = await ask(staff.dispatcher, listOf('facts', { filter: { queue: 'office', kind: ['15'] } }));
    const unanswered = await ask(staff.dispatcher, listOf('words'));
    await runJobs(program.services);
    const { address } = await stored(kept.id);
    const monday = program.services.clock.now();
    program.services.clock.set(monday.add({ hours: 7 * 24 }));
    const late = await decide(staff.supervisor, unanswered.id, { decision: 'approve' });
    expect([late.status, late.body.code]).toEqual([409, 'export-decided']);
    expect((await staff.dispatcher.get(`exports/${kept.id}/file`)).status).toBe(410);
    await sweepExports(program.services, { cityCode });
    expect(await stored(kept.id)).toMatchObject({ status: 'gone', wrapped_key: null, address: null });
    expect(await program.services.files.has(address)).toBe(false);
    expect(await stored(unanswered.id)).toMatchObject({ status: 'stopped', stop_reason: 'unanswered' });
    const gone = await staff.dispatcher.get(`exports/${kept.id}/file`);
    expect([gone.status, gone.body.code]).toEqual([410, 'export-gone']);
    program.services.clock.set(monday);
  });
});

describe('the database', () => {
  it('lets nobody be their own second person, and shows a row to no other office', async () => {
    await startAfresh();
    const { id } = await ask(staff.dispatcher, listOf('words'));
    const { userId } = staff.dispatcher.actor;
    const forged = program.admin.pool.query(
      `update hejie.export set status = 'making', decided_by = $2 where id = $1`,
      [id, userId],
    );
    await expect(forged).rejects.toThrow('export_second_person');
    const skipped = program.admin.pool.query(`update hejie.export set status = 'making' where id = $1`, [id]);
    await expect(skipped).rejects.toThrow('export_decided_first');
  });
});

it('exports only matters in which the office takes part', async () => {
  await startAfresh();
  expect((await staff.stranger.post('exports', listOf('facts'))).body.code).toBe('export-empty');
  const refused = await staff.stranger.post(`matters/${matters[0]}/export`, { purpose: '核对' });
  expect([refused.status, refused.body.code]).toEqual([404, 'not-found']);
});

it('exports no file that is read outside own work, under whatever purpose', async () => {
  const [id = ''] = matters;
  const opened = await staff.upper.post(`matters/${id}/openings`, {
    purpose: 'quality-review',
    words: '本月抽查办理质量，核对答复是否按期送达。',
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  expect((await staff.upper.get(`matters/${id}`)).status).toBe(200);
  const refused = await staff.upper.post(`matters/${id}/export`, { purpose: '核对' });
  expect([refused.status, refused.body.code]).toEqual([404, 'not-found']);
});

it('holds a sealed matter for its readers alone', async () => {
  await startAfresh();
  const [id = '', other = ''] = await registerMany(staff.clerk, 2, '16');
  const sealed = await staff.supervisor.post(`matters/${id}/actions/seal`, {
    version: 1,
    ground: 'child-involved',
    reason: '涉及未成年人。',
    readerUserIds: [staff.supervisor.actor.userId],
  });
  expect(sealed.status, JSON.stringify(sealed.body)).toBe(200);
  const wanted = listOf('facts', { filter: { queue: 'office', kind: ['16'] } });
  expect(await ask(staff.dispatcher, wanted)).toMatchObject({ rows: 1 });
  expect(await ask(staff.supervisor, wanted)).toMatchObject({ rows: 2 });
  const refused = await staff.dispatcher.post(`matters/${id}/export`, { purpose: '核对' });
  expect([refused.status, refused.body.code]).toEqual([404, 'not-found']);
  expect((await staff.dispatcher.post(`matters/${other}/export`, { purpose: '核对' })).status).toBe(201);
});
