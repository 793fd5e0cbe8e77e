import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ListMattersAnswer } from '#contract/matters/list-matters.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import { dispatcher, look, step } from './harness/arrange-matter.ts';
import { inspectPortal } from './harness/inspect-portal.ts';
import { get } from './harness/program.ts';
import { story } from './harness/story.ts';

const told = '在工地干了三个月钢筋活，包工头说甲方没结账，拖欠工资两万四千元，打电话也不接。';
const labour = unitIdOf('1502', '150204/labour');
const labourHandler = 'handler-qingshan-labour';

/** Goes on to the next question, whose page must hold up. */
async function goOn(page: Page, from: string): Promise<void> {
  await inspectPortal(page, `bring: ${from}`);
  await page.getByRole('button', { name: '继续' }).click();
}

story(
  'Somebody brings a wage claim from an old phone without script, follows it and rates it',
  async ({ stage }) => {
    const page = await stage.atHome('/p/');
    await inspectPortal(page, 'portal');
    await page.getByRole('link', { name: '反映一件事' }).click();
    await inspectPortal(page, 'bring: start');
    await page.getByRole('button', { name: '开始' }).click();

    // What is missing is said on top, with a way to the field, and nothing is lost.
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('link', { name: '请写下发生了什么' }).click();
    expect(new URL(page.url()).hash).toBe('#story');
    await page.getByLabel('经过').fill(told);
    await goOn(page, 'story');
    await page.getByLabel('劳动争议').check();
    await goOn(page, 'kind');
    await page.getByLabel('青山区').check();
    await goOn(page, 'county');
    await page.getByLabel('先锋道街道').check();
    await goOn(page, 'township');
    await page.getByRole('radio', { name: '青山区综治中心' }).check();
    await goOn(page, 'centre');
    await page.getByLabel('为自己').check();
    await goOn(page, 'who');
    await page.getByLabel('个人').check();
    await page.getByLabel('姓名或单位名称').fill('卢工友');
    await page.getByLabel('电话').fill('13800004001');
    await goOn(page, 'contact');
    await page.getByLabel('短信').check();
    await goOn(page, 'telling');
    await page.getByLabel('单位、公司').check();
    await page.getByLabel('对方的姓名').fill('示例劳务有限公司');
    await goOn(page, 'other-side');
    await page.getByLabel('您的要求').fill('把拖欠的工资付清。');

    // Back and forth: what was said is still there.
    await page
      .getByRole('link', { name: '返回上一步' })
      .or(page.getByRole('button', { name: '返回上一步' }))
      .click();
    expect(await page.getByLabel('对方的姓名').inputValue()).toBe('示例劳务有限公司');
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByLabel('您的要求').fill('把拖欠的工资付清。');
    await goOn(page, 'request');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '考勤.txt', mimeType: 'text/plain', buffer: Buffer.from('三月 26 天\n') });
    await page.getByRole('button', { name: '上传' }).click();
    const isRefused = await page.getByText('考勤.txt').count();
    expect(isRefused).toBeGreaterThan(0);
    await goOn(page, 'files');
    await page.getByRole('heading', { name: '请核对' }).waitFor();
    const answers = await page.locator('main').innerText();
    for (const said of [told, '劳动争议', '先锋道街道', '青山区综治中心', '卢工友', '把拖欠的工资付清']) {
      expect(answers).toContain(said);
    }
    await inspectPortal(page, 'bring: check');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '已经登记' }).waitFor();
    await inspectPortal(page, 'bring: done');
    const [code = '', secret = ''] = await page.locator('.ticket-code').allInnerTexts();
    expect(page.url()).not.toContain(secret);

    // At the centre it is a matter like any other.
    const { matters } = await get<ListMattersAnswer>(dispatcher, `matters?code=${encodeURIComponent(code)}`);
    const [brought] = matters;
    if (!brought) throw new Error(`no matter ${code} at the centre`);
    let matter = await step(dispatcher, brought, 'accept');
    matter = await step(dispatcher, matter, 'route', { unitId: labour });
    matter = await step(labourHandler, matter, 'accept-hand-over');
    const text = '经调解，用人单位当场付清工资两万四千元。';
    matter = await step(labourHandler, matter, 'record-outcome', { outcome: 'settled', text });
    await step(labourHandler, matter, 'answer', { text, by: 'message' });

    await page.goto('/p/follow');
    await inspectPortal(page, 'follow: door');
    await page.getByLabel('编号').fill(code);
    await page.getByLabel('查询密码').fill(secret.toLowerCase());
    await page.getByRole('button', { name: '查看' }).click();
    await page.getByText(text).first().waitFor();
    await inspectPortal(page, 'follow: answered');
    await page.getByRole('link', { name: /评价/ }).click();
    await page.getByLabel('5 分').check();
    await page.getByLabel('想说的话').fill('一个星期就拿到了钱，谢谢。');
    await inspectPortal(page, 'follow: rating');
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('一个星期就拿到了钱').waitFor();
    expect(await page.getByRole('link', { name: /评价/ }).count()).toBe(0);
    expect((await look(brought.id, dispatcher)).timeline.map(({ type }) => type)).toContain('rate');

    // What would have gone to the phone: the code and what happened, never the story.
    await page.goto('/p/outbox');
    const sent = await page.locator('main').innerText();
    expect(sent).toContain(code);
    for (const personal of ['拖欠', '卢工友', '13800004001', secret]) expect(sent).not.toContain(personal);
  },
);

story('The public site speaks English too, and explains the lawful ways', async ({ stage }) => {
  const page = await stage.atHome('/p/', { language: 'en' });
  await page.locator('a.choice[href="/p/bring"]').waitFor();
  await page
    .getByRole('link', { name: /Find|help|ways/i })
    .first()
    .click();
  await inspectPortal(page, 'help');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  for (const link of await page.locator('main a').all()) {
    const href = await link.getAttribute('href');
    if (!href?.startsWith('/p/help/')) continue;
    const answer = await page.request.get(href);
    expect(answer.status(), href).toBe(200);
  }
});
