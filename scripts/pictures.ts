import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { RegisterMatterAnswer } from '#contract/matters/register-matter.ts';
import { readConfig } from '#server/app/config.ts';
import { type Program, startProgram } from '#server/app/start.ts';
import './build-desk.ts';
import { ensureChromium } from './chromium.ts';

/**
 * `node scripts/pictures.ts [FOLDER]`: makes the guide's pictures anew from a fresh demo. With a folder it also puts
 * there what is only to be looked at: each page on a phone, and queue and matter in the dark and in English.
 */
const guide = join(import.meta.dirname, '../docs/guide/pictures');
const others = process.argv[2] === undefined ? null : resolve(process.argv[2]);
const wide = { width: 1440, height: 810 };
const phone = { width: 390, height: 844 };

type Look = { viewport?: typeof wide; colorScheme?: 'light' | 'dark'; language?: 'zh' | 'en' };
/** Who looks, and what they do before the picture is taken. */
type Picture = {
  readonly name: string;
  readonly by: string | null;
  /** The public's pages are shown as on a phone. */
  readonly viewport?: typeof wide;
  show(page: Page): Promise<unknown>;
};

const dispatcher = 'dispatcher-qingshan';
const handler = 'handler-qingshan-justice';

const pictures: readonly Picture[] = [
  {
    name: 'sign-in',
    by: null,
    async show(page) {
      await page.goto('/');
      await page.getByText(dispatcher).waitFor();
    },
  },
  { name: 'queue', by: dispatcher, show: (page) => openRow(page, '/matters', 0) },
  { name: 'matter', by: handler, show: (page) => openRow(page, '/matters?queue=office', 1) },
  { name: 'counter', by: 'clerk-qingshan', show: fillCounter },
  {
    name: 'receipt',
    by: 'clerk-qingshan',
    async show(page) {
      await fillCounter(page);
      await page.keyboard.press('Control+Enter');
      await page.locator('.receipt').waitFor();
    },
  },
  {
    name: 'search',
    by: dispatcher,
    async show(page) {
      await page.goto(`/search?q=${encodeURIComponent('物业')}`);
      await page.locator('[data-matter-row]').first().waitFor();
    },
  },
  {
    name: 'portal-home',
    by: null,
    viewport: { width: 390, height: 700 },
    show: (page) => page.goto('/p/'),
  },
  {
    name: 'portal-follow',
    by: null,
    viewport: { width: 390, height: 1100 },
    show: follow,
  },
  {
    name: 'oversight',
    by: 'leader-baotou',
    async show(page) {
      await page.goto('/oversight');
      await page.locator('table').last().locator('tbody tr').first().waitFor();
    },
  },
  {
    name: 'accounts',
    by: 'security-admin',
    async show(page) {
      await page.goto('/people');
      await page.locator('tbody tr').first().waitFor();
    },
  },
];

