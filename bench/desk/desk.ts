import { chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/chromium.ts';
import { openFiller } from '../fill/fill-matters.ts';
import type { Instance } from '../instance/start-instance.ts';
import { openClient } from '../load/client.ts';
import { median, quantile, rounded } from '../load/figures.ts';
import { printLine } from '../report.ts';
import { type Opening, openPage } from './open-page.ts';
import { type ShownPage, shownPages } from './shown-pages.ts';

const rounds = 5;
const matters = 2000;
const wantedMs = 2000;

/**
 * How long until somebody can work, in a real browser whose processor is slowed down four times: for the first time on a
 * computer, and as on every later day, when the browser has kept what does not change.
 */
export async function benchDesk(instance: Instance): Promise<void> {
  // The instance serves whatever is built when it is asked: what is measured is what the sources say now.
  await import('../../scripts/build-desk.ts');
  const pages = shownPages(await aMatter(instance));
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const table: Record<string, Record<string, number>> = {};
  try {
    for (const shownPage of pages) {
      const [cold, warm] = [[] as Opening[], [] as Opening[]];
      const storageState = await signedIn(shownPage);
      while (cold.length < rounds) {
        const context = await browser.newContext({ baseURL: instance.url, locale: 'zh-CN', ...storageState });
        cold.push(await openPage(context, shownPage));
        // The second time a browser keeps what it compiled.
        await openPage(context, shownPage);
        warm.push(await openPage(context, shownPage));
        await context.close();
      }
      for (const [cache, openings] of Object.entries({ cold, warm })) {
        const figures = figuresOf(openings);
        table[`${shownPage.name}, ${cache}`] = figures;
        printLine({ bench: 'desk', page: shownPage.name, cache, wantedMs, ...figures });
      }
    }
  } finally {
    await browser.close();
  }
  console.table(table);

  async function signedIn({ who }: ShownPage) {
    if (who === null) return {};
    const { username, password } = instance.staff[who];
    const context = await browser.newContext({ baseURL: instance.url });
    const answer = await context.request.post('/api/auth/sign-in/username', {
      data: { username, password },
      headers: { origin: new URL(instance.url).origin },
    });
    if (!answer.ok()) throw new Error(`${username} could not sign in: ${await answer.text()}`);
    const storageState = await context.storageState();
    await context.close();
    return { storageState };
  }
}

/** One of a full office's matters. */
async function aMatter({ environment, staff, url }: Instance): Promise<string> {
  const filler = await openFiller(environment.HEJIE_DATA ?? '', staff.clerk.actor.unitId);
  const client = openClient(url);
  try {
    await filler.fillUpTo(matters);
    const page = JSON.parse(await client.get('/api/v1/matters?queue=office', staff.clerk.token));
    return page.matters[0].id;
  } finally {
    client.close();
    await filler.close();
  }
}

function figuresOf(openings: readonly Opening[]): Record<string, number> {
  const of = (figure: keyof Opening): number[] => openings.map((opening) => opening[figure]);
  return {
    usableP50: rounded(median(of('usableMs'))),
    usableWorst: rounded(quantile(of('usableMs'), 1)),
    shownP50: rounded(median(of('shownMs'))),
    threadP50: rounded(median(of('threadMs'))),
    longestTask: rounded(median(of('longestTaskMs'))),
    longTasks: median(of('longTasks')),
    requests: median(of('requests')),
    kilobytes: rounded(median(of('kilobytes'))),
  };
}
