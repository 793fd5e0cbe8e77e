import type { Locator, Page } from 'playwright-core';

/**
 * Takes a line of a menu as anybody does: one press opens it, one press on the line does it, and `effect` follows.
 * Nothing is pressed twice: a press that is lost here is lost to a clerk, too.
 */
export async function chooseFromMenu(
  page: Page,
  opener: Locator,
  line: string | RegExp,
  effect: Locator,
): Promise<void> {
  await opener.click();
  await page.getByRole('menuitem', { name: line, exact: typeof line === 'string' }).click();
  await effect.waitFor();
}
