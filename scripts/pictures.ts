import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { readConfig } from '#server/app/config.ts';
import { type Program, startProgram } from '#server/app/start.ts';
import './build-desk.ts';
import { ensureChromium } from './chromium.ts';
import { type Picture, phone, pictures, wide } from './pictures/all-pictures.ts';

/**
 * `node scripts/pictures.ts [FOLDER]`: makes the guide's pictures anew from a fresh demo. With a folder it also puts
 * there what is only to be looked at: each page on a phone, and some of them in the dark and in English.
 */
const guide = join(import.meta.dirname, '../docs/guide/pictures');
const others = process.argv[2] === undefined ? null : resolve(process.argv[2]);
/** Those that are looked at in the dark and in English, too. */
const inOtherLooks = ['queue', 'matter', 'oversight', 'levels', 'procedures', 'portal-roadmap'];

type Look = { viewport?: typeof wide; colorScheme?: 'light' | 'dark'; language?: 'zh' | 'en' };

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
  for (const picture of pictures.filter(({ name }) => inOtherLooks.includes(name))) {
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
  await picture.show(page, {
    url: shown.url,
    tokenOf: (username) => accountOf(shown, username).token,
  });
  // Never quite idle: the bell listens. What a picture shows is there before, but for lists behind it.
  await page.waitForTimeout(1000);
  await page.screenshot({ path: file });
  await context.close();
  console.log(file);
}

async function throwDraftAway(shown: Program, username: string): Promise<void> {
  const headers = { authorization: `Bearer ${accountOf(shown, username).token}` };
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
