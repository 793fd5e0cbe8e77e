import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

let program: TestProgram;
beforeAll(async () => {
  program = await createTestProgram();
});
afterAll(() => program.stop());

async function read(path: string, language = 'zh') {
  const answer = await program.app.inject({
    url: `/p/help${path}`,
    headers: { host: 'localhost', 'accept-language': language },
  });
  return { status: answer.statusCode, text: answer.body };
}

describe('finding help', () => {
  it('leads to kinds, centres and rights', async () => {
    const { text } = await read('');
    for (const part of ['kinds', 'centres', 'rights']) expect(text).toContain(`href="/p/help/${part}"`);
  });

  it('lists every county once, on the schematic map, and every township below its county', async () => {
    const { text } = await read('/centres');
    const { regions } = program.services.pack;
    const counties = [...regions.values()].filter(({ level }) => level === 'county');
    expect(counties).toHaveLength(10);
    for (const { code, name } of counties) {
      expect(text.split(`href="/p/help/centres/${code}"`)).toHaveLength(2);
      expect(text).toContain(name);
      const county = await read(`/centres/${code}`);
      for (const one of regions.values()) {
        if (one.parentCode === code) expect(county.text).toContain(`href="/p/help/centres/${one.code}"`);
      }
    }
    expect(text.match(/tile-row-\d tile-column-\d/g)).toHaveLength(10);
  });

  it('shows a centre: hours marked as the usual ones, offices, and no invented address', async () => {
    const { text } = await read('/centres/150204001');
    expect(text).toContain('先锋道街道综治中心');
    expect(text).toContain('8:30–12:00');
    expect(text).toContain('一般办公时间');
    expect(text).toContain('请拨打 12345 询问');
    expect(text).toContain('派出所');
    expect((await read('/centres/150204001', 'en')).text).toContain('Police Station');
  });

  it('names for every kind the lawful ways with their law, and what to bring, in both languages', async () => {
    const { kinds, guidance } = program.services.pack;
    for (const { code } of kinds.values()) {
      const ways = guidance.ofKinds.get(code)?.ways ?? [];
      expect(ways.length).toBeGreaterThan(0);
      const zh = await read(`/kinds/${code}`);
      const en = await read(`/kinds/${code}`, 'en');
      for (const way of ways) {
        const told = guidance.ways.get(way);
        expect(zh.text).toContain(told?.what.zh);
        expect(zh.text).toContain(told?.source);
        expect(en.text).toContain(told?.nameEn.replace("'", '&#39;'));
      }
    }
    const labour = await read('/kinds/10');
    expect(labour.text).toContain('四十五日');
    expect(labour.text).toContain('劳动合同');
  });

  it('says that mediation is voluntary and free, with the articles', async () => {
    const { text } = await read('/rights');
    expect(text).toContain('人民调解法第三条');
    expect(text).toContain('人民调解法第四条');
  });

  it.each(['/centres/99', '/kinds/77', '/nothing'])('%s is not there', async (path) => {
    expect((await read(path)).status).toBe(404);
  });
});
