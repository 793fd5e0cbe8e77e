import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflowOf, twoFrames, violationsOn } from './inspect-page.ts';

/** As narrow as a phone of 2015 at 200 % zoom makes it, and the phones of the stories. */
const widths = [320, 360, 390];
const inspected = new Set<string>();

/**
 * What must hold on every page of the portal, in both colours: WCAG 2.2 AA as far as a machine can tell, nothing cut off.
 * The reader's own page may be without script, which looking needs: it is opened once more beside it.
 */
export async function inspectPortal(page: Page, place: string): Promise<void> {
  if (inspected.has(place)) return;
  inspected.add(place);
  const storageState = await page.context().storageState();
  const beside = await page.context().browser()?.newContext({ storageState, reducedMotion: 'reduce' });
  if (beside === undefined) throw new Error('the page has no browser');
  try {
    const look = await beside.newPage();
    await look.goto(page.url());
    for (const colorScheme of ['dark', 'light'] as const) {
      await look.emulateMedia({ colorScheme });
      expect.soft(await violationsOn(look, 'body'), `${place}, ${colorScheme}`).toEqual([]);
    }
    for (const width of widths) {
      await look.setViewportSize({ width, height: 740 });
      await twoFrames(look);
      expect.soft(await overflowOf(look), `${place} at ${width} px`).toEqual([]);
    }
  } finally {
    await beside.close();
  }
}

/** What a screen reader reads of a page, in its order: roles and names of the accessibility tree. */
export function readAloud(page: Page): Promise<string> {
  return page.locator('body').ariaSnapshot();
}
