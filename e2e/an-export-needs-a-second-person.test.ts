import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ListExportsAnswer } from '#contract/exports/exports.ts';
import { dispatcher, register, supervisor } from './harness/arrange-matter.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { get } from './harness/program.ts';
import { story } from './harness/story.ts';

/** More than one person may take with what people said. */
const many = 60;

story('A large export needs a second person, and what is fetched is what was made', async ({ stage }) => {
  // A few at a time: the machine is small, and a counter is no flood.
  for (let count = 0; count < many; count += 4) {
    await Promise.all(Array.from({ length: 4 }, () => register({ kind: '17' })));
  }
  const purpose = `季度核对 ${Date.now().toString(36)}`;

  // The dispatcher asks for what people said, and is told beforehand that a colleague will be asked.
  const asking = await stage.arrive(dispatcher, '/matters?queue=office&kind=17');
  await asking.getByRole('button', { name: '导出…', exact: true }).click();
  const form = asking.getByRole('dialog', { name: '导出列表' });
  await form.getByText(/自己带走/).waitFor();
  await form.getByText('列表、经过和答复', { exact: true }).click();
  await form.getByText(/要由另一位同事审批后才生成/).waitFor();
  await form.getByRole('button', { name: '申请导出' }).click();
  await form.getByText('必须填写').waitFor();
  await form.getByRole('textbox', { name: '用途' }).fill(purpose);
  await form.getByText('CSV（可再次导入）').click();
  await inspectPage(asking, 'form of an export', '[role=dialog]');
  await asking.keyboard.press('Control+Enter');
  const own = cardOf(asking, purpose);
  await own.getByText('等待第二人审批').waitFor();
  expect(await own.getByRole('button', { name: /下载/ }).count()).toBe(0);
  // It is not among those that wait for the asker, though the asker's door for deciding is open.
  const waiting = (page: Page) => page.getByRole('region', { name: /^等我审批/ });
  expect(await cardOf(waiting(asking), purpose).count()).toBe(0);
  await inspectPage(asking, 'exports, one waiting');

  // The supervisor sees what it is, how much, and what for; nothing of what is in it.
  const deciding = await stage.arrive(supervisor, '/exports');
  const asked = cardOf(waiting(deciding), purpose);
  await asked
    .getByText(/分流员|申请/)
    .first()
    .waitFor();
  expect(await asked.innerText()).toMatch(/列表、经过和答复[\s\S]*\d+ 行/);
  await inspectPage(deciding, 'exports, one to decide');
  await asked.getByRole('button', { name: '不同意…' }).click();
  const refusing = deciding.getByRole('dialog', { name: '不同意导出' });
  await refusing.getByRole('textbox', { name: '理由' }).fill('先写好的理由');
  await deciding.keyboard.press('Escape');
  await refusing.waitFor({ state: 'hidden' });
  await asked.getByRole('button', { name: '同意', exact: true }).click();
  await asked.waitFor({ state: 'hidden' });

  // It is made meanwhile, and fetched with the hash that stands on the page.
  await own.getByText('可以下载').waitFor();
  await own.getByText(/同意$/).waitFor();
  const hash = await own.locator('.export-hash').innerText();
  const coming = asking.waitForEvent('download');
  await own.getByRole('button', { name: /^下载 事项列表/ }).click();
  const content = await readFile(await (await coming).path());
  expect(createHash('sha256').update(content).digest('hex')).toBe(hash);
  const text = content.toString('utf8');
  expect(text.startsWith('\ufeff编号,主题')).toBe(true);
  expect(text.split('\r\n').length).toBeGreaterThan(many);
  expect(text).toContain('顶楼漏水');
  expect(text).not.toContain('王示例');
  await own.getByText('已下载 1 次').waitFor();
  await inspectPage(asking, 'exports, one to fetch');
  const { exports } = await get<ListExportsAnswer>(dispatcher, 'exports');
  expect(exports.find((one) => one.purpose === purpose)).toMatchObject({
    status: 'ready',
    file: { sha256: hash, fetches: 1 },
  });
});

story('One matter leaves as a folder from its page', async ({ stage }) => {
  const matter = await register();
  const page = await stage.arrive(dispatcher, `/matters/${matter.id}`);
  await page.getByRole('button', { name: '导出全部材料…' }).click();
  const form = page.getByRole('dialog', { name: '导出这件事项' });
  const purpose = `移送法院 ${Date.now().toString(36)}`;
  await form.getByRole('textbox', { name: '用途' }).fill(purpose);
  await inspectPage(page, 'form of the export of a matter', '[role=dialog]');
  await form.getByRole('button', { name: '申请导出' }).click();
  const card = cardOf(page, purpose);
  await card.getByText('可以下载').waitFor();
  const coming = page.waitForEvent('download');
  await card.getByRole('button', { name: /^下载/ }).click();
  const content = await readFile(await (await coming).path());
  expect(content.subarray(0, 2).toString()).toBe('PK');
  expect(content.includes('manifest.json')).toBe(true);
});

type Place = Page | ReturnType<Page['getByRole']>;

function cardOf(place: Place, purpose: string) {
  return place.getByRole('listitem').filter({ hasText: purpose });
}
