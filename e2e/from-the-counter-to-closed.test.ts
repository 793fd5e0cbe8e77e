import { expect } from 'vitest';
import { clerk, dispatcher, eventsOf, handler, housingName, look } from './harness/arrange-matter.ts';
import { openCounter, save, tell } from './harness/at-the-counter.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { story } from './harness/story.ts';
import { offered, onPath, take } from './harness/take-action.ts';

story('A matter goes from the counter to closed, each step by whoever may take it', async ({ stage }) => {
  const atCounter = await openCounter(stage, clerk);
  await tell(atCounter, {
    story: '楼上卫生间渗水，吊顶发霉，物业说不归他们管。',
    applicant: '赵示例',
    phone: '13800002222',
    kind: '物业纠纷',
  });
  const id = await save(atCounter);
  const address = `/matters/${id}`;

  const triage = await stage.arrive(dispatcher, address);
  expect(onPath(await offered(triage))).toEqual(['不予受理', '受理', '撤回']);
  await inspectPage(triage, 'matter');
  await take(triage, 'accept');
  await take(triage, 'route', async (form) => {
    await form.getByLabel('按名称查找单位').fill('住房');
    await form.getByRole('radio', { name: housingName }).first().check();
    await form.getByLabel('给接收单位的话').fill('请两日内接收。');
  });
  await triage.getByText('待接收').first().waitFor();
  expect(onPath(await offered(triage))).toEqual([]);

  const office = await stage.arrive(handler, address);
  await take(office, 'accept-hand-over');
  await office.getByLabel('记一笔').fill('电话联系双方，约定周五上门查看。');
  await office.keyboard.press('Control+Enter');
  await office.getByText('已记入经过').waitFor();
  await office.getByLabel('选择文件').setInputFiles({
    name: '现场照片说明.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('三楼卫生间吊顶发霉，面积约两平方米。'),
  });
  await office.getByRole('button', { name: '现场照片说明.txt' }).waitFor();
  const saved = office.waitForEvent('download');
  await office.getByRole('button', { name: '现场照片说明.txt' }).click();
  expect((await saved).suggestedFilename()).toBe('现场照片说明.txt');
  await take(office, 'record-outcome', async (form) => {
    await form.getByRole('radio', { name: '达成一致', exact: true }).check();
    await form.getByLabel('结果说明').fill('四楼住户十五日内重做防水，修复吊顶。');
  });
  await take(office, 'answer', (form) => form.getByLabel('答复内容').fill('楼上住户将在十五日内重做防水。'));
  expect(onPath(await offered(office))).toEqual([]);

  await atCounter.goto(address);
  await take(atCounter, 'call-back', async (form) => {
    await form.getByRole('radio', { name: '满意', exact: true }).check();
    await form.getByText('5', { exact: true }).click();
  });
  await triage.reload();
  await take(triage, 'close');
  await triage.getByText('已办结').first().waitFor();
  await inspectPage(triage, 'matter, closed');

  const matter = await look(id);
  expect(matter).toMatchObject({ status: 'closed', version: 10, dueOn: null, outcome: { code: 'settled' } });
  expect(eventsOf(matter)).toEqual([
    'register',
    'accept',
    'route',
    'accept-hand-over',
    'log-step',
    'add-paper',
    'record-outcome',
    'answer',
    'call-back',
    'close',
  ]);
  expect(matter.clocks.every(({ endedOn }) => endedOn !== null)).toBe(true);
  expect(matter.papers).toMatchObject([{ name: '现场照片说明.txt' }]);
});
