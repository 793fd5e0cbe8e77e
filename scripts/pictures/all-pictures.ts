import type { Page } from 'playwright-core';
import { bringMatter, clerk, dispatcher, handler, type ShownCity } from './shown-city.ts';

export const wide = { width: 1440, height: 810 };
export const phone = { width: 390, height: 844 };
const phonePage = { width: 390, height: 1100 };

/** Who looks, at what, and what they do before the picture is taken. */
export type Picture = {
  readonly name: string;
  readonly by: string | null;
  /** Where it is not the desk on a wide screen: the public's pages are shown as on a phone. */
  readonly viewport?: typeof wide;
  show(page: Page, city: ShownCity): Promise<unknown>;
};

/** The guide's pictures. What a page must show before it is taken stands in its row. */
export const pictures: readonly Picture[] = [
  { name: 'sign-in', by: null, show: at('/', `text=${dispatcher}`) },
  { name: 'queue', by: dispatcher, show: (page) => openRow(page, '/matters', 0) },
  { name: 'matter', by: handler, show: showMatter('mediated', '.road-clock') },
  { name: 'ways', by: dispatcher, show: showMatter('accepted', '.way') },
  { name: 'counter', by: clerk, show: fillCounter },
  { name: 'receipt', by: clerk, show: showReceipt },
  {
    name: 'search',
    by: dispatcher,
    show: at(`/search?q=${encodeURIComponent('物业')}`, '[data-matter-row]'),
  },
  { name: 'bell', by: dispatcher, show: showBell },
  { name: 'bulk', by: dispatcher, show: showBulk },
  { name: 'oversight', by: 'leader-baotou', show: at('/oversight', 'table >> nth=-1 >> tbody tr') },
  { name: 'levels', by: 'supervisor-baotou', show: at('/levels', '.rule-list') },
  { name: 'procedures', by: dispatcher, show: at('/procedures', '.clocks-table tbody tr') },
  { name: 'accounts', by: 'security-admin', show: at('/people', 'tbody tr') },
  { name: 'security', by: dispatcher, show: at('/security', 'main h1') },
  { name: 'exports', by: dispatcher, show: at('/exports', 'main h1') },
  { name: 'portal-home', by: null, viewport: { width: 390, height: 700 }, show: at('/p/', 'h1') },
  {
    name: 'portal-follow',
    by: null,
    viewport: phonePage,
    show: (page, city) => follow(page, city, 'registered'),
  },
  { name: 'portal-roadmap', by: null, viewport: phonePage, show: showPortalRoadmap },
  {
    name: 'portal-clock',
    by: null,
    viewport: phonePage,
    show: at('/p/clock?limit=petition-handling.decide&from=2026-09-25&extend=30', '#answer'),
  },
];

function at(address: string, shown: string): Picture['show'] {
  return async (page) => {
    await page.goto(address);
    await page.locator(shown).first().waitFor();
  };
}

async function openRow(page: Page, address: string, row: number): Promise<void> {
  await page.goto(address);
  const rows = page.locator('[data-matter-row]');
  await rows.first().waitFor();
  // A phone shows one at a time: the list is the picture of the queue.
  if (page.viewportSize()?.width === phone.width) return;
  await rows.nth(row).click();
  await page.locator('.matter-head').waitFor();
}

function showMatter(as: 'accepted' | 'mediated', shown: string): Picture['show'] {
  return async (page, city) => {
    const { id } = await bringMatter(city, as);
    await at(`/matters/${id}?queue=office`, shown)(page, city);
  };
}

async function fillCounter(page: Page): Promise<void> {
  await page.goto('/counter');
  const story = page.locator('.counter-form textarea').first();
  await story.fill('小区顶楼漏水半年，物业公司一直没有修，业主因此停交物业费，上门催收时发生争吵。');
  const applicant = page.getByRole('group', { name: '申请人', exact: true });
  await applicant.getByLabel('姓名').fill('王示例');
  await applicant.getByLabel('电话').fill('13800000000');
  await applicant.getByLabel('身份证号').fill('11010519491231002X');
  await page.getByLabel('诉求').fill('修好屋面，重新核算物业费。');
  await page.locator('.noticed-kind[aria-pressed=true]').waitFor();
  await page.getByText('已保存草稿').waitFor();
  await story.focus();
}

async function showReceipt(page: Page): Promise<void> {
  await fillCounter(page);
  await page.keyboard.press('Control+Enter');
  await page.locator('.receipt').waitFor();
}

async function showBell(page: Page): Promise<void> {
  await page.goto('/matters');
  await page.locator('.bell').click();
  await page.locator('.notice-new').first().waitFor();
}

async function showBulk(page: Page): Promise<void> {
  await page.goto('/matters?queue=office&status=registered');
  const rows = page.locator('[data-matter-row]');
  await rows.first().waitFor();
  await page.locator('.queue-head .text-button').click();
  for (const row of (await page.locator('.queue-pick input').all()).slice(0, 3)) await row.check();
  await page.locator('.bulk-bar .button-primary').click();
  await page.getByRole('dialog').getByRole('combobox').press('ArrowDown');
  await page.locator('.ant-select-item-option').first().click();
  await page.getByRole('dialog').locator('[type=submit]').click();
  await page.locator('.bulk-row').first().waitFor();
}

/** A matter as whoever brought it sees it themselves. */
async function follow(page: Page, city: ShownCity, as: 'registered' | 'agreed'): Promise<void> {
  const { code, secret } = await bringMatter(city, as);
  await page.goto('/p/follow');
  await page.getByLabel('编号').fill(code);
  await page.getByLabel('查询密码').fill(secret);
  await page.getByRole('button', { name: '查看' }).click();
  await page.waitForURL('**/p/follow/matter*');
}

async function showPortalRoadmap(page: Page, city: ShownCity): Promise<void> {
  await follow(page, city, 'agreed');
  await page.locator('#roadmap').evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
}
