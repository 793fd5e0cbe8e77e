import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unitIdOf } from '#server/app/known-ids.ts';
import { hire, type Person } from '#server/testing/people.ts';
import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { visitorOf } from './visitor.fixture.ts';

let program: TestProgram;
let clerk: Person;
let dispatcher: Person;
let handler: Person;

const labour = unitIdOf('1502', '150204/labour');
const mediation = { procedure: 'people-mediation', confirmed: ['both-agree', 'no-suit-pending'] };
const secretWords = {
  started: '开始时的内部记录',
  agreed: '分三次付清，金额只有双方知道',
  asked: '需要两个单位开会',
  decided: '确实要听证，同意',
  reference: '青劳人仲案字第12号',
} as const;

beforeAll(async () => {
  program = await createTestProgram();
  clerk = await hire(program, '150204', 'clerk');
  dispatcher = await hire(program, '150204', 'dispatcher');
  handler = await hire(program, '150204/labour', 'handler');
});
afterAll(() => program?.stop());
/** A Monday. */
beforeEach(() => on('2026-03-02'));

const on = (day: string): void => program.services.clock.set(`${day}T01:00:00Z`);

type Step = readonly [Person, string, object?];
type Matter = { readonly id: string; readonly code: string };

async function take(matter: Matter, ...steps: readonly Step[]): Promise<void> {
  for (const [by, action, fields = {}] of steps) {
    const { rows } = await sql<{ version: number }>`
      select version from hejie.matter where id = ${matter.id}`.execute(program.admin.db);
    const answer = await by.post(`matters/${matter.id}/actions/${action}`, {
      version: rows[0]?.version,
      ...fields,
    });
    expect(answer.status, `${action}: ${JSON.stringify(answer.body)}`).toBe(200);
  }
}

/** A matter that the labour office handles. */
async function bring(...steps: readonly Step[]): Promise<Matter> {
  const { body, status } = await clerk.post('matters', {
    channel: 'window',
    kind: '10',
    regionCode: '150204001',
    subject: '拖欠工资',
    story: '三个月没有发工资',
    parties: [
      { seat: 'applicant', kind: 'person', name: '甲方王' },
      { seat: 'respondent', kind: 'organisation', name: '某劳务公司' },
    ],
  });
  expect(status, JSON.stringify(body)).toBe(201);
  const matter = { id: body.matter.id, code: body.receipt.code };
  await take(
    matter,
    [dispatcher, 'accept'],
    [dispatcher, 'route', { unitId: labour }],
    [handler, 'accept-hand-over'],
    ...steps,
  );
  return matter;
}

/** What this seat's page says, without marks; and the part of the roadmap. */
async function read({ id, code }: Matter, seat: 'applicant' | 'respondent', language = 'zh') {
  const { rows } = await sql<{ id: string }>`
    select id from hejie.party where matter_id = ${id} and seat = ${seat}`.execute(program.admin.db);
  const secret = program.services.keys.partySecret(rows[0]?.id ?? '', 1);
  const visitor = visitorOf(program, '203.0.113.40', language);
  expect((await visitor.send('/p/follow', { code, secret })).statusCode).toBe(303);
  const { body, statusCode } = await visitor.get('/p/follow/matter');
  expect(statusCode, body).toBe(200);
  const roadmap = /<section aria-labelledby="roadmap">[\s\S]*?<\/section>/.exec(body)?.[0] ?? '';
  const now = /<section class="now"[\s\S]*?<\/section>/.exec(body)?.[0] ?? '';
  return { body, roadmap: words(roadmap), marks: roadmap, now: words(now) };
}

const words = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const times = (text: string, what: string): number => text.split(what).length - 1;

