import { afterEach, expect } from 'vitest';
import { bring, clerk, look, register, supervisor } from './harness/arrange-matter.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { setDaysAhead } from './harness/program.ts';
import { story } from './harness/story.ts';
import { offered, take } from './harness/take-action.ts';

afterEach(() => setDaysAhead(0));

story(
  'After three tries on different days a matter closes without contact, and is looked at',
  async ({ stage }) => {
    const { id } = await bring(await register(), 'answer');
    const address = `/matters/${id}`;
    const atCounter = await stage.arrive(clerk, address);
    // Two calls on one day are one try.
    for (const day of [0, 0, 1, 2]) {
      expect(await offered(atCounter)).not.toContain('联系不上办结');
      await setDaysAhead(day);
      await take(atCounter, 'call-back', async (form) => {
        await form.getByRole('radio', { name: '没有联系上' }).check();
        await form.getByLabel('怎么联系的').fill('拨打两次，无人接听。');
      });
      await atCounter.reload();
    }
    await take(atCounter, 'close-not-reached');
    expect(await look(id)).toMatchObject({ status: 'closed', isSampled: true });

    const overseer = await stage.arrive(supervisor, '/matters?queue=sampled');
    await overseer.locator(`[href^="${address}"]`).click();
    await inspectPage(overseer, 'queue of closings to review');
    await take(overseer, 'review-closing', async (form) => {
      await form.getByRole('radio', { name: '属实' }).first().check();
      await form.getByLabel('查看档案的情况').fill('三次联系记录属实。');
    });
    expect(await look(id)).toMatchObject({ status: 'closed', isSampled: false });
    await overseer.getByText('三次联系记录属实。').waitFor();
  },
);
