import type { Page } from 'playwright-core';

/** Goes to a matter as somebody who has its code in hand: Ctrl K, the code, Enter. */
export async function openByCode(page: Page, { id, code }: { id: string; code: string }): Promise<void> {
  await page.getByRole('search').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(code);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/matters/${id}*`);
  await page.locator('.matter-head').waitFor();
}
