import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatMatterCode, makeMatterCode } from '#domain/matters/matter-code.ts';
import { hire } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { type ReplayCommand, replayCommand } from './replay.ts';

const unknown = formatMatterCode(makeMatterCode({ year: 9999, random: new Uint8Array(8) }));

let program: TestProgram;
let matter: { id: string; code: string };

beforeAll(async () => {
  program = await createTestProgram();
  const clerk = await hire(program, '150204', 'clerk');
  const registered = await clerk.post('matters', {
    channel: 'window',
    kind: '15',
    regionCode: '150204001',
    story: '小区顶楼漏水半年，物业一直没有修。',
    parties: [{ seat: 'applicant', kind: 'anonymous' }],
  });
  matter = registered.body.matter;
});
afterAll(() => program?.stop());

async function ordered(command: ReplayCommand) {
  const lines: string[] = [];
  const progress: string[] = [];
  const isClean = await replayCommand(program.services, command, {
    isTerminal: false,
    print: (line) => lines.push(line),
    tell: (line) => progress.push(line),
  });
  return { isClean, lines, progress };
}

it('says how many it replayed, and how far it is', async () => {
  expect(await ordered({ all: true })).toEqual({
    isClean: true,
    lines: ['replayed 1 matters, 1 clocks, 0 differences'],
    progress: ['100 %, 1 matters'],
  });
  expect(await ordered({ matter: formatMatterCode(matter.code).toLowerCase() })).toMatchObject({
    isClean: true,
    lines: ['replayed 1 matters, 1 clocks, 0 differences'],
  });
  expect(await ordered({ all: true, after: matter.id })).toMatchObject({
    isClean: true,
    lines: ['replayed 0 matters, 0 clocks, 0 differences'],
  });
});

it('tells each difference in a line, and that not all is well', async () => {
  const { db } = program.admin;
  await sql`update hejie.clock set due_on = '2026-03-09'`.execute(db);
  const told = await ordered({ all: true });
  expect(told.isClean).toBe(false);
  expect(told.lines).toEqual([
    expect.stringMatching(
      /^2026-.{4}-.{4} accept [0-9a-f-]{36}: dueOn is stored as 2026-03-09, the events tell 2026-03-05$/,
    ),
    'replayed 1 matters, 1 clocks, 1 differences',
  ]);
  await sql`delete from hejie.clock`.execute(db);
  expect((await ordered({ matter: matter.code })).lines[0]).toMatch(
    /: clock is not stored, the events tell of it$/,
  );
});

it.each<[ReplayCommand, string]>([
  [{}, 'Say --all, or --matter with the code of one.'],
  [{ all: true, matter: '2026-0000-0000' }, 'Say --all, or --matter with the code of one.'],
  [{ matter: 'X' }, '"X" is no code of a matter.'],
  [{ matter: '2026-0000-0001' }, '"2026-0000-0001" is no code of a matter.'],
  [{ matter: unknown }, `There is no matter ${unknown}.`],
  [{ all: true, after: 'later' }, '"later" is no id of a matter.'],
])('refuses %o', async (command, sentence) => {
  await expect(ordered(command)).rejects.toThrow(sentence);
});