describe('a procedure under way', () => {
  it('says which, who runs it, under which law, since when, until when and why, and what it means if the day passes', async () => {
    const matter = await bring([handler, 'start-procedure', mediation]);
    on('2026-03-12');
    const { body, now, roadmap, marks } = await read(matter, 'applicant');
    // One month from Mar 2 ends on Thursday, Apr 2: ten days gone, 21 left.
    for (const said of ['人民调解', '4月2日周四', '还有 21 天', '已经用了 10 天'])
      expect(now).toContain(said);
    expect(now).toContain('按1个月计算，至2026年4月2日届满');
    expect(now).toContain('过了这一天会怎样：法律只说一般一个月内调结');
    expect(now).toContain('依据： 人民调解工作若干规定第三十三条');
    for (const said of ['正在进行', '由人民调解委员会进行', '从3月2日周一开始，已经 10 天'])
      expect(roadmap).toContain(said);
    expect(roadmap).toContain('人民调解法第三');
    // What may follow each end.
    expect(roadmap).toContain('达成协议（以协议生效之日为准）：司法确认');
    expect(marks).toContain('aria-current="step"');
    // The day is said once outside of its explanation.
    expect(times(words(body), '4月2日周四')).toBe(1);
    expect(body).toMatch(/<details class="more">\s*<summary>这一天是怎么算的/);
  });

  it('shows its limits in the order in which they come, and what has happened in it', async () => {
    const matter = await bring([
      handler,
      'start-procedure',
      {
        procedure: 'labour-arbitration',
        confirmed: ['within-limitation', 'no-suit-pending'],
        reference: secretWords.reference,
      },
    ]);
    const first = await read(matter, 'applicant');
    // Five days from Monday end on Saturday the 7th, and so on Monday.
    expect(first.now).toContain('决定是否受理最迟到 3月9日周一');
    expect(first.roadmap).toContain('这个程序在劳动争议仲裁委员会进行，不在综治中心');
    expect(first.body).not.toContain(secretWords.reference);
    on('2026-03-05');
    await take(matter, [handler, 'note-procedure', { event: 'accepted' }]);
    const then = await read(matter, 'respondent');
    // Forty-five days from Mar 5 end on Sunday, Apr 19.
    expect(then.now).toContain('作出裁决最迟到 4月20日周一');
    expect(then.roadmap).toContain('3月5日周四 · 受理');
    expect(then.body).not.toContain(secretWords.reference);
  });

  it('says that it stands still, why, and until when, to both sides; the reasons to the applicant alone', async () => {
    const matter = await bring(
      [handler, 'start-procedure', { procedure: 'petition-routing', confirmed: ['no-suit-pending'] }],
      [handler, 'end-procedure', { outcome: 'admitted', text: '受理。' }],
      [handler, 'start-procedure', { procedure: 'petition-handling' }],
      [handler, 'end-procedure', { outcome: 'decided', text: '已答复。' }],
      [handler, 'start-procedure', { procedure: 'petition-review', confirmed: ['decision-received'] }],
      [
        handler,
        'ask-clock-change',
        {
          clock: 'petition-review/decide',
          change: 'pause',
          ground: 'hearing',
          until: '2026-03-12',
          reason: secretWords.asked,
        },
      ],
    );
    const asked = await read(matter, 'applicant');
    expect(asked.now).not.toContain('停着');
    expect(asked.body).not.toContain(secretWords.asked);
    await take(matter, [
      dispatcher,
      'decide-clock-change',
      { clock: 'petition-review/decide', isApproved: true, reason: secretWords.decided },
    ]);
    for (const seat of ['applicant', 'respondent'] as const) {
      const { now, body } = await read(matter, seat);
      expect(now).toContain('期限现在停着，不计算（听证所需时间）。最迟3月12日周四恢复计算');
      // It stands from Mar 2 to 11: thirty days from the 12th on end on Friday, Apr 10.
      expect(now).toContain('4月10日周五');
      expect(body.includes(secretWords.decided)).toBe(seat === 'applicant');
      expect(body.includes('信访复查的期限经批准暂停，现在最迟到4月10日周五')).toBe(seat === 'applicant');
    }
  });

  it('says where a day is provisional, or rests on values that nobody has checked in the law', async () => {
    on('2026-11-23');
    const matter = await bring([
      handler,
      'start-procedure',
      { procedure: 'administrative-mediation', confirmed: ['both-agree', 'no-suit-pending'] },
    ]);
    const unchecked = await read(matter, 'respondent');
    expect(unchecked.now).toContain('还没有对照法律原文核实');
    expect(unchecked.now).not.toContain('节假日还没有公布');
    const other = await bring(
      [handler, 'start-procedure', { procedure: 'petition-routing', confirmed: ['no-suit-pending'] }],
      [handler, 'end-procedure', { outcome: 'admitted', text: '受理。' }],
      [handler, 'start-procedure', { procedure: 'petition-handling' }],
    );
    const provisional = await read(other, 'applicant');
    // Sixty days from Nov 23, in a year without a calendar: said with the year.
    expect(provisional.now).toContain('2027年1月22日周五');
    expect(provisional.now).toContain('节假日还没有公布');
    expect(provisional.now).not.toContain('还没有对照法律原文核实');
  });
});

