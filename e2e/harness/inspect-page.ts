import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { wide } from './story.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A small phone, a common one, a tablet. */
const narrowWidths = [360, 390, 768];
const settlesWithin = 3_000;
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const inspected = new Set<string>();

/**
 * What must hold on every page and form of the desk, in both themes: WCAG 2.2 AA as far as a machine can tell, and on
 * a narrow screen nothing that runs out at the side. A place that held up once is not looked at again; `within` looks
 * at a part only, where the rest is known.
 */
export async function inspectPage(page: Page, place: string, within = 'body'): Promise<void> {
  await once(place, async (faults) => {
    // Colours that are still changing, or stand still half-way because they are scrolled out of sight, mislead axe.
    const still = await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important }' });
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction(
        (scheme) => getComputedStyle(document.documentElement).colorScheme === scheme,
        colorScheme,
      );
      faults.push(...(await violationsOn(page, within)).map((fault) => `${colorScheme}: ${fault}`));
    }
    await still.evaluate((style) => (style as Element).remove());
    await lookAtWidths(page, narrowWidths, faults);
    await page.setViewportSize(wide);
    await overflowOf(page, wide.width);
  });
}

/** Looks at a place, once it has held up never again; what is wrong is said without ending the story. */
export async function once(place: string, look: (faults: string[]) => Promise<void>): Promise<void> {
  if (inspected.has(place)) return;
  const faults: string[] = [];
  await look(faults);
  if (faults.length === 0) inspected.add(place);
  expect.soft(faults, place).toEqual([]);
}

export async function lookAtWidths(page: Page, widths: readonly number[], faults: string[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    faults.push(...(await overflowOf(page, width)).map((fault) => `at ${width} px: ${fault}`));
  }
}

/** What axe finds wrong. It runs in the page itself, which has no frames; nothing of what holds need come back. */
export async function violationsOn(page: Page, within: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(
    async ([part, tags]) => {
      const { axe: inPage } = window as unknown as { axe: typeof axe };
      const { violations } = await inPage.run(part, { runOnly: tags, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
      );
    },
    [within, standards] as const,
  );
}

/**
 * The outermost elements that still reach beyond the right edge, so that the page can be scrolled sideways, when it has
 * its width and on a busy machine has had time to lay itself out.
 */
function overflowOf(page: Page, width: number): Promise<string[]> {
  return page.evaluate(
    async ([asked, patience]) => {
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      const until = performance.now() + patience;
      for (;;) {
        await frame();
        await frame();
        const beyond = innerWidth === asked ? beyondTheEdge() : [`a window ${innerWidth} px wide`];
        if (beyond.length === 0 || performance.now() > until) return beyond;
      }
      function beyondTheEdge(): string[] {
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return [];
        return [...document.querySelectorAll('body *')]
          .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
          .slice(0, 5)
          .map((one) => `${one.tagName} ${one.className}`);
      }
    },
    [width, settlesWithin] as const,
  );
}
