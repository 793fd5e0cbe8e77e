import { expect } from 'vitest';
import { bring, clerk, handler, look, register } from './harness/arrange-matter.ts';
import { story } from './harness/story.ts';
import { beginTo, offered, send } from './harness/take-action.ts';

story(
  'A call-back that finds somebody dissatisfied sends the matter back to its handler',
  async ({ stage }) => {
    const { id } = await bring(await register(), 'answer');
    const atCounter = await stage.arrive(clerk, `/matters/${id}`);
    const form = await beginTo(atCounter, 'call-back');
    await form.getByRole('radio', { name: '不满意' }).check();
    await form.getByText('事项退回承办单位继续办理').waitFor();
    await send(form);
    await form.getByText('必须填写').waitFor();
    await form.getByLabel('申请人怎么说').fill('到现在没有人来修。');
    await send(form);
    await form.waitFor({ state: 'hidden' });

    const office = await stage.arrive(handler, `/matters/${id}`);
    await office.getByText('到现在没有人来修。').waitFor();
    expect(await offered(office)).toContain('登记结果');
    expect(await look(id)).toMatchObject({ status: 'handling', handler: { name: '张伟' } });
  },
);
