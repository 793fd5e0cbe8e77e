import { expect } from 'vitest';
import { outcomes } from '#contract/language/zh.ts';
import { bring, dispatcher, handler, housing, look, register, step } from './harness/arrange-matter.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { story } from './harness/story.ts';
import { beginTo, offered, send, take } from './harness/take-action.ts';

const clash = '楼上漏水泡坏吊顶，两家都愿意请人来说和。';

story(
  'Mediation is proposed, chosen, begun and agreed; thirty days to ask the court are open',
  async ({ stage }) => {
    const matter = await bring(await register({ kind: '02', story: clash }), 'accept');

    // At triage the lawful ways stand there with their reasons; what the parties choose is written down.
    const triage = await stage.arrive(dispatcher, `/matters/${matter.id}`);
    const ways = triage.locator('.roadmap');
    await ways.getByRole('heading', { name: '依法可以走的途径' }).waitFor();
    await inspectPage(triage, 'matter with the ways that are open');
    await ways.getByRole('button', { name: '当事人选这个：人民调解' }).click();
    const choice = triage.getByRole('dialog', { name: '记录途径选择' });
    await choice.getByRole('checkbox', { name: '申请人', exact: true }).check();
    await choice.getByRole('checkbox', { name: '被申请人', exact: true }).check();
    await inspectPage(triage, 'form of choose-procedure', '[role=dialog]');
    await send(choice);
    await ways.getByText('当事人已选定').waitFor();

    const routed = await step(dispatcher, await look(matter.id), 'route', { unitId: housing });
    await step(handler, routed, 'accept-hand-over');
    const handling = await stage.arrive(handler, `/matters/${matter.id}`);
    const start = await beginTo(handling, 'start-procedure');
    await inspectPage(handling, 'form of start-procedure', '[role=dialog]');
    expect(
      await start
        .getByRole('radio', { name: /人民调解/ })
        .first()
        .isChecked(),
    ).toBe(true);
    await send(start);
    await start.getByText('请逐项确认，缺一项不能开始。').waitFor();
    for (const name of ['双方都自愿', '没有正在进行的诉讼'])
      await start.getByRole('checkbox', { name }).check();
    await send(start);
    await start.waitFor({ state: 'hidden' });

    const road = handling.locator('.roadmap');
    const now = road.locator('[aria-current=step]');
    await expect.poll(() => now.innerText()).toContain('人民调解');
    expect(await now.innerText()).toContain('调解结束（一般一个月）');
    await now.getByText('怎么算的').first().click();
    await now.getByText('人民调解工作若干规定第三十三条').first().waitFor();
    await inspectPage(handling, 'matter under mediation');
    // While it runs the outcome of the matter cannot be recorded.
    expect(await offered(handling)).not.toContain('登记结果');

    await take(handling, 'end-procedure', async (form) => {
      await form.getByRole('radio', { name: /^达成协议/ }).check();
      await form.getByRole('textbox', { name: /^结果说明/ }).fill('楼上十日内修好并赔偿八百元，双方签字。');
    });
    await road.getByText('当事人还可以').waitFor();
    await road.getByText('人民调解 · 共同申请司法确认').first().waitFor();
    const agreed = await look(matter.id, handler);
    expect(agreed.roadmap.past.map(({ outcome }) => outcome?.code)).toEqual(['agreed']);
    expect(agreed.roadmap.windows[0]).toMatchObject({ isWindow: true, limit: { count: 30 }, isLate: false });
    expect(agreed.roadmap.next[0]).toMatchObject({ procedure: { code: 'judicial-confirmation' } });
    await inspectPage(handling, 'matter with a window of the parties');

    await take(handling, 'record-outcome', async (form) => {
      await form.getByRole('radio', { name: outcomes.settled, exact: true }).check();
      await form.getByRole('textbox').first().fill('双方已签调解协议。');
    });
    await expect.poll(async () => (await look(matter.id)).status).toBe('resolved');
  },
);

story('An extension is asked for by one person and approved by another', async ({ stage }) => {
  let matter = await bring(
    await register({ story: '修路占地，补偿面积漏算了一块。', kind: '08' }),
    'accept-hand-over',
  );
  matter = await step(handler, matter, 'start-procedure', {
    procedure: 'petition-routing',
    confirmed: ['no-suit-pending'],
  });
  matter = await step(handler, matter, 'end-procedure', {
    outcome: 'admitted',
    text: '属于本单位职权，予以受理。',
  });
  await step(handler, matter, 'start-procedure', { procedure: 'petition-handling' });
  const before = await dueOn(matter.id);

  const asking = await stage.arrive(handler, `/matters/${matter.id}`);
  const road = asking.locator('.roadmap');
  await road.getByRole('button', { name: '申请延期或暂停：办结并书面答复' }).click();
  const form = asking.getByRole('dialog', { name: '申请延期或暂停' });
  await inspectPage(asking, 'form of ask-clock-change', '[role=dialog]');
  await form.getByText('法律允许最多 30 天').waitFor();
  await form.getByRole('spinbutton').fill('30');
  await form.getByRole('textbox', { name: /^理由/ }).fill('涉及三个单位，需要重新测量。');
  await send(form);
  await road.getByText('已申请延长 30 天，等另一位负责人审批').waitFor();
  // It runs on as it did, and whoever asked is not offered the decision.
  expect(await dueOn(matter.id)).toBe(before);
  expect(await offered(asking)).not.toContain('审批延期或暂停');

  const deciding = await stage.arrive(dispatcher, `/matters/${matter.id}`);
  await deciding.locator('.roadmap').getByRole('button', { name: '审批：办结并书面答复' }).waitFor();
  await take(deciding, 'decide-clock-change', async (decision) => {
    await decision.getByText('已申请延长 30 天').waitFor();
    await decision.getByRole('radio', { name: '同意', exact: true }).check();
    await decision.getByRole('textbox', { name: /^理由/ }).fill('情况属实，同意延长。');
  });
  await expect.poll(() => dueOn(matter.id)).not.toBe(before);
  const days = (Date.parse(await dueOn(matter.id)) - Date.parse(before)) / 86_400_000;
  // Thirty days from the day as it stood; a holiday may move the end a little further.
  expect(days).toBeGreaterThanOrEqual(30);
  expect(days).toBeLessThan(45);
});

async function dueOn(id: string): Promise<string> {
  const { now } = (await look(id, handler)).roadmap;
  const clock = now?.clocks.find(({ step: { code } }) => code === 'petition-handling/decide');
  if (!clock) throw new Error('the petition is not being handled');
  return clock.dueOn;
}
