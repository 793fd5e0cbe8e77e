import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
beforeAll(async () => {
  program = await createTestProgram();
});
afterAll(() => program?.stop());

async function read(url: string, language = 'zh') {
  const answer = await program.app.inject({
    url,
    headers: { host: 'localhost', 'accept-language': language },
  });
  return { status: answer.statusCode, text: answer.body };
}

describe('the procedures', () => {
  it('have a page each, in both languages, with every limit, its law and a way to reckon it', async () => {
    const list = await read('/p/procedures');
    const inForce = program.services.roadmap.inForce('2026-03-02');
    expect(inForce).toHaveLength(16);
    for (const { key, title, clocks, isVerified, source } of inForce) {
      expect(list.text).toContain(`href="/p/procedures/${key}"`);
      const zh = await read(`/p/procedures/${key}`);
      const en = await read(`/p/procedures/${key}`, 'en');
      expect([key, zh.status, en.status]).toEqual([key, 200, 200]);
      expect(zh.text).toContain(`<h1>${title.zh}</h1>`);
      expect(en.text).toContain(`<h1>${title.en.replace("'", '&#39;')}</h1>`);
      expect(zh.text).toContain(source);
      if (!isVerified) expect(zh.text).toContain('还没有对照法律原文核实');
      for (const clock of clocks) {
        expect(zh.text).toContain(clock.title.zh);
        expect(zh.text).toContain(clock.source);
        expect(zh.text).toContain(clock.expiry.zh);
        expect(zh.text).toContain(`href="/p/clock?limit=${key}.${clock.key}"`);
      }
    }
  });

  it('say who may go there, what must be so, how long it may stand or be extended, and what may follow', async () => {
    const { text } = await read('/p/procedures/petition-handling');
    expect(text).toContain('可以延长 1 次，一次最多 30 日，办理单位负责人批准');
    expect(text).toContain('href="/p/procedures/petition-review"');
    expect(text).toContain('从“受理”那天起算');
    const medical = await read('/p/procedures/medical-mediation');
    for (const said of [
      '双方自愿',
      '医疗纠纷',
      '因“鉴定时间”可以停止计算，最多 180 天',
      '最多多少由本市规定',
      '病历',
    ])
      expect(medical.text).toContain(said);
    const commercial = await read('/p/procedures/commercial-arbitration');
    expect(commercial.text).toContain('不适用于');
    expect(commercial.text).toContain('婚姻家庭纠纷、征地拆迁纠纷、劳动争议');
    expect(commercial.text).toContain('自2026年3月1日起施行');
  });

  it('are reached from the kinds of dispute and from the help page', async () => {
    const { ways, ofKinds } = program.services.pack.guidance;
    for (const [kind, told] of ofKinds) {
      const { text } = await read(`/p/help/kinds/${kind}`);
      for (const way of told.ways) {
        const procedure = ways.get(way)?.procedure;
        if (procedure) expect(text).toContain(`href="/p/procedures/${procedure}"`);
      }
    }
    const help = await read('/p/help');
    for (const address of ['/p/procedures', '/p/clock']) expect(help.text).toContain(`href="${address}"`);
  });

  it.each(['duel', 'intake', 'PEOPLE-MEDIATION'])('%s is not among them', async (key) => {
    expect((await read(`/p/procedures/${key}`)).status).toBe(404);
  });
});
