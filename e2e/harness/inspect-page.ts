import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { wide } from './story.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A small phone, a common one, a tablet. */
const narrowWidths = [360, 390, 768];
const inspected = new Set<string>();

/**
 * What must hold on every page and form of the desk, in both themes: WCAG 2.2 AA as far as a machine can tell, and on
 * a narrow screen nothing that runs out at the side. A place that was looked at once is not looked at again; `within` looks
 * at a part only, where the rest is known.
 */
export async function inspectPage(page: Page, place: string, within = 'body'): Promise<void> {
  if (inspected.has(place)) return;
  inspected.add(place);
  // Colours that are still changing, or stand still half-way because they are scrolled out of sight, mislead axe.
  const still = await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important }' });
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction(
      (scheme) => getComputedStyle(document.documentElement).colorScheme === scheme,
      colorScheme,
    );
    expect.soft(await violationsOn(page, within), `${place}, ${colorScheme}`).toEqual([]);
  }
  await still.evaluate((style) => (style as Element).remove());
  for (const width of narrowWidths) {
    await page.setViewportSize({ width, height: 844 });
    await twoFrames(page);
    expect.soft(await overflowOf(page), `${place} at ${width} px`).toEqual([]);
  }
  await page.setViewportSize(wide);
  // What opens while the window still changes its size closes again.
  await twoFrames(page);
}

export async function violationsOn(page: Page, within: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(within).withTags(standards).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

/** Rules for a width apply from the next frame on. */
export function twoFrames(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
}

/** The outermost elements that reach beyond the right edge, if the page can be scrolled sideways. */
export function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((one) => `${one.tagName} ${one.className}`);
  });
}
