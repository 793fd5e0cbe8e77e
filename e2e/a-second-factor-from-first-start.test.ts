import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect } from 'vitest';
import { addFingerprintReader } from './harness/fingerprint-reader.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { type Production, startProduction } from './harness/start-production.ts';
import { story } from './harness/story.ts';

const username = 'wang.security';
const password = '早晨的青山公园 2031';
let production: Production;

// A first start happens once: told again, the story needs another one.
beforeEach(async () => {
  production = await startProduction();
});
afterEach(() => production.stop());

/** The app on the administrator's phone, whose clock is right. */
function codeOf(secret: string): string {
  return new TOTP({ secret }).generate({ timestamp: production.now() });
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Somebody guesses at a password, patiently: so often that the next wait is four minutes. */
async function mistype(name: string): Promise<void> {
  for (let tries = 1; tries <= 14; tries += 1) {
    const answer = await fetch(`${production.url}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: production.url },
      body: JSON.stringify({ username: name, password: '不是这个密码' }),
    });
    expect(answer.status).toBe(401);
    if (tries >= 10 && tries < 14) production.pass(2);
  }
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^账号/ }).click();
  // The page is loaded anew, so that nothing of the one before is left in it.
  await Promise.all([page.waitForEvent('load'), page.getByRole('menuitem', { name: '退出登录' }).click()]);
}

async function openSecurity(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^账号/ }).click();
  await page.getByRole('menuitem', { name: '登录与安全' }).click();
}

story('The first administrator sets up a second factor before anything else opens', async ({ stage }) => {
  const page = await stage.sitDown();
  await page.goto(production.firstAdministratorLink);
  await page.getByLabel('姓名').fill('王安');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await inspectPage(page, 'first administrator');
  await page.getByRole('button', { name: '建立账号' }).click();
  await page.getByRole('link', { name: '登录' }).click();
  await inspectPage(page, 'sign in, production');
  await signIn(page);

  await page.getByRole('heading', { name: '先设置双重验证' }).waitFor();
  await inspectPage(page, 'second factor needed');
  await page.getByRole('button', { name: /^动态口令/ }).click();
  const secret = (await page.locator('.typed-secret code').innerText()).replaceAll(' ', '');
  await inspectPage(page, 'second factor: app');
  // What is shown as a picture and what is shown to type are one secret.
  await page.getByRole('img', { name: '设置动态口令的二维码' }).waitFor();
  await page.getByLabel('输入应用现在显示的').fill('000000');
  await page.getByRole('alert').waitFor();
  await page.getByLabel('输入应用现在显示的').fill(codeOf(secret));
  await page.locator('.codes-paper').waitFor();
  const recoveryCodes = await page.locator('.codes-paper li').allInnerTexts();
  expect(new Set(recoveryCodes).size).toBeGreaterThanOrEqual(8);
  await inspectPage(page, 'recovery codes');
  await page.getByRole('button', { name: '我已保存好' }).click();
  await page.getByRole('heading', { name: '人员与任职' }).waitFor();

  await signOut(page);
  production.pass(1);
  await signIn(page);
  await page.getByLabel('验证码').waitFor();
  await inspectPage(page, 'second step');
  await page.getByLabel('验证码').fill(codeOf(secret));
  await page.getByRole('heading', { name: '人员与任职' }).waitFor();

  // At another computer, without the phone.
  const elsewhere = await stage.sitDown();
  await elsewhere.goto(`${production.url}/security`);
  await signIn(elsewhere);
  await elsewhere.getByRole('button', { name: '手机不在身边' }).click();
  await inspectPage(elsewhere, 'second step: recovery code');
  await elsewhere.getByLabel('恢复码').fill(recoveryCodes[0] ?? '');
  await elsewhere.keyboard.press('Enter');
  await elsewhere.getByText(`还剩 ${recoveryCodes.length - 1} 个`).waitFor();

  await addFingerprintReader(page);
  await openSecurity(page);
  await page.getByRole('button', { name: '添加通行密钥' }).click();
  await page.getByLabel('名称').fill('办公室电脑');
  await inspectPage(page, 'add a passkey');
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByRole('button', { name: '删除 办公室电脑' }).waitFor();
  await inspectPage(page, 'sign-in and security');

  await signOut(page);
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await openSecurity(page);
  const devices = page.getByRole('region', { name: '登录着的设备' });
  await devices.getByText('这一台').waitFor();
  await devices.getByRole('button', { name: /^退出 / }).click();
  await devices.getByText('只在这一台设备上登录着').waitFor();
  await elsewhere.getByRole('button', { name: '重新生成' }).click();
  await elsewhere.keyboard.press('Control+Enter');
  await elsewhere.getByRole('dialog', { name: '请重新登录' }).waitFor();

  // Twenty minutes later: an act that matters asks who is there, and loses nothing meanwhile.
  await production.ageProofs(20);
  await page.getByRole('link', { name: '人员' }).click();
  await page.getByRole('button', { name: '开设账号' }).click();
  const form = page.getByRole('dialog', { name: '开设账号' });
  await form.getByLabel('姓名').fill('李审');
  await form.getByLabel('用户名').fill('li.audit');
  await form.locator('[type=submit]').click();
  const proof = page.getByRole('dialog', { name: '请确认是您本人' });
  await proof.getByLabel('密码', { exact: true }).waitFor();
  await inspectPage(page, 'proof', '[role=dialog][aria-modal=true]:has([type=password])');
  await page.keyboard.press('Escape');
  await form.getByText('没有确认身份').waitFor();
  expect(await form.getByLabel('用户名').inputValue()).toBe('li.audit');
  await form.locator('[type=submit]').click();
  await proof.getByLabel('密码', { exact: true }).fill('不是这个密码');
  await page.keyboard.press('Enter');
  await proof.getByRole('alert').waitFor();
  await proof.getByRole('button', { name: '用通行密钥确认' }).click();
  await form.locator('.initial-password').waitFor();
  await form.getByRole('button', { name: '完成' }).click();

  await mistype('li.audit');
  await page.reload();
  const row = page.getByRole('row').filter({ hasText: 'li.audit' });
  await row.getByText('已锁定').waitFor();
  await inspectPage(page, 'people, one of them locked');
  await row.getByRole('button', { name: /^解除锁定/ }).click();
  await page.getByRole('dialog', { name: '解除锁定' }).locator('[type=submit]').click();
  await page.getByText('李审的账号已解除锁定').waitFor();
  await row.getByText('已锁定').waitFor({ state: 'hidden' });
});
