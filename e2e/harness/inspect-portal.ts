import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflowOf, twoFrames, violationsOn } from './inspect-page.ts';

/** As narrow as a phone of 2015 at 200 % zoom makes it, and the phones of the stories. */
const widths = [320, 360, 390];
const inspected = new Set<string>();

/** What must hold on every page of the portal, in both colours: WCAG 2.2 AA as far as a machine can tell, nothing cut off. */
export async function inspectPortal(page: Page, place: string): Promise<void> {
  if (inspected.has(place)) return;
  inspected.add(place);
  const before = page.viewportSize();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await violationsOn(page, 'body'), `${place}, ${colorScheme}`).toEqual([]);
  }
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 });
    await twoFrames(page);
    expect.soft(await overflowOf(page), `${place} at ${width} px`).toEqual([]);
  }
  if (before) await page.setViewportSize(before);
}

/** What a screen reader reads of a page, in its order: roles and names of the accessibility tree. */
export async function readAloud(page: Page): Promise<string> {
  return page.locator('body').ariaSnapshot();
}
