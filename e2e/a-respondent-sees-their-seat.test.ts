import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ReIssueSecretAnswer } from '#contract/matters/secret-slip.ts';
import { bring, clerk, handler, look, register, step } from './harness/arrange-matter.ts';
import { inspectPortal, readAloud } from './harness/inspect-portal.ts';
import { post } from './harness/program.ts';
import { story } from './harness/story.ts';

const told = '申请人说对方在合伙账目里藏了一笔货款，怕对方知道自己手里有底账。';

async function enter(page: Page, code: string, secret: string): Promise<void> {
  await page.getByLabel('编号').fill(code);
  await page.getByLabel('查询密码').fill(secret);
  await page.getByRole('button', { name: '查看' }).click();
  await page.waitForURL('**/p/follow/matter*');
}

story('Each side follows the matter at its own seat, and sees nothing of the other', async ({ stage }) => {
  const registered = await register({
    story: told,
    request: '请对方把货款算清。',
    parties: [
      { seat: 'applicant', kind: 'person', name: '申请甲', phone: '13800003001' },
      { seat: 'respondent', kind: 'person', name: '被请乙', phone: '13800003002' },
    ],
  });
  const matter = await bring(registered, 'accept-hand-over');
  const written = await step(handler, matter, 'write-to-parties', {
    seats: ['respondent'],
    text: '请您于周四上午十点到中心说明账目情况。',
  });
  const secrets: Record<string, string> = {};
  let { version } = written;
  for (const { id, seat } of (await look(matter.id)).parties) {
    const handed = await post<ReIssueSecretAnswer>(clerk, `matters/${matter.id}/actions/re-issue-secret`, {
      version,
      partyId: id,
      checkedBy: 'id-card',
    });
    secrets[seat] = handed.slip.secret;
    ({ version } = handed.matter);
  }

  const respondent = await stage.atHome('/p/follow');
  await enter(respondent, registered.code, secrets['respondent'] ?? '');
  const shown = await respondent.locator('body').innerText();
  expect(shown).toContain('请您于周四上午十点到中心');
  for (const hidden of ['藏了一笔货款', '底账', '把货款算清', '申请甲', '13800003001']) {
    expect(shown, hidden).not.toContain(hidden);
    expect(await respondent.content(), hidden).not.toContain(hidden);
  }
  expect(await respondent.getByRole('link', { name: '撤回' }).count()).toBe(0);

  // What the respondent says is for the office, not for the other side.
  await respondent.getByRole('link', { name: /补充情况/ }).click();
  await respondent.getByRole('textbox').first().fill('货款在另一个账户，我不想让对方先知道。');
  await respondent.locator('main form button[type=submit], main form button:not([type])').last().click();
  await respondent.getByText('货款在另一个账户').waitFor();

  const applicant = await stage.atHome('/p/follow', { script: true });
  await enter(applicant, registered.code, secrets['applicant'] ?? '');
  await applicant.getByText('藏了一笔货款').first().waitFor();
  const theirs = await applicant.content();
  for (const hidden of ['货款在另一个账户', '请您于周四上午十点', '13800003002']) {
    expect(theirs, hidden).not.toContain(hidden);
  }
  // The order in which it is read aloud: what it is, where it stands, what can be done, what happened, who has seen it.
  const aloud = await readAloud(applicant);
  const order = ['现在', '办理过程', '您可以', '进展和来信', '给您的材料'].map((heading) =>
    aloud.search(new RegExp(`heading "${heading}`)),
  );
  expect(order.every((at) => at >= 0)).toBe(true);
  expect(aloud.indexOf('谁看过您的档案')).toBeGreaterThan(order.at(-1) ?? 0);
  expect([...order].sort((one, other) => one - other)).toEqual(order);
  expect(await applicant.getByText('青山区住房和城乡建设局').count()).toBeGreaterThan(0);
  await inspectPortal(applicant, 'follow');

  // Somebody who guesses is told nothing.
  const guesser = await stage.atHome('/p/follow');
  await guesser.getByLabel('编号').fill(registered.code);
  await guesser.getByLabel('查询密码').fill('ABCDE-FGHJK');
  await guesser.getByRole('button', { name: '查看' }).click();
  await guesser.getByText('编号或者查询密码不对').first().waitFor();
});
