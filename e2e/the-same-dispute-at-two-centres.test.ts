import { expect } from 'vitest';
import type { RegisterMatterAnswer } from '#contract/matters/register-matter.ts';
import { dispatcher, eventsOf, look, register, step } from './harness/arrange-matter.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { inspectPortal } from './harness/inspect-portal.ts';
import { phoneOfItsOwn } from './harness/of-this-run.ts';
import { post } from './harness/program.ts';
import { story } from './harness/story.ts';
import { take } from './harness/take-action.ts';

const told =
  '两户邻居因公用楼道堆放旧家具和电动车起争执，堵住了消防通道，其中一方把对方的婴儿车挪到了楼外，双方多次争吵。';
const upstairs = {
  kind: 'person',
  name: '林甲',
  residentId: '11010519491231002X',
  phone: '13800002001',
} as const;

story('Neighbours bring one dispute to two centres; it is recognised and merged', async ({ stage }) => {
  // Who they are, too, is this run's own: what an earlier one left open is no candidate by the pair.
  const downstairs = { kind: 'person', name: '石乙', phone: phoneOfItsOwn() } as const;
  const first = await register({
    kind: '02',
    story: `${told}物业主任已经上门劝过一回。`,
    parties: [
      { seat: 'applicant', ...upstairs },
      { seat: 'respondent', ...downstairs },
    ],
  });
  // The other side goes to the city's own centre, which does not know of it.
  const second = await post<RegisterMatterAnswer>('clerk-baotou', 'matters', {
    channel: 'window',
    kind: '02',
    regionCode: '150204001',
    story: `${told}对方还把我家的鞋柜搬走了。`,
    parties: [
      { seat: 'applicant', ...downstairs },
      { seat: 'respondent', ...upstairs },
    ],
  });
  const accepted = await step('dispatcher-baotou', second.matter, 'accept');

  const city = await stage.arrive('dispatcher-baotou', `/matters/${accepted.id}`);
  const hint = city.getByRole('region', { name: '可能是同一争议' });
  await hint.waitFor();
  await inspectPage(city, 'matter that may be the same dispute');
  expect(await hint.innerText()).not.toContain('物业主任');
  const theOther = { hasText: first.code.slice(-4) };
  await hint.getByRole('listitem').filter(theOther).getByRole('button', { name: /并案/ }).click();
  const routing = city.getByRole('dialog');
  await routing.locator('form').waitFor();
  await expect.poll(() => routing.getByRole('textbox').last().inputValue()).toContain(first.code.slice(-4));
  await routing.locator('[type=submit]').click();
  await routing.waitFor({ state: 'hidden' });

  const offered = await look(second.matter.id, dispatcher);
  await step(dispatcher, offered, 'accept-hand-over');
  const district = await stage.arrive(dispatcher, `/matters/${second.matter.id}`);
  const same = district.getByRole('region', { name: '可能是同一争议' });
  await same.getByRole('listitem').filter(theOther).getByRole('button', { name: '并入这一件' }).click();
  await district.getByRole('dialog').locator('form').waitFor();
  await district.keyboard.press('Escape');
  await take(district, 'merge', async (form) => {
    await form.locator('.merge-into').waitFor();
    await form.getByRole('textbox').last().fill('同一楼道、同一争议，双方互为对方。');
  });
  const merged = await look(second.matter.id, dispatcher);
  expect(merged.status).toBe('closed');
  expect(merged.outcome?.code).toBe('merged');
  const goesOn = await look(first.id);
  expect(eventsOf(goesOn)).toContain('absorb');
  expect(goesOn.parties.map(({ name }) => name).filter((name) => name === '石乙').length).toBeGreaterThan(0);

  // Whoever brought it second follows it with the code and secret of then.
  const [secret] = second.receipt.secrets;
  const phone = await stage.atHome('/p/follow', { script: true });
  await phone.getByLabel('编号').fill(second.receipt.code);
  await phone.getByLabel('查询密码').fill(secret?.secret ?? '');
  await phone.getByRole('button', { name: '查看' }).click();
  await phone.waitForURL('**/p/follow/matter*');
  await phone.getByText(first.code.slice(-4)).first().waitFor();
  await inspectPortal(phone, 'follow a merged matter');
});
