import { writeXlsx } from 'hucre/xlsx';
import { expect } from 'vitest';
import type { ListImportsAnswer } from '#contract/imports/imports.ts';
import { dispatcher } from './harness/arrange-matter.ts';
import { chooseOption } from './harness/choose-option.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { call, get } from './harness/program.ts';
import { story } from './harness/story.ts';

/** A ledger as a street keeps it: a title, a header of two rows, dates of all kinds, a word of its own. */
function ledger(tag: string): Promise<Uint8Array> {
  const rows = [
    ['青山区2025年矛盾纠纷排查化解台账'],
    ['编号', '登记日期', '纠纷类型', '当事人', null, '纠纷简要情况', '调处', null],
    [null, null, null, '姓名', '电话', null, '结果', '时间'],
    [
      `${tag}-1`,
      '二〇二五年三月二日',
      '邻里',
      null,
      null,
      '楼上漏水，双方对费用有争议。',
      '已调解',
      '3月9日',
    ],
    [`${tag}-2`, '2025.3.4 下午3点半', tag, null, null, '兄弟因赡养发生口角。', null, null],
    [`${tag}-3`, '2025年2月30日', null, null, null, '这一天没有。', null, null],
  ];
  return writeXlsx({ sheets: [{ name: '台账', rows }] });
}

story('A ledger comes in: uploaded, understood, decided on, checked, brought in once', async ({ stage }) => {
  const tag = `家事${Date.now().toString(36)}`;
  const file = {
    name: `${tag}.xlsx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await ledger(tag)),
  };
  const page = await stage.arrive(dispatcher, '/imports');
  await page.getByRole('heading', { name: '本单位的导入' }).waitFor();
  await inspectPage(page, 'imports');

  // Something that is no table is refused in a sentence, and another file may be chosen at once.
  const chooser = page.locator('input[type=file]');
  await chooser.setInputFiles({ ...file, name: '坏了.xlsx', buffer: Buffer.from('PK\u0003\u0004') });
  await page.getByText(/读不出表格/).waitFor();
  await chooser.setInputFiles(file);

  // The columns are guessed from the headings, and the dates say what was understood.
  await page.getByRole('heading', { name: '各列是什么' }).waitFor();
  await page.getByText('没写年份的日期按 2025 年。').waitFor();
  await page.getByText('2025-03-09 00:00').waitFor();
  await page.getByText('原文：二〇二五年三月二日').waitFor();
  await page.getByText(/认不出是哪一天/).waitFor();
  await page.getByRole('textbox', { name: '来源名称' }).fill('Street Ledger');
  await page.getByRole('button', { name: '核对全部各行' }).click();
  await page.getByText(/^用 2 至 40 个小写字母/).waitFor();
  await inspectPage(page, 'columns of a ledger');
  await page.getByRole('textbox', { name: '来源名称' }).fill('street-ledger');
  await page.getByRole('button', { name: '核对全部各行' }).click();

  // A word of their own is asked once.
  await page.getByRole('heading', { name: '存疑的词' }).waitFor();
  await inspectPage(page, 'doubtful words');
  await chooseOption(page, page.getByRole('combobox', { name: `类别“${tag}”（1 行）` }), '婚姻家庭');
  await page.getByRole('button', { name: '选定并重新核对' }).click();
  await page.getByRole('button', { name: '导入这 2 行' }).waitFor();
  await inspectPage(page, 'a ledger that was checked');
  await page.getByRole('button', { name: '导入这 2 行' }).click();
  await page.getByText('导入完成').waitFor();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载不能导入的行和原因' }).click();
  expect((await coming).suggestedFilename()).toBe(`${tag}-不能导入.csv`);
  await inspectPage(page, 'a ledger that was brought in');

  const { imports } = await get<ListImportsAnswer>(dispatcher, 'imports');
  expect(imports.find(({ name }) => name === file.name)).toMatchObject({
    status: 'done',
    imported: 2,
    refused: 1,
  });

  // The same file once more: the word is remembered, and nothing is there twice.
  await page.getByRole('link', { name: '全部导入' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('textbox', { name: '来源名称' }).fill('street-ledger');

  // A colleague checks it meanwhile; what was chosen here stays.
  const [again] = (await get<ListImportsAnswer>(dispatcher, 'imports')).imports;
  if (again === undefined) throw new Error('no import');
  const columns = { sourceNumber: '编号', registeredAt: '登记日期', story: '纠纷简要情况' };
  const map = { columns, source: 'street-ledger', channel: 'window', kind: '99' };
  const taken = await call(dispatcher, 'POST', `imports/${again.id}/actions/check`, { version: 1, map });
  expect(taken.status).toBe(200);
  await page.getByRole('button', { name: '核对全部各行' }).click();
  await page.getByRole('heading', { name: '这次导入已有变化' }).waitFor();
  await inspectPage(page, 'an import that changed meanwhile');
  await page.getByRole('alert').getByRole('button').click();
  await page.getByText('没有新的行可以导入。').waitFor();
});
