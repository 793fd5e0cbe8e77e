import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { clockCommand } from '#server/commands/clock.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';

const today = '2026-11-26';
let program: TestProgram;
beforeAll(async () => {
  program = await createTestProgram({ now: `${today}T02:00:00Z` });
});
afterAll(() => program?.stop());

type ClockOptions = Parameters<typeof clockCommand>[1];
type Asked = Readonly<Record<string, string | readonly string[]>>;

async function ask(fields: Asked, language = 'zh') {
  const address = new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, String(value)]),
    ),
  );
  const answer = await program.app.inject({
    url: `/p/clock?${address}`,
    headers: { host: 'localhost', 'accept-language': language },
  });
  return {
    status: answer.statusCode,
    body: answer.body,
    due: /class="answer-day"><time datetime="([^"]+)"/.exec(answer.body)?.[1],
    errors: [...answer.body.matchAll(/<li><a href="#([^"]+)">([^<]+)</g)].map(
      ([, field, text]) => `${field}: ${text}`,
    ),
  };
}

type Told = {
  dueAt: string;
  provisional: boolean;
  source: string;
  steps: { code: string; zh: string; en: string }[];
};
function command(options: ClockOptions): Told {
  const told = clockCommand(program.services.pack, options, Temporal.PlainDate.from(today));
  if (!told.ok) throw new Error(told.sentence);
  return JSON.parse(JSON.stringify(told.answer));
}

describe('an answer', () => {
  it('names the day, every step of the sum, the law, and what it means that it passes', async () => {
    const { status, body, due } = await ask({ limit: 'people-mediation.confirm', from: '2026-11-10' });
    expect(status).toBe(200);
    // Thirty days from Nov 10: Thursday, Dec 10. The day it is asked is the 26th.
    expect(due).toBe('2026-12-10');
    for (const said of [
      '2026年12月10日周四',
      '今天是2026年11月26日周四，还有 14 天',
      '自2026年11月10日起算，开始的当日不计入',
      '按30日计算，至2026年12月10日届满',
      '人民调解法第三十三条',
      '不能再申请司法确认',
      '要带：司法确认申请书',
      '不是法律意见',
    ])
      expect(body).toContain(said);
    expect(body).not.toContain('还没有对照法律原文核实');
    expect(body).toContain('<title>人民调解 · 共同申请司法确认');
  });

  it('is that of `npx hejie clock`, for every limit that it lists, to the step', async () => {
    const listed = clockCommand(program.services.pack, { list: true }, Temporal.PlainDate.from(today));
    const clocks = (listed.ok ? listed.answer : []) as { key: string; clock: string }[];
    expect(clocks.length).toBeGreaterThan(40);
    for (const { key, clock } of clocks) {
      const told = command({ procedure: key, clock, from: '2026-09-25' });
      const { body, due } = await ask({ limit: `${key}.${clock}`, from: '2026-09-25' });
      expect(due, `${key} ${clock}`).toBe(told.dueAt);
      expect(body).toContain(told.source);
      expect(body.includes('这一天是暂定的')).toBe(told.provisional);
      expect(body.includes('还没有对照法律原文核实')).toBe(
        told.steps.some(({ code }) => code === 'not-verified'),
      );
      for (const step of told.steps) if (step.code !== 'not-verified') expect(body).toContain(step.zh);
    }
  }, 60_000);

  it.each<[string, Asked, ClockOptions]>([
    [
      'with an extension',
      { limit: 'petition-handling.decide', from: '2026-09-25', extend: '30' },
      { procedure: 'petition-handling', from: '2026-09-25', extend: ['30'] },
    ],
    [
      'with two pauses, and rows that were left empty',
      {
        limit: 'medical-mediation.settle',
        from: '2026-09-22',
        pauseFrom: ['2026-10-12', '', '2026-11-02'],
        pauseUntil: ['2026-10-26', '', '2026-11-05'],
        extend: '',
      },
      {
        procedure: 'medical-mediation',
        from: '2026-09-22',
        pause: ['2026-10-12..2026-10-26', '2026-11-02..2026-11-05'],
      },
    ],
    [
      'with a pause that still stands',
      { limit: 'petition-review.decide', from: '2026-11-02', pauseFrom: '2026-11-09', pauseUntil: '' },
      { procedure: 'petition-review', from: '2026-11-02', pause: ['2026-11-09..'] },
    ],
    [
      'by the law of the day on which it starts',
      { limit: 'commercial-arbitration.set-aside', from: '2026-02-28' },
      { procedure: 'commercial-arbitration', clock: 'set-aside', from: '2026-02-28' },
    ],
  ])('%s, too', async (_what, fields, options) => {
    const told = command(options);
    for (const language of ['zh', 'en'] as const) {
      const { body, due } = await ask(fields, language);
      expect(due).toBe(told.dueAt);
      for (const step of told.steps.filter(({ code }) => code !== 'not-verified'))
        expect(body).toContain(step[language]);
    }
  });

  test('a day is understood as people write it', async () => {
    for (const from of ['2026-9-25', '2026/09/25', '2026年9月25日', '20260925', ' 2026-09-25 ']) {
      const { due, body } = await ask({ limit: 'petition-handling.decide', from });
      expect([from, due]).toEqual([from, '2026-11-24']);
      expect(body).toContain('value="2026-09-25"');
    }
  });

  test('that has passed says since when', async () => {
    const { body } = await ask({ limit: 'petition-handling.decide', from: '2026-09-25' });
    expect(body).toContain('已经过了 2 天');
  });
});