describe('after a procedure', () => {
  it('the result stands with its days; their own window comes first, with what to bring, until its last day', async () => {
    const matter = await bring([handler, 'start-procedure', { ...mediation, text: secretWords.started }]);
    on('2026-03-10');
    await take(matter, [handler, 'end-procedure', { outcome: 'agreed', text: secretWords.agreed }]);
    const { roadmap, marks, body, now } = await read(matter, 'applicant');
    expect(roadmap).toContain(
      '人民调解 已经结束 结果：达成协议（以协议生效之日为准） 3月2日周一开始，3月10日周二结束',
    );
    // Thirty days from Mar 10: Thursday, Apr 9.
    expect(roadmap).toContain('您可以：共同申请司法确认 最迟4月9日周四（含当天） · 还有 30 天');
    expect(roadmap).toContain('要带：司法确认申请书、调解协议');
    expect(roadmap).toContain('过了这一天会怎样：不能再申请司法确认');
    expect(times(words(body), '4月9日周四')).toBe(1);
    expect(roadmap.indexOf('您可以：')).toBeLessThan(roadmap.indexOf('司法确认 （可以接着走）'));
    expect(roadmap).toContain('期限：法院审结 · 30 日');
    expect(roadmap).toContain('条件：双方都自愿、协议已经签名生效、没有正在进行的诉讼');
    expect(marks).toContain('href="/p/procedures/judicial-confirmation"');
    // The centre owes what comes next within a limit of its own.
    expect(now).toContain('确定下一步最迟到 3月17日周二');
    expect(body).toContain(secretWords.agreed);
    expect(body).not.toContain(secretWords.started);

    const respondent = await read(matter, 'respondent');
    expect(respondent.roadmap).toContain('当事人可以：共同申请司法确认 最迟4月9日周四');
    for (const word of [secretWords.agreed, secretWords.started]) expect(respondent.body).not.toContain(word);

    on('2026-04-12');
    const late = await read(matter, 'applicant');
    expect(late.roadmap).toContain('4月9日周四已经过了');
    expect(late.roadmap).not.toContain('要带：司法确认申请书');
  });

  it('a window outlives the matter, and goes once it is used', async () => {
    const matter = await bring(
      [handler, 'start-procedure', mediation],
      [handler, 'end-procedure', { outcome: 'agreed', text: '达成。' }],
      [handler, 'record-outcome', { outcome: 'settled', text: '达成。' }],
      [handler, 'answer', { text: '已达成协议。', by: 'phone' }],
      [clerk, 'call-back', { result: 'satisfied' }],
      [dispatcher, 'close'],
    );
    const closed = await read(matter, 'applicant');
    expect(closed.roadmap).toContain('您可以：共同申请司法确认');
    expect(closed.roadmap).not.toContain('正在进行');

    const used = await bring(
      [handler, 'start-procedure', mediation],
      [handler, 'end-procedure', { outcome: 'agreed', text: '达成。' }],
      [
        handler,
        'start-procedure',
        {
          procedure: 'judicial-confirmation',
          confirmed: ['both-agree', 'agreement-written', 'no-suit-pending'],
        },
      ],
    );
    const { roadmap } = await read(used, 'applicant');
    expect(roadmap).toContain('司法确认 正在进行');
    expect(roadmap).not.toContain('您可以：');
  });

  it("an authority's objection on the way is nobody's window at home", async () => {
    const matter = await bring(
      [handler, 'start-procedure', { procedure: 'petition-routing', confirmed: ['no-suit-pending'] }],
      [handler, 'note-procedure', { event: 'routed' }],
    );
    const { roadmap } = await read(matter, 'applicant');
    expect(roadmap).toContain('受转送机关提出异议');
    expect(roadmap).not.toContain('您可以：受转送机关');
  });
});

