import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportMap } from '#contract/imports/import-map.ts';
import { refusedSentence } from '#contract/imports/refused-row.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { importMatters, type RefusedRow, readMap } from './public.ts';

const folder = join(import.meta.dirname, '../../../cities/baotou/imports');
const sample = join(folder, 'sample.csv');
const centre = unitIdOf('1502', '150204');

let program: TestProgram;
let map: ImportMap;
let workFolder: string;
let text: string;

beforeAll(async () => {
  workFolder = await mkdtemp(join(tmpdir(), 'hejie-imports-'));
  text = await readFile(sample, 'utf8');
});
beforeEach(async () => {
  program = await createTestProgram({ features: [] });
  map = await readMap(program.services, join(folder, 'petitions.json'));
  return () => program.stop();
});
afterAll(() => rm(workFolder, { recursive: true }));

async function bringIn(content: string | Uint8Array, options: { isLive?: boolean; map?: ImportMap } = {}) {
  const file = join(workFolder, 'table.csv');
  await writeFile(file, content);
  const refused: RefusedRow[] = [];
  const counts = await importMatters(program.services, {
    file,
    map: options.map ?? map,
    isLive: options.isLive ?? false,
    onRefused: (row) => refused.push(row),
    onProgress: () => undefined,
  });
  return { counts, refused };
}

async function count(table: string): Promise<number> {
  const { rows } = await program.admin.pool.query(`select count(*) as n from hejie.${table}`);
  return rows[0].n;
}

/** GB18030 as Excel writes it, made from what the decoder knows: every two bytes that mean a character. */
function inGb18030(content: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1)
      bytesOf.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Uint8Array.from(
    [...content].flatMap((character) =>
      character < '\u0080' ? character.charCodeAt(0) : (bytesOf.get(character) ?? 0x3f),
    ),
  );
}

describe('importing closed history', () => {
  it('brings every row in with its own times and its answer as an event, and a second time nothing', async () => {
    expect(await bringIn(text)).toEqual({ counts: { imported: 15, unchanged: 0, refused: 0 }, refused: [] });
    expect((await bringIn(text)).counts).toEqual({ imported: 0, unchanged: 15, refused: 0 });
    const { rows } = await program.admin.pool.query(
      `select m.*, e.type, e.occurred_at, e.recorded_at, e.sealed from hejie.matter m
       join hejie.event e on e.matter_id = m.id where source_number = 'S001' order by e.version`,
    );
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({
      status: 'closed',
      is_history: true,
      is_open: false,
      due_on: null,
      version: 2,
      lead_unit_id: centre,
      kind: '02',
      region_code: '150204',
      type: 'answer',
      registered_at: new Date('2025-03-03T09:12:05+08:00'),
      ended_at: new Date('2025-03-12T16:40:00+08:00'),
      occurred_at: new Date('2025-03-12T16:40:00+08:00'),
      recorded_at: new Date('2026-03-02T01:00:00Z'),
    });
    expect(rows[0]).toMatchObject({ type: 'import', sealed: null });
    expect(rows[0].code).toMatch(/^2025/);
    expect(rows[1].sealed.includes('漏水')).toBe(false);
    expect([await count('clock'), await count('party'), await count('participation')]).toEqual([0, 0, 30]);
  });

  it('reads the same table with a mark at its start, with Windows line ends, and in GB18030', async () => {
    const gb18030 = inGb18030(text);
    expect(new TextDecoder('gb18030').decode(gb18030)).toBe(text);
    expect((await bringIn(gb18030)).counts).toEqual({ imported: 15, unchanged: 0, refused: 0 });
    for (const same of [`\ufeff${text}`, text.replaceAll('\n', '\r\n')]) {
      expect((await bringIn(same)).counts).toEqual({ imported: 0, unchanged: 15, refused: 0 });
    }
    const { rows } = await program.admin.pool.query(
      `select story from hejie.matter where source_number = 'S001'`,
    );
    expect(rows[0].story).toMatch(/^我住三楼，楼上卫生间从一月起往下渗水/);
  });

  it('tells broken rows with row number and reason, and brings the others in', async () => {
    const [header, first, second, third] = text.split('\n');
    const broken = [
      header,
      first,
      'B1,题,不知道,详情,,',
      'B2,题,2025/3/3 9:12:05,"没有合上的引号,,',
      second,
      'B3,题,2025/3/3 9:12:05,少一格',
      'S001,题,2025/3/3 9:12:05,同一编号另一件事,,',
      first,
      `B4,题,2025/3/3 9:12:05,${'长'.repeat(10_001)},,`,
      third,
    ].join('\n');
    const { counts, refused } = await bringIn(broken);
    expect(counts).toEqual({ imported: 3, unchanged: 1, refused: 5 });
    expect(refused.map(({ row, number, reasons }) => [row, number, refusedSentence(reasons, 'en')])).toEqual([
      [3, 'B1', '留言时间: is no time in the formats of the map, nor one that is understood'],
      [4, '', 'the quotes are broken, so that its cells cannot be told'],
      [6, 'B3', 'the row has 4 cells, the header 6'],
      [7, 'S001', '留言编号: the number is that of row 2, but the content differs'],
      [9, 'B4', '留言详情: is longer than 10000 characters'],
    ]);
    expect(refusedSentence(refused[0]?.reasons ?? [], 'zh')).toBe(
      '留言时间：不是对照表所列格式的时间，也认不出是哪一天',
    );
  });

  it('changes nothing of a known number, whatever its row says now, and whichever centre has it', async () => {
    await bringIn(text);
    const changed = text.replace('楼上卫生间漏水', '改过的题目');
    expect((await bringIn(changed)).counts).toEqual({ imported: 0, unchanged: 15, refused: 0 });
    const elsewhere = { ...map, region: '150203' };
    const more = `${changed}N1,新的,2025/5/1 8:00:00,新的一行,,\n`;
    expect((await bringIn(more, { map: elsewhere })).counts).toEqual({
      imported: 1,
      unchanged: 15,
      refused: 0,
    });
    expect(await count('matter')).toBe(16);
    expect(await count('participation')).toBe(32);
  });

  it('brings each row in once when two do it at the same moment', async () => {
    const both = await Promise.all([bringIn(text), bringIn(text)]);
    expect(both[0].counts.imported + both[1].counts.imported).toBe(15);
    expect(await count('matter')).toBe(15);
    expect(await count('event')).toBe(30);
  });

  it('refuses a table as a whole in a sentence', async () => {
    await expect(bringIn('a,b\n1,2\n')).rejects.toThrow(
      'has no column “留言编号”; none of the 2 in its first row is one that the map names.',
    );
    await expect(bringIn('a,留言时间\n1,2\n')).rejects.toThrow(/; its columns are: a, 留言时间\./);
    await expect(bringIn('')).rejects.toThrow(/has no header row/);
    await expect(bringIn(Uint8Array.of(0xff, 0xff, 0x0a))).rejects.toThrow(/is neither UTF-8 nor GB18030/);
  });
});

