import { expect } from 'vitest';
import type { RegisterMatterAnswer } from '#contract/matters/register-matter.ts';
import { clerk, dispatcher, handler, housing, leakStory, step } from './harness/arrange-matter.ts';
import { inspectPortal, readAloud } from './harness/inspect-portal.ts';
import { post } from './harness/program.ts';
import { story } from './harness/story.ts';

const agreed = '物业公司十日内修好屋面，修好后补交物业费。';

story(
  'Somebody reads their roadmap on an old phone, and reckons a limit for themselves',
  async ({ stage }) => {
    const { matter, receipt } = await post<RegisterMatterAnswer>(clerk, 'matters', {
      channel: 'window',
      kind: '15',
      regionCode: '150204001',
      story: leakStory,
      parties: [{ seat: 'applicant', kind: 'person', name: '路示例', phone: '13800004501' }],
    });
    let now = await step(dispatcher, matter, 'accept');
    now = await step(dispatcher, now, 'route', { unitId: housing });
    now = await step(handler, now, 'accept-hand-over');
    now = await step(handler, now, 'start-procedure', {
      procedure: 'people-mediation',
      confirmed: ['both-agree', 'no-suit-pending'],
    });

    const page = await stage.atHome('/p/follow');
    await page.getByLabel('编号').fill(receipt.code);
    // The language is switched in the middle of typing, without script: nothing is lost.
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.getByLabel('Code').inputValue()).toBe(receipt.code);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByLabel('查询密码').fill(receipt.secrets[0]?.secret ?? '');
    await page.getByRole('button', { name: '查看' }).click();

    // Which procedure, by whom, until when and why: in the order in which it is read aloud.
    await page.getByRole('heading', { name: '法定程序' }).waitFor();
    const aloud = await readAloud(page);
    const order = [
      '办理中',
      '人民调解',
      '最迟到',
      '这一天是怎么算的',
      '法定程序',
      '正在进行',
      '办理过程',
      '您可以',
    ];
    const places = order.map((said, index) =>
      aloud.indexOf(said, index === 0 ? 0 : aloud.indexOf(order[index - 1] ?? '')),
    );
    expect(
      places.every((place) => place >= 0),
      aloud,
    ).toBe(true);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
    await page.getByText('这一天是怎么算的').first().click();
    await page.getByText('按1个月计算').first().waitFor();
    await inspectPortal(page, 'follow: a procedure under way');

    await step(handler, now, 'end-procedure', { outcome: 'agreed', text: agreed });
    await page.reload();
    await page.getByRole('heading', { name: '您可以：共同申请司法确认' }).waitFor();
    const window = page.getByRole('listitem').filter({ hasText: '您可以：共同申请司法确认' });
    const due = (await window.locator('time').getAttribute('datetime')) ?? '';
    await window.getByText('调解协议、双方身份证明').waitFor();
    await inspectPortal(page, 'follow: their own window');
    await page.goto('/p/follow/matter/print');
    await inspectPortal(page, 'follow: for printing');

    // The procedure explains itself, and the limit can be reckoned by anybody: the same day comes out.
    await page.goto('/p/procedures/people-mediation');
    await inspectPortal(page, 'procedure');
    await page.getByRole('link', { name: /算这个期限.*共同申请司法确认/ }).click();
    await page.getByRole('button', { name: '算一算' }).click();
    await page.getByRole('link', { name: '请填从哪一天起算' }).click();
    expect(new URL(page.url()).hash).toBe('#from');
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
    await page.getByLabel('从哪一天起算').fill(today);
    await page.getByRole('button', { name: '算一算' }).click();
    await page.getByRole('heading', { name: '怎么算出来的' }).waitFor();
    expect(await page.locator('.answer-day time').getAttribute('datetime')).toBe(due);
    await inspectPortal(page, 'calculator');

    // The address says it all: it can be passed on, and read in English.
    const other = await stage.atHome(new URL(page.url()).pathname + new URL(page.url()).search, {
      language: 'en',
    });
    await other.getByRole('heading', { name: 'How it was counted' }).waitFor();
    expect(await other.locator('.answer-day time').getAttribute('datetime')).toBe(due);
  },
);
