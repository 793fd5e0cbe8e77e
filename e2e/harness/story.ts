import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { inject, test } from 'vitest';
import { expectCleanReplay } from './clean-replay.ts';
import { expectSilence, watchTyping } from './expect-silence.ts';
import { demoAccount } from './program.ts';
import { watchFaults } from './watch-faults.ts';

export const wide = { width: 1440, height: 900 };
/** How long a page may take for one thing where other work wants the machine, too. */
const patience = 20_000;
const phone = { width: 360, height: 740 };
const picturesOfFailures = join(import.meta.dirname, '../../.build/stories');

let browser: Promise<Browser> | undefined;

/** One browser for all stories; it leaves with the process. */
function openBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  return browser;
}

type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>;
type SignedIn = { readonly cookies: Cookies; readonly at: number };
const signedIn = new Map<string, SignedIn>();
/** After ten minutes the program asks again who somebody is, before anything dangerous; a story is told in less than five. */
const isTakenForMs = 300_000;

export type Stage = {
  /** Somebody at a computer of their own who has signed in already, at the address given. */
  arrive(username: string, address?: string): Promise<Page>;
  /** A computer at which nobody has signed in yet. */
  sitDown(): Promise<Page>;
  /** Somebody of the public, at home with an old phone: small, and without script unless told. */
  atHome(address: string, options?: { script?: boolean; language?: 'zh' | 'en' }): Promise<Page>;
};

/** A test whose people work in the browser; it fails over a fault on a page of theirs, a clock not as its events tell, or a log that repeats them. */
export const story = test.extend<{ stage: Stage }>({
  stage: async ({ task }, use) => {
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    const open = async (storageState?: Cookies, more: BrowserContextOptions = {}): Promise<Page> => {
      const context = await (await openBrowser()).newContext({
        baseURL: inject('url'),
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        viewport: wide,
        reducedMotion: 'reduce',
        ...(storageState && { storageState }),
        ...more,
      });
      context.setDefaultTimeout(patience);
      contexts.push(context);
      const page = await context.newPage();
      watchFaults(page, faults);
      watchTyping(page);
      return page;
    };
    await use({
      sitDown: () => open(),
      async atHome(address, { script = false, language = 'zh' } = {}) {
        const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
        const page = await open(undefined, { viewport: phone, javaScriptEnabled: script, locale });
        await page.goto(address);
        return page;
      },
      async arrive(username, address = '/') {
        const known = signedIn.get(username);
        const isFresh = known !== undefined && performance.now() - known.at < isTakenForMs;
        const page = await open(isFresh ? known.cookies : undefined);
        if (!isFresh) await signIn(page, username);
        await page.goto(address);
        return page;
      },
    });
    if (task.result?.state === 'fail') await takePictures(task.name, contexts);
    for (const context of contexts) await context.close();
    await expectCleanReplay(task.name);
    await expectSilence();
    if (faults.length > 0) throw new Error(`The pages reported:\n${faults.join('\n')}`);
  },
});

async function signIn(page: Page, username: string): Promise<void> {
  const { password } = await demoAccount(username);
  const answer = await page.request.post('/api/auth/sign-in/username', {
    data: { username, password },
    headers: { origin: inject('url') },
  });
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${await answer.text()}`);
  signedIn.set(username, { cookies: await page.context().storageState(), at: performance.now() });
}

async function takePictures(name: string, contexts: BrowserContext[]): Promise<void> {
  mkdirSync(picturesOfFailures, { recursive: true });
  const pages = contexts.flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    await page.screenshot({ path: join(picturesOfFailures, `${name.slice(0, 60)} ${index}.png`) });
  }
}
