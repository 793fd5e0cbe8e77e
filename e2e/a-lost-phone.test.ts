import { TOTP } from 'otpauth';
import type { Locator, Page } from 'playwright-core';
import type { CreateAccountAnswer } from '#contract/organisations/accounts.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { demoAccount, post } from './harness/program.ts';
import { story } from './harness/story.ts';

const securityAdmin = 'security-admin';

async function signIn(page: Page, username: string, password: string | null): Promise<void> {
  await page.goto('/security');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Who signed in at the beginning of the day, in a story before this one, is asked who they are once more. */
async function proveIfAsked(page: Page, form: Locator): Promise<void> {
  const proof = page.getByRole('dialog', { name: '请确认是您本人' }).getByLabel('密码', { exact: true });
  await proof.or(page.getByText('的双重验证已重置')).first().waitFor();
  if (!(await proof.isVisible())) return;
  await proof.fill((await demoAccount(securityAdmin)).password);
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'hidden' });
}

story(
  'Somebody loses phone and paper; the security administrator resets it, with a reason',
  async ({ stage }) => {
    const username = `lost-phone-${Date.now()}`;
    const { password } = await post<CreateAccountAnswer>(securityAdmin, 'organisation/accounts', {
      username,
      name: '丢手机',
    });
    const page = await stage.sitDown();
    await signIn(page, username, password);
    const app = page.getByRole('region', { name: '动态口令' });
    await app.getByRole('button', { name: '设置' }).click();
    const secret = (await page.locator('.typed-secret code').innerText()).replaceAll(' ', '');
    await inspectPage(page, 'setting up an app among the other ways');
    await page.getByLabel('输入应用现在显示的').fill(new TOTP({ secret }).generate());
    await page.getByRole('button', { name: '我已保存好' }).click();
    await app.getByRole('button', { name: '停用' }).waitFor();

    const elsewhere = await stage.sitDown();
    await signIn(elsewhere, username, password);
    await elsewhere.getByRole('heading', { name: '第二步：验证码' }).waitFor();

    const admin = await stage.arrive(securityAdmin, `/people?find=${username}`);
    const row = admin.getByRole('row').filter({ hasText: username });
    await row.getByText('动态口令').waitFor();
    await row.getByRole('button', { name: /^重置双重验证/ }).click();
    const form = admin.getByRole('dialog', { name: '重置双重验证' });
    await inspectPage(admin, 'form of resetting a second factor', '[role=dialog]');
    await form.locator('[type=submit]').click();
    await form.getByText('必须填写').waitFor();
    await form.getByLabel('原因').fill('手机丢失，本人当面提出。');
    await form.locator('[type=submit]').click();
    await proveIfAsked(admin, form);
    await admin.getByText('丢手机的双重验证已重置').waitFor();
    await row.getByText('没有', { exact: true }).waitFor();

    // Out everywhere; the password alone opens again.
    await page.reload();
    await page.getByLabel('用户名').waitFor();
    await signIn(elsewhere, username, password);
    await elsewhere.getByRole('region', { name: '动态口令' }).getByText('没有设置。').waitFor();
  },
);