describe('importing live', () => {
  it('registers every row as a new matter of today, once', async () => {
    const userId = program.services.newId();
    await program.admin.pool.query(`insert into sign_in."user" (id, name, email, email_verified, username)
      values ('${userId}', '王接待', 'w@x.invalid', true, 'wang')`);
    await program.admin.pool.query(`insert into hejie.posting (city_code, id, user_id, unit_id, role, from_day, version)
      values ('1502', gen_random_uuid(), '${userId}', '${centre}', 'clerk', '2026-01-01', 1)`);
    expect((await bringIn(text, { isLive: true })).counts).toEqual({
      imported: 15,
      unchanged: 0,
      refused: 0,
    });
    expect((await bringIn(text, { isLive: true })).counts).toEqual({
      imported: 0,
      unchanged: 15,
      refused: 0,
    });
    const { rows } = await program.admin.pool.query(
      'select distinct status, is_history, registered_at from hejie.matter',
    );
    expect(rows).toEqual([
      { status: 'registered', is_history: false, registered_at: new Date('2026-03-02T01:00:00Z') },
    ]);
    expect(await count('clock')).toBe(15);
  });

  it('says who is missing', async () => {
    await expect(bringIn(text, { isLive: true })).rejects.toThrow(
      /Nobody is posted as clerk or dispatcher at 青山区/,
    );
    const named = { ...map, registeredBy: 'nobody' };
    await expect(bringIn(text, { isLive: true, map: named })).rejects.toThrow(
      /nobody, whom the map names, is not posted/,
    );
  });
});

describe('the map', () => {
  it('is refused with everything that is wrong with it', async () => {
    const file = join(workFolder, 'map.json');
    await writeFile(file, JSON.stringify({ ...map, region: '999999', kind: 'xx', dateFormats: ['M/d'] }));
    await expect(readMap(program.services, file)).rejects.toThrow(
      /dateFormats: M\/d .*; region: 包头市 has no 999999; kind: 包头市 has no xx\.$/,
    );
    await writeFile(file, JSON.stringify({ ...map, colums: {}, channel: 'pigeon' }));
    await expect(readMap(program.services, file)).rejects.toThrow(/colums.*channel|channel.*colums/);
    await writeFile(file, '{');
    await expect(readMap(program.services, file)).rejects.toThrow(/is not valid JSON/);
  });
});