describe('before any procedure', () => {
  it("the office's own steps are the main one, and the lawful ways stand folded below, with their law", async () => {
    const matter = await bring();
    const { roadmap, marks, now } = await read(matter, 'applicant');
    expect(roadmap).toContain('部门办理 正在进行');
    expect(marks).toContain('以后还可以走的法定程序（');
    for (const way of ['劳动争议调解', '劳动争议仲裁', '人民调解'])
      expect(roadmap.slice(roadmap.indexOf('以后还可以走'))).toContain(way);
    expect(roadmap).not.toContain('农村土地承包仲裁');
    expect(roadmap).toContain('劳动争议调解仲裁法第二十七、二十九、四十三、四十八、五十条');
    // The day of the step stands in the box on top, and there alone.
    const due = /最迟到 (\S+)/.exec(now)?.[1] ?? '';
    expect(due).not.toBe('');
    expect(roadmap).not.toContain(due);
  });

  it('a refusal of mediation is said without saying whose, and the other ways remain', async () => {
    const matter = await bring([
      handler,
      'choose-procedure',
      {
        procedure: 'people-mediation',
        isRefused: true,
        seats: ['respondent'],
        remedies: ['litigation'],
        text: '不想谈',
      },
    ]);
    const { roadmap, marks, body } = await read(matter, 'applicant');
    expect(roadmap).toContain('有一方不愿意走这条路');
    // The other ways are in sight at once.
    expect(marks).toMatch(/<details class="more" open>\s*<summary>以后还可以走/);
    expect(body).toContain('记下：有一方不愿意走人民调解');
    expect(body).not.toContain('不想谈');
    expect(roadmap).toContain('劳动争议仲裁');
    await take(matter, [
      handler,
      'choose-procedure',
      { procedure: 'labour-arbitration', isRefused: false, seats: ['applicant'] },
    ]);
    expect((await read(matter, 'applicant')).roadmap).toContain('劳动争议仲裁 （已选定）');
  });
});

it('reads the same in English, without a word of Chinese but the law', async () => {
  const matter = await bring([handler, 'start-procedure', mediation]);
  on('2026-03-10');
  await take(matter, [handler, 'end-procedure', { outcome: 'agreed', text: 'Agreed.' }]);
  const { marks, body } = await read(matter, 'applicant', 'en');
  expect(marks).toContain('You can: Ask the court together to confirm it');
  expect(marks).toContain('by Thu 9 April, that day included');
  const law = /<span lang="zh-CN">[^<]*<\/span>/g;
  expect(marks.match(law)?.length).toBeGreaterThan(3);
  expect(marks.replace(law, '')).not.toMatch(/\p{Script=Han}/u);
  expect(words(body)).toContain(
    "People's mediation ended: Agreed (the day the agreement takes effect)".replace("'", '&#39;'),
  );
});
