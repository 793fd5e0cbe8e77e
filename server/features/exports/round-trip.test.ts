import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { csvLine } from '#domain/exports/csv-line.ts';
import { importMatters, type RefusedRow, readMap } from '#server/features/imports/public.ts';
import { openMatterSeal } from '#server/features/matters/public.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { ask } from './exports.fixture.ts';

const folder = join(import.meta.dirname, '../../../cities/baotou/imports');
/** Several pages, many of which end at the same second, so that the keys of the pages are put to the test. */
const rows = 1_250;

const stories = [
  '我住三楼，楼上卫生间往下渗水。',
  '=HYPERLINK("http://example.invalid","点这里")',
  '+86 打不通，\n换行，"引号"，逗号,都在。',
  '-5度没有暖气。',
  '@全体业主的通知是谁发的？',
  "'已经有一个撇号",
  '𠮷野家门口堆物，表情😀也在。',
];

function ledger(count = rows): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const story = `${stories[index % stories.length]}`;
    const day = `2025/${1 + (index % 9)}/${1 + (index % 20)}`;
    const answered = index % 5 === 0 ? ['', ''] : [`已经办结（${index}）。`, `${day} 16:40:00`];
    return csvLine([`S${index}`, `第 ${index} 件`, `${day} 9:12:05`, story, ...answered]);
  });
  return csvLine(['留言编号', '留言主题', '留言时间', '留言详情', '答复意见', '答复时间']) + lines.join('');
}

async function bringIn(program: TestProgram, text: string, mapName: string) {
  const work = await mkdtemp(join(tmpdir(), 'hejie-round-trip-'));
  try {
    const file = join(work, 'table.csv');
    await writeFile(file, text);
    const map = await readMap(program.services, join(folder, mapName));
    const refused: RefusedRow[] = [];
    const onRefused = (row: RefusedRow) => void refused.push(row);
    const counts = await importMatters(program.services, {
      file,
      map,
      isLive: false,
      onRefused,
      onProgress: () => undefined,
    });
    return { counts, refused };
  } finally {
    await rm(work, { recursive: true });
  }
}

/** What a matter of the past says, opened with its own key. */
async function told({ admin, services }: TestProgram) {
  const { rows: found } = await admin.pool.query(`
    select m.id, m.subject, m.story, m.kind, m.lead_unit_id, m.wrapped_key, m.registered_at, e.version, e.sealed, e.occurred_at
    from hejie.matter m left join hejie.event e on e.matter_id = m.id and e.type = 'answer'
    order by m.subject`);
  return found.map((row) => ({
    subject: row.subject,
    story: row.story,
    kind: row.kind,
    registeredAt: row.registered_at,
    answeredAt: row.occurred_at,
    answer:
      row.sealed === null
        ? null
        : openMatterSeal(services.keys, row.id, row.lead_unit_id, row.wrapped_key).open<{ text: string }>(
            'event',
            row.version,
            row.sealed,
          ).text,
  }));
}

it('brings back what was exported, in another database, word for word', async () => {
  const here = await createTestProgram();
  const there = await createTestProgram();
  try {
    expect(await bringIn(here, ledger(), 'petitions.json')).toEqual({
      counts: { imported: rows, unchanged: 0, refused: 0 },
      refused: [],
    });
    const dispatcher = await hire(here, '150204', 'dispatcher');
    const supervisor = await hire(here, '150204', 'supervisor');
    const body = { format: 'csv', contents: 'words', filter: { queue: 'ended' }, purpose: '换系统' };
    const asked = await ask(dispatcher, body);
    expect(asked).toMatchObject({ status: 'waiting', rows });
    await supervisor.post(`exports/${asked.id}/actions/decide`, { version: 1, decision: 'approve' });
    await runJobs(here.services);
    const { raw, status } = await dispatcher.get(`exports/${asked.id}/file`);
    expect(status).toBe(200);
    expect(raw.split('\r\n').filter((line) => /^\d{4}/.test(line))).toHaveLength(rows);

    expect(await bringIn(there, raw, 'our-export.json')).toEqual({
      counts: { imported: rows, unchanged: 0, refused: 0 },
      refused: [],
    });
    expect(await told(there)).toEqual(await told(here));
    expect((await bringIn(there, raw, 'our-export.json')).counts.unchanged).toBe(rows);
  } finally {
    await here.stop();
    await there.stop();
  }
}, 90_000);

/** A file of the desk's list, approved and fetched. */
async function exported(
  program: TestProgram,
  dispatcher: Person,
  supervisor: Person,
  format: 'csv' | 'xlsx',
  language: 'zh' | 'en',
) {
  const asked = { format, contents: 'words', filter: { queue: 'ended' }, purpose: '换系统' };
  const { id } = (await dispatcher.post('exports', asked, { 'accept-language': language })).body;
  await supervisor.post(`exports/${id}/actions/decide`, { version: 1, decision: 'approve' });
  await runJobs(program.services);
  const { token, actor } = dispatcher;
  const { rawPayload, statusCode } = await program.app.inject({
    url: `/api/v1/exports/${id}/file`,
    headers: { host: 'localhost', authorization: `Bearer ${token}`, 'hejie-posting': actor.postingId },
  });
  expect(statusCode).toBe(200);
  return rawPayload;
}

/** The import page's course, with the columns that it proposes. */
async function broughtIn(program: TestProgram, person: Person, file: Buffer, source: string) {
  const form = new FormData();
  form.append('files', new Blob([Uint8Array.from(file)]), 'list');
  const one = (await person.post('imports', form)).body;
  const { columns } = (await person.get(`imports/${one.id}/look`)).body;
  const map = { columns, source, channel: 'window', kind: '99' };
  await person.post(`imports/${one.id}/actions/check`, { version: 1, map });
  await runJobs(program.services);
  const checked = (await person.get(`imports/${one.id}`)).body;
  await person.post(`imports/${one.id}/actions/run`, { version: checked.version });
  await runJobs(program.services);
  return (await person.get(`imports/${one.id}`)).body;
}

it.each([
  ['csv', 'zh'],
  ['xlsx', 'zh'],
  ['xlsx', 'en'],
] as const)(
  'brings back a list exported as %s (%s) by the columns that the page itself proposes',
  async (format, language) => {
    const count = 60;
    const here = await createTestProgram();
    const there = await createTestProgram();
    try {
      await bringIn(here, ledger(count), 'petitions.json');
      const dispatcher = await hire(here, '150204', 'dispatcher');
      const supervisor = await hire(here, '150204', 'supervisor');
      const file = await exported(here, dispatcher, supervisor, format, language);
      const done = await broughtIn(there, await hire(there, '150204', 'dispatcher'), file, 'other-house');
      expect(done).toMatchObject({ status: 'done', imported: count, refused: 0, doubts: [] });
      expect(await told(there)).toEqual(await told(here));
    } finally {
      await here.stop();
      await there.stop();
    }
  },
  180_000,
);
