import type { Locator, Page } from 'playwright-core';

/** Chooses from a closed list of a form, by keyboard up to the line itself. */
export async function chooseOption(page: Page, list: Locator, option: string | RegExp): Promise<void> {
  await list.press('ArrowDown');
  const line = page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option });
  await line.first().click();
  await line.first().waitFor({ state: 'hidden' });
}
