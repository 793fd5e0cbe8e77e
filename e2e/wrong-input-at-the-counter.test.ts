import { expect } from 'vitest';
import { clerk, look } from './harness/arrange-matter.ts';
import { openCounter, party, save, tell } from './harness/at-the-counter.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { story } from './harness/story.ts';

story('Wrong input is shown where it stands, and nothing is lost', async ({ stage }) => {
  const page = await openCounter(stage, clerk);
  const applicant = party(page, '申请人');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/还有 \d+ 处需要补充或更正/).waitFor();
  const fieldInHand = () => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'));
  await expect.poll(fieldInHand).toBe('true');
  expect(await page.getByLabel('发生了什么').getAttribute('aria-invalid')).toBe('true');
  expect(await applicant.getByLabel('姓名').getAttribute('aria-invalid')).toBe('true');
  await inspectPage(page, 'counter with faults');

  await tell(page, {
    story: '培训机构停课，预交的学费不退。<script>alert(1)</script> 😀',
    applicant: '周示例',
    phone: '12345abc',
    number: '110105194912310021',
  });
  await applicant.getByText(/校验[码位]不对/).waitFor();
  await applicant.getByText(/电话号码含有.*字符/).waitFor();
  await page.getByRole('button', { name: '保存登记' }).click();
  await page.getByText(/还有 \d+ 处需要补充或更正/).waitFor();
  expect(new URL(page.url()).pathname).toBe('/counter');

  await applicant.getByLabel('电话').fill('13800004444');
  await applicant.getByLabel('身份证号').fill('11010519491231002x');
  await applicant.getByText('校验通过').waitFor();
  const matter = await look(await save(page));
  expect(matter.story).toBe('培训机构停课，预交的学费不退。<script>alert(1)</script> 😀');
  expect(matter.parties).toMatchObject([{ name: '周示例', phone: '13800004444' }]);

  await page.goto(`/matters/${matter.id}`);
  await page.getByText('<script>alert(1)</script>').first().waitFor();
});

story('A paper that is not what it says is refused, and says so', async ({ stage }) => {
  const page = await openCounter(stage, clerk);
  await tell(page, { story: '健身房关门，会员卡余额不退还。', applicant: '吴示例', phone: '13800005555' });
  const id = await save(page);
  await page.goto(`/matters/${id}`);
  await page.getByLabel('选择文件').setInputFiles({
    name: '收据.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('这不是 PDF。'),
  });
  await page.getByText('文件内容与它的扩展名不符').waitFor();
  await page.getByText('这次的文件都没有存入').waitFor();
  expect(await look(id)).toMatchObject({ version: 1, papers: [] });
});
