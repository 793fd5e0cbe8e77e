import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { actions } from '#contract/language/zh.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import { chooseFromMenu } from './choose-from-menu.ts';
import { inspectPage } from './inspect-page.ts';

export type FillIn = (form: Locator) => Promise<void>;

/** Takes a step by its button, which is there only if the server allows it, and by the form behind it. */
export async function take(page: Page, action: Action, fillIn?: FillIn): Promise<void> {
  const form = await beginTo(page, action);
  await inspectPage(page, `form of ${action}`, '[role=dialog]');
  await fillIn?.(form);
  await send(form);
  await form.waitFor({ state: 'hidden' });
}

/** Opens the form of a step: by its button, or from the menu beside it. */
export async function beginTo(page: Page, action: Action): Promise<Locator> {
  const acts = page.locator('.matter-acts');
  const button = acts.getByRole('button', { name: actions[action], exact: true });
  const form = page.getByRole('dialog', { name: actions[action] });
  const fields = form.locator('form');
  await expect
    .poll(async () => (await button.isVisible()) || (await offered(page)).includes(actions[action]))
    .toBe(true);
  if (await button.isVisible()) {
    await button.click();
    await fields.waitFor();
  } else {
    await chooseFromMenu(page, acts.getByRole('button', { name: '其他' }), actions[action], fields);
  }
  return form;
}

export function send(form: Locator): Promise<void> {
  return form.locator('[type=submit]').click();
}

const path = [
  'accept',
  'decline',
  'withdraw',
  'route',
  'accept-hand-over',
  'return-hand-over',
  'decide',
  'record-outcome',
  'answer',
  'call-back',
  'close',
  'close-not-reached',
  'reopen',
] as const satisfies readonly Action[];

/** Those of them that lead on along the path, or off it; side ways come and go beside them. */
export function onPath(names: readonly string[]): string[] {
  const words = path.map((action): string => actions[action]);
  return names.filter((name) => words.includes(name)).sort();
}

/** The steps that a person may take now, as the page offers them. */
export async function offered(page: Page): Promise<string[]> {
  const acts = page.locator('.matter-acts');
  await page.locator('.matter-head').waitFor();
  if (!(await acts.isVisible())) return [];
  const words = await acts.getByRole('button').allInnerTexts();
  const names = words
    .map((word) => word.split('\n')[0]?.trim() ?? '')
    .filter((word) => !word.startsWith('其他'));
  const more = acts.getByRole('button', { name: '其他' });
  if (await more.isVisible()) {
    await more.click();
    const items = page.getByRole('menuitem');
    await items.first().waitFor();
    names.push(...(await items.allInnerTexts()).map((word) => word.split('\n')[0]?.trim() ?? ''));
    await page.keyboard.press('Escape');
  }
  return names;
}
