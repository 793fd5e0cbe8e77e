import { expect } from 'vitest';
import { clerk, eventsOf, look } from './harness/arrange-matter.ts';
import { openCounter, save, tell } from './harness/at-the-counter.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { story } from './harness/story.ts';
import { take } from './harness/take-action.ts';

story(
  'A danger to somebody is marked at the counter, stands out, and ends when it is over',
  async ({ stage }) => {
    const page = await openCounter(stage, clerk);
    await tell(page, {
      story: '分居的丈夫多次上门威胁，今晚不敢回家。',
      applicant: '冯示例',
      phone: '13800007777',
    });
    await page.getByLabel('有人面临危险').check();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/还有 \d+ 处需要补充或更正/).waitFor();
    await page.getByRole('combobox', { name: '什么危险' }).click();
    await page.locator('.ant-select-item-option', { hasText: '有人受到暴力威胁' }).click();
    await page.getByRole('radio', { name: '本人同意提供帮助' }).check();
    await page.getByRole('group', { name: '对谁不显示' }).getByLabel('被申请人').check();
    await inspectPage(page, 'counter with a danger');
    const id = await save(page);

    await page.goto(`/matters/${id}?queue=office&status=registered&kind=01`);
    await page.getByText('人身安全：有人受到暴力威胁').waitFor();
    const row = page.locator(`[href^="/matters/${id}"]`);
    expect(await row.innerText()).toContain('有人身安全危险');
    expect(await row.locator('[data-level=red]').count()).toBe(1);

    await take(page, 'review-safety', async (form) => {
      await form.getByRole('radio', { name: '已经消除' }).check();
      await form.getByLabel('理由').fill('已由派出所训诫，申请人住到亲戚家。');
    });
    await page.getByText('人身安全：有人受到暴力威胁').waitFor({ state: 'hidden' });
    const matter = await look(id);
    expect(matter.danger).toBe(null);
    expect(eventsOf(matter)).toEqual(['register', 'review-safety']);
  },
);