describe('the form', () => {
  it('offers first what the reader does, then what an office owes; an objection of an authority is no window of theirs', async () => {
    const { status, body, errors } = await ask({});
    expect([status, errors]).toEqual([200, []]);
    const groups = Object.fromEntries(
      [...body.matchAll(/<optgroup label="([^"]+)">([\s\S]*?)<\/optgroup>/g)].map(([, label, options]) => [
        label,
        options,
      ]),
    );
    expect(Object.keys(groups)).toEqual(['您要做的', '机关要做的', '综治中心自己的步骤（本市规定）']);
    expect(groups['您要做的']).toContain('people-mediation.confirm');
    expect(groups['您要做的']).toContain('labour-arbitration.apply');
    expect(groups['机关要做的']).toContain('petition-handling.decide');
    expect(groups['机关要做的']).toContain('petition-routing.object');
    expect(groups['综治中心自己的步骤（本市规定）']).toContain('intake.accept');
  });

  it('asks nothing of whoever only follows a link to a limit, and says from which day it counts', async () => {
    const { status, body, errors } = await ask({ limit: 'petition-handling.review' });
    expect([status, errors]).toEqual([200, []]);
    expect(body).toContain('<option value="petition-handling.review" selected>');
    expect(body).toContain('从“作出处理意见（以送达之日为准）”那天起算');
    expect(body).toContain('这个期限不能停。');
    expect(body).toContain('这个期限不能延长。');
    expect(body).not.toContain('name="pauseFrom"');
    const own = await ask({ limit: 'labour-arbitration.apply' });
    expect(own.body).toContain('从“知道或者应当知道”那天起算');
  });

  it.each<[Asked, string[]]>([
    [{ from: '' }, ['limit: 请选一个期限', 'from: 请填从哪一天起算']],
    [{ limit: 'duel.decide', from: '下周' }, ['limit: 请选一个期限', 'from: 日期请写成 2026-09-25 这样']],
    [{ limit: 'petition-handling.decide', from: '2026-02-30' }, ['from: 日期请写成 2026-09-25 这样']],
    [{ limit: 'petition-handling.decide', from: '1066-10-14' }, ['from: 只能算 1990 年到 2099 年的日子']],
    [
      { limit: 'petition-handling.decide', from: '2022-04-30' },
      ['from: “信访办理”的规定自2022年5月1日起施行，不能从更早的日子起算'],
    ],
    [
      { limit: 'petition-handling.decide', from: '2026-09-25', extend: '31' },
      [expect.stringMatching(/^extend-1: .*30 日/)],
    ],
    [
      { limit: 'petition-handling.decide', from: '2026-09-25', extend: '三十' },
      ['extend-1: 请填一个整数，例如 30'],
    ],
    [
      {
        limit: 'petition-handling.decide',
        from: '2026-09-25',
        pauseFrom: '2026-10-10',
        pauseUntil: '2026-10-12',
      },
      [expect.stringMatching(/^pauseFrom-1: /)],
    ],
    [
      { limit: 'petition-review.decide', from: '2026-09-25', pauseFrom: '', pauseUntil: '2026-10-12' },
      ['pauseFrom-1: 请填从哪天停'],
    ],
    [
      {
        limit: 'petition-review.decide',
        from: '2026-09-25',
        pauseFrom: '2026-10-01',
        pauseUntil: '2026-12-30',
      },
      [expect.stringMatching(/^pauseFrom-1: .*30 日/)],
    ],
    [
      {
        limit: 'petition-review.decide',
        from: '2026-09-25',
        pauseFrom: Array(7).fill('2026-10-01'),
        pauseUntil: [],
      },
      ['pauseFrom-1: 最多填 6 次'],
    ],
  ])('%o is told at its field', async (fields, expected) => {
    const { status, errors, body, due } = await ask(fields);
    expect(status).toBe(422);
    expect(errors).toEqual(expected);
    expect(due).toBeUndefined();
    for (const error of errors) expect(body).toContain(`id="${error.split(':')[0]}"`);
    if (errors.some((error) => /^(pause|extend)/.test(error)))
      expect(body).toContain('<details class="more" open>');
  });

  it('keeps what was typed, however odd, and shows markup as text', async () => {
    const { body } = await ask({ limit: '"><script>', from: '<b>明天</b>', extend: '"><img src=x>' });
    expect(body).toContain('value="&lt;b&gt;明天&lt;/b&gt;"');
    for (const markup of ['<script>', '<b>', '<img src=x'])
      expect(body.split('<main')[1]).not.toContain(markup);
  });

  it('is switched to the other language at the same address, answer and all', async () => {
    const { body } = await ask({
      limit: 'petition-handling.decide',
      from: '2026-09-25',
      extend: '',
      pauseFrom: '',
    });
    const back = /href="\/p\/language\?to=en&amp;back=([^"]+)"/.exec(body)?.[1] ?? '';
    const answer = await program.app.inject({
      url: `/p/language?to=en&back=${back}`,
      headers: { host: 'localhost' },
    });
    expect(answer.headers.location).toBe(decodeURIComponent(back));
    expect(answer.headers.location).toContain('from=2026-09-25');
  });
});
