import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProceduresAnswer, ProcedureView } from '#contract/roadmap/procedures.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
let admin: Person;

beforeAll(async () => {
  program = await createTestProgram();
  admin = await hire(program, '150204', 'system-admin');
});
afterAll(() => program?.stop());

async function procedures(language = 'zh'): Promise<ProcedureView[]> {
  const { status, body } = await admin.get('procedures', { 'accept-language': language });
  expect(status).toBe(200);
  return (body as ProceduresAnswer).procedures;
}

const named = (list: ProcedureView[], key: string) => list.filter(({ procedure }) => procedure.code === key);

describe('the procedures of a city', () => {
  it('are all there, with the steps of the office', async () => {
    const list = await procedures();
    const keys = [...new Set(list.map(({ procedure }) => procedure.code))];
    expect(keys.slice(0, 3)).toEqual(['intake', 'department-handling', 'completion']);
    expect(keys).toHaveLength(3 + 16);
    const [intake] = named(list, 'intake');
    expect(intake?.inForceFrom).toBeNull();
    expect(intake?.clocks[0]).toMatchObject({
      clock: { code: 'accept' },
      starts: { code: 'registered', label: '已登记' },
    });
  });

  it('say of each limit what starts it, how it is counted, extended and halted, and what its end means', async () => {
    const [handling] = named(await procedures(), 'petition-handling');
    expect(handling?.clocks.find(({ isMain }) => isMain)).toMatchObject({
      starts: { code: 'accepted', label: '受理' },
      limit: { count: 60, unit: 'natural-day', text: '60 日' },
      counting: '开始当日不计，末日是节假日的顺延',
      extension: { most: '30 日', times: 1, isMostByLaw: true },
      source: expect.stringContaining('信访工作条例第三十四条'),
      isVerified: true,
    });
    expect(handling?.outcomes[0]).toMatchObject({
      outcome: { code: 'decided' },
      next: [{ code: 'petition-review', label: '信访复查' }],
      mayEnd: true,
    });
    const [medical] = named(await procedures(), 'medical-mediation');
    expect(medical).toMatchObject({ isVerified: false, kinds: [{ code: '13' }] });
    expect(medical?.clocks[0]?.pauses).toEqual([
      { ground: { code: 'appraisal', label: '鉴定时间' }, mostDays: 180, source: expect.any(String) },
    ]);
  });

  it('keep their versions apart, of which one is in force', async () => {
    // The test's day is 2 March 2026, a day after the revised Arbitration Law came into force.
    const versions = named(await procedures(), 'commercial-arbitration');
    expect(versions.map(({ inForceFrom, standing }) => [inForceFrom, standing.code])).toEqual([
      ['1995-09-01', 'earlier'],
      ['2026-03-01', 'in-force'],
    ]);
    const setAside = versions.map(({ clocks }) => clocks.find(({ clock }) => clock.code === 'set-aside'));
    expect(setAside.map((clock) => clock?.limit.text)).toEqual(['6 个月', '3 个月']);
  });

  it('leave no code without a word, in either language', async () => {
    for (const language of ['zh', 'en']) {
      for (const one of await procedures(language)) {
        const labels = [
          one.procedure,
          ...one.requires,
          ...one.events,
          ...(one.kinds ?? []),
          ...one.clocks.flatMap(({ clock, starts, ends }) => [clock, starts, ...ends]),
          ...one.outcomes.flatMap(({ outcome, next }) => [outcome, ...next]),
        ];
        for (const { code, label } of labels) expect(label, `${language} ${code}`).not.toBe(code);
      }
    }
  });

  it('are for those who keep the city, supervise or dispatch; a clerk has no use for the door', async () => {
    for (const role of ['supervisor', 'leader', 'dispatcher'] as const) {
      const person = await hire(program, '150204', role);
      expect((await person.get('procedures')).status, role).toBe(200);
    }
    for (const role of ['clerk', 'auditor'] as const) {
      const person = await hire(program, '150204', role);
      expect((await person.get('procedures')).status, role).toBe(403);
    }
  });
});