const dataFolder = mkdtempSync(join(tmpdir(), 'hejie-pictures-'));
// The embedded PostgreSQL runs as another user.
await chmod(dataFolder, 0o711);
const read = readConfig({ PORT: '0', HEJIE_DATA: dataFolder, HEJIE_LOG: 'error' });
if (!read.ok) throw new Error(read.faults.join(' '));
const program = await startProgram(read.config, { print: console.log });
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  // Letters with coloured edges would make the files half as big again.
  args: ['--no-sandbox', '--disable-gpu', '--disable-lcd-text'],
});
try {
  await takeAll(program, browser);
} finally {
  await browser.close();
  await program.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function takeAll(shown: Program, by: Browser): Promise<void> {
  mkdirSync(guide, { recursive: true });
  for (const picture of pictures) await take(shown, by, picture, join(guide, `${picture.name}.png`));
  if (others === null) return;
  mkdirSync(others, { recursive: true });
  const put = (picture: Picture, how: string, look: Look) =>
    take(shown, by, picture, join(others, `${picture.name}-${how}.png`), look);
  for (const picture of pictures) await put(picture, '390', { viewport: phone });
  for (const picture of pictures.filter(({ name }) => name === 'queue' || name === 'matter')) {
    await put(picture, 'dark', { colorScheme: 'dark' });
    await put(picture, 'english', { language: 'en' });
  }
}

async function take(
  shown: Program,
  by: Browser,
  picture: Picture,
  file: string,
  look: Look = {},
): Promise<void> {
  const context = await by.newContext({
    baseURL: shown.url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: look.viewport ?? picture.viewport ?? wide,
    colorScheme: look.colorScheme ?? 'light',
    reducedMotion: 'reduce',
  });
  if (look.language === 'en')
    await context.addCookies([{ name: 'hejie_language', value: 'en', url: shown.url }]);
  const page = await context.newPage();
  if (picture.by !== null) {
    await throwDraftAway(shown, picture.by);
    await signIn(shown, page, picture.by);
  }
  await picture.show(page);
  // Never quite idle: the bell listens. What a picture shows is there before, but for lists behind it.
  await page.waitForTimeout(1000);
  await page.screenshot({ path: file });
  await context.close();
  console.log(file);
}

async function openRow(page: Page, address: string, row: number): Promise<void> {
  await page.goto(address);
  const rows = page.locator('[data-matter-row]');
  await rows.first().waitFor();
  // A phone shows one at a time: the list is the picture of the queue.
  if (page.viewportSize()?.width === phone.width && address === '/matters') return;
  await rows.nth(row).click();
  await page.locator('.matter-head').waitFor();
}

async function fillCounter(page: Page): Promise<void> {
  await page.goto('/counter');
  const story = page.locator('.counter-form textarea').first();
  await story.fill('小区顶楼漏水半年，物业公司一直没有修，业主因此停交物业费，上门催收时发生争吵。');
  const applicant = page.getByRole('group', { name: '申请人', exact: true });
  await applicant.getByLabel('姓名').fill('王示例');
  await applicant.getByLabel('电话').fill('13800000000');
  await applicant.getByLabel('身份证号').fill('11010519491231002X');
  await page.getByLabel('诉求').fill('修好屋面，重新核算物业费。');
  await page.locator('.noticed-kind[aria-pressed=true]').waitFor();
  await page.getByText('已保存草稿').waitFor();
  await story.focus();
}

/** A matter that somebody brought just now, as they see it themselves. */
async function follow(page: Page): Promise<void> {
  const answer = await fetch(`${program.url}/api/v1/matters`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${accountOf(program, 'clerk-qingshan').token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      channel: 'window',
      kind: '15',
      regionCode: '150204001',
      story: '小区顶楼漏水半年，物业公司一直没有修。',
      parties: [{ seat: 'applicant', kind: 'person', name: '王示例' }],
    }),
  });
  const { receipt } = (await answer.json()) as RegisterMatterAnswer;
  await page.goto('/p/follow');
  await page.getByLabel('编号').fill(receipt.code);
  await page.getByLabel('查询密码').fill(receipt.secrets[0]?.secret ?? '');
  await page.getByRole('button', { name: '查看' }).click();
  await page.waitForURL('**/p/follow/matter*');
}

async function throwDraftAway(shown: Program, username: string): Promise<void> {
  const token = accountOf(shown, username).token;
  const headers = { authorization: `Bearer ${token}` };
  await fetch(`${shown.url}/api/v1/intake/draft`, { method: 'DELETE', headers });
}

async function signIn(shown: Program, page: Page, username: string): Promise<void> {
  const { password } = accountOf(shown, username);
  const answer = await page.request.post('/api/auth/sign-in/username', {
    data: { username, password },
    headers: { origin: shown.url },
  });
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${await answer.text()}`);
}

function accountOf({ services }: Program, username: string) {
  const found = services.demoAccounts.find((account) => account.username === username);
  if (!found) throw new Error(`The demo has no account ${username}.`);
  return found;
}
