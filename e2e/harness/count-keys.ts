import type { Page } from 'playwright-core';

type Counted = { keys: string[]; clicks: number };

/** Counts from now on the keys other than text, and every press of the mouse, until the page is loaded anew. */
export async function countKeys(page: Page): Promise<() => Promise<Counted>> {
  await page.evaluate(() => {
    const counted: Counted = { keys: [], clicks: 0 };
    Object.assign(window, { counted });
    const holders = ['Control', 'Shift', 'Alt', 'Meta'];
    addEventListener(
      'keydown',
      ({ key, ctrlKey }) => {
        if (key.length > 1 && !holders.includes(key)) counted.keys.push(ctrlKey ? `Ctrl ${key}` : key);
      },
      true,
    );
    addEventListener(
      'pointerdown',
      () => {
        counted.clicks += 1;
      },
      true,
    );
  });
  return () => page.evaluate(() => (window as unknown as { counted: Counted }).counted);
}
