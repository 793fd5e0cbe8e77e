import type { Page } from 'playwright-core';
import { lookAtWidths, once, violationsOn } from './inspect-page.ts';

/** As narrow as a phone of 2015 at 200 % zoom makes it, and the phones of the stories. */
const widths = [320, 360, 390];

let looker: Promise<Page> | undefined;

/**
 * What must hold on every page of the portal, in both colours: WCAG 2.2 AA as far as a machine can tell, nothing cut off.
 * The reader's own page may be without script, which looking needs: it is opened once more beside it.
 */
export async function inspectPortal(page: Page, place: string): Promise<void> {
  await once(`portal: ${place}`, async (faults) => {
    looker ??= openBeside(page);
    const look = await looker;
    await look.context().clearCookies();
    await look.context().addCookies(await page.context().cookies());
    await look.goto(page.url());
    for (const colorScheme of ['dark', 'light'] as const) {
      await look.emulateMedia({ colorScheme });
      faults.push(...(await violationsOn(look, 'body')).map((fault) => `${colorScheme}: ${fault}`));
    }
    await lookAtWidths(look, widths, faults);
  });
}

/** One page looks at all; it leaves with the browser. */
async function openBeside(page: Page): Promise<Page> {
  const context = await page.context().browser()?.newContext({ reducedMotion: 'reduce' });
  if (context === undefined) throw new Error('the page has no browser');
  return context.newPage();
}

/** What a screen reader reads of a page, in its order: roles and names of the accessibility tree. */
export function readAloud(page: Page): Promise<string> {
  return page.locator('body').ariaSnapshot();
}
