import { setTimeout } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import type { ShownPage } from './shown-pages.ts';

/** One opening of a page, as it was for whoever waited. */
export type Opening = {
  /** Until it stood there and had answered a key. */
  readonly usableMs: number;
  readonly shownMs: number;
  /** What the page's own thread worked until then, which other work on the machine does not change. */
  readonly threadMs: number;
  readonly longestTaskMs: number;
  readonly longTasks: number;
  readonly requests: number;
  readonly kilobytes: number;
};

/** A slow office computer beside this one. */
const slowerCpu = 4;
const patienceInMs = 60_000;
const keysEveryMs = 50;

type Seen = { shown: number | null; usable: number | null; longTasks: number[] };
const nothingSeen: Seen = { shown: null, usable: null, longTasks: [] };

/** Runs in the page before anything of it does. */
function watching({ shown, answered }: ShownPage): string {
  return `
    const seen = (window.seen = { shown: null, usable: null, longTasks: [] });
    new PerformanceObserver((list) => seen.longTasks.push(...list.getEntries().map((one) => one.duration)))
      .observe({ type: 'longtask', buffered: true });
    new MutationObserver(() => {
      if (seen.shown === null && document.querySelector(${JSON.stringify(shown)})) seen.shown = performance.now();
    }).observe(document, { childList: true, subtree: true });
    const look = () => {
      if (seen.usable !== null) return;
      if (document.querySelector(${JSON.stringify(answered)})) seen.usable = performance.now();
      else requestAnimationFrame(look);
    };
    addEventListener('keydown', look);`;
}

/** Opens the page in this browser's state and answers with how that went. */
export async function openPage(context: BrowserContext, shownPage: ShownPage): Promise<Opening> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  try {
    await page.addInitScript(watching(shownPage));
    let [requests, bytes] = [0, 0];
    devtools.on('Network.requestWillBeSent', () => {
      requests += 1;
    });
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await devtools.send('Network.enable');
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowerCpu });
    await page.goto(shownPage.address, { waitUntil: 'commit' });
    const until = performance.now() + patienceInMs;
    let seen = await look();
    while (seen.usable === null) {
      if (performance.now() > until) throw new Error(`${shownPage.name} never answered ${shownPage.key}`);
      if (seen.shown !== null) await page.keyboard.press(shownPage.key);
      await setTimeout(keysEveryMs);
      seen = await look();
    }
    const { metrics } = await devtools.send('Performance.getMetrics');
    const worked = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    return {
      usableMs: seen.usable,
      shownMs: seen.shown ?? Number.NaN,
      threadMs: worked * 1000,
      longestTaskMs: Math.max(0, ...seen.longTasks),
      longTasks: seen.longTasks.length,
      requests,
      kilobytes: bytes / 1000,
    };
  } finally {
    await page.close();
  }

  /** Without the browser driver's own way of looking, whose script would be part of what the page works. */
  async function look(): Promise<Seen> {
    const { result } = await devtools.send('Runtime.evaluate', {
      expression: 'window.seen',
      returnByValue: true,
    });
    return result.value ?? nothingSeen;
  }
}
