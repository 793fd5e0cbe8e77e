import type { Locator, Page } from 'playwright-core';
import { call } from './program.ts';
import type { Stage } from './story.ts';

export type Told = {
  story: string;
  kind?: string;
  applicant: string;
  phone?: string;
  number?: string;
  respondent?: string;
  request?: string;
};

export function party(page: Page, seat: '申请人' | '被申请人' | '代理人'): Locator {
  return page.getByRole('group', { name: seat, exact: true });
}

/** Opens an empty counter, whatever draft an earlier story left behind. */
export async function openCounter(stage: Stage, clerk: string): Promise<Page> {
  await call(clerk, 'DELETE', 'intake/draft');
  const page = await stage.arrive(clerk, '/counter');
  await page.getByLabel('发生了什么').waitFor();
  return page;
}

/** Fills the counter's form in, with the mouse as somebody in no hurry would. */
export async function tell(page: Page, told: Told): Promise<void> {
  await page.getByLabel('发生了什么').fill(told.story);
  await party(page, '申请人').getByLabel('姓名').fill(told.applicant);
  if (told.phone) await party(page, '申请人').getByLabel('电话').fill(told.phone);
  if (told.number) await party(page, '申请人').getByLabel('身份证号').fill(told.number);
  if (told.respondent) await party(page, '被申请人').getByLabel('姓名').fill(told.respondent);
  if (told.request) await page.getByLabel('诉求').fill(told.request);
  if (told.kind) await choose(page, '纠纷类别', told.kind);
  else await page.locator('.noticed-kind[aria-pressed=true]').waitFor();
}

/** Chooses from a list as a practised clerk does: type, and take what fits. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  const list = page.getByRole('combobox', { name: new RegExp(`^${field}`) });
  await list.fill(option);
  await page.locator('.ant-select-item-option-active', { hasText: option }).waitFor();
  await list.press('Enter');
}

/** Saves, and answers with the id of the matter whose receipt has opened. */
export async function save(page: Page): Promise<string> {
  await page.getByRole('button', { name: '保存登记' }).click();
  return registeredId(page);
}

export async function registeredId(page: Page): Promise<string> {
  await page.waitForURL('**/receipts/*');
  await page.locator('.receipt').waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}
