import type { FastifyReply } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { beginRule, floodAt, sendRule, waitingSeconds } from './bring-limits.ts';
import { newDraft, saveDraft } from './draft.ts';
import { questionNames } from './questions.ts';
import { startVisit, type Visit } from './visit.fixture.ts';

let program: TestProgram;
beforeAll(async () => {
  program = await createTestProgram();
});
afterAll(() => program.stop());

/** A browser with everything answered, ready to send. */
async function ready(ip: string): Promise<Visit> {
  const visit = startVisit(program, ip);
  const reply = { header: (_name: string, value: string) => visit.adopt(value) };
  const open = newDraft(program.services, reply as unknown as FastifyReply);
  const answers = {
    story: '楼道里堆满杂物。',
    kind: '02',
    county: '1502',
    centre: '1502',
    who: 'anonymous',
    otherKind: 'unknown',
  };
  await saveDraft(program.services, { ...open, draft: { ...open.draft, answers, seen: questionNames } });
  return visit;
}

const pass = (seconds: number) => program.services.clock.set(program.services.clock.now().add({ seconds }));
const matters = async () =>
  Number((await program.admin.pool.query('select count(*) from hejie.matter')).rows[0].count);

describe('flooding', () => {
  it('from one address is slowed when it begins too many, and others are not', async () => {
    for (let begun = 0; begun < beginRule.freeTries; begun += 1) {
      expect((await startVisit(program, '10.0.0.1').begin()).status).toBe(303);
    }
    const slowed = await startVisit(program, '10.0.0.1').begin();
    expect(slowed.status).toBe(429);
    expect(slowed.headers['retry-after']).toBe(String(beginRule.firstWaitInSeconds));
    expect(slowed.text).toContain(`请等 ${beginRule.firstWaitInSeconds} 秒`);
    expect((await startVisit(program, '10.0.0.2').begin()).status).toBe(303);
    pass(beginRule.firstWaitInSeconds);
    expect((await startVisit(program, '10.0.0.1').begin()).status).toBe(303);
  });

  it('from one address is slowed when it sends too many; nothing of it is lost', async () => {
    for (let sent = 0; sent < sendRule.freeTries; sent += 1) {
      expect((await (await ready('10.0.1.1')).answer('check', {})).location).toBe('/p/bring/done');
    }
    const visit = await ready('10.0.1.1');
    const before = await matters();
    const slowed = await visit.answer('check', {});
    expect(slowed.status).toBe(429);
    expect(slowed.text).toContain('楼道里堆满杂物');
    expect(await matters()).toBe(before);
    pass(sendRule.firstWaitInSeconds);
    expect((await visit.answer('check', {})).location).toBe('/p/bring/done');
  });

  it('from everywhere brings the waiting step, which anybody passes by waiting, and which ends by itself', async () => {
    pass(3600);
    for (let sent = 0; sent < floodAt; sent += 1) {
      expect((await (await ready(`10.1.${sent}.1`)).answer('check', {})).location).toBe('/p/bring/done');
    }
    const visit = await ready('10.2.0.1');
    const asked = await visit.answer('check', {});
    expect(asked.status).toBe(429);
    expect(asked.text).toContain(`请等 ${waitingSeconds} 秒`);
    pass(waitingSeconds - 1);
    expect((await visit.answer('check', {})).status).toBe(429);
    pass(1);
    expect((await visit.answer('check', {})).location).toBe('/p/bring/done');
    pass(600);
    expect((await (await ready('10.2.0.2')).answer('check', {})).location).toBe('/p/bring/done');
  });
});
