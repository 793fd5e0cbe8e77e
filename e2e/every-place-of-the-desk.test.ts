import { expect } from 'vitest';
import { inspectPage } from './harness/inspect-page.ts';
import { demoAccounts } from './harness/program.ts';
import { story } from './harness/story.ts';

story('Everybody finds their places, and each place stands up to a close look', async ({ stage }) => {
  const seen = new Set<string>();
  // One account for each role is enough; the first of each is at the county's centre where there is one.
  const roles = new Map(
    (await demoAccounts()).toReversed().map((account) => [account.role, account.username]),
  );
  expect(roles.size).toBe(9);
  for (const username of roles.values()) {
    const page = await stage.arrive(username);
    const places = page.getByRole('navigation', { name: '工作区' }).getByRole('link');
    await places.first().waitFor();
    await page.locator('nav [aria-current=page]').waitFor();
    expect(await places.first().getAttribute('aria-current'), username).toBe('page');
    const addresses = await places.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    );
    for (const address of addresses.filter((one) => !seen.has(one))) {
      seen.add(address);
      await page.goto(address);
      await page.getByRole('heading').first().waitFor();
      await page.locator('.skeleton').waitFor({ state: 'detached' });
      expect(await page.title()).toMatch(/^.+ · 和解 Hejie$/);
      await inspectPage(page, `place ${address}`);
    }
  }
  expect([...seen].sort()).toEqual([
    '/absences',
    '/audit',
    '/counter',
    '/exports',
    '/imports',
    '/levels',
    '/macros',
    '/matters',
    '/oversight',
    '/passed-on',
    '/people',
    '/procedures',
    '/search',
    '/units',
    '/visitors',
  ]);
});

story('An address that leads nowhere says so, and leads back', async ({ stage }) => {
  const page = await stage.arrive('clerk-qingshan', '/no-such-place');
  await page.getByText('没有这个页面').waitFor();
  await page.getByRole('link', { name: '回到首页' }).click();
  await page.getByText('我的待办').waitFor();
});
