import { expect } from 'vitest';
import type { ReIssueSecretAnswer } from '#contract/matters/secret-slip.ts';
import { clerk, look, register } from './harness/arrange-matter.ts';
import { inspectPage } from './harness/inspect-page.ts';
import { inspectPortal } from './harness/inspect-portal.ts';
import { post } from './harness/program.ts';
import { story } from './harness/story.ts';

const upperSupervisor = 'supervisor-baotou';
const auditor = 'auditor';
const subject = '屋檐的冰溜子砸坏了车棚';
const words = '这件事过了受理期限，核对为什么还没有人看。';

story('A file is opened with a purpose; the party reads it, the auditor sees it', async ({ stage }) => {
  const matter = await register({
    kind: '99',
    regionCode: '150204003',
    subject,
    story: '物业没有清理屋檐的冰，冰溜子掉下来砸坏了车棚。',
    parties: [{ seat: 'applicant', kind: 'person', name: '申请丁', phone: '13800007001' }],
  });
  const code = `${matter.code.slice(0, 4)} ${matter.code.slice(4, 8)} ${matter.code.slice(8)}`;

  // The supervisor of the city's centre sees where it stands, and opens it by saying for what.
  const desk = await stage.arrive(upperSupervisor, '/oversight?region=150204&place=150204003&kind=99');
  const row = desk.getByRole('row').filter({ hasText: code });
  await row.getByRole('button', { name: '填写目的后查阅' }).click();
  const drawer = desk.getByRole('dialog');
  await drawer.getByText('只能看，不能办理').waitFor();
  await drawer.getByRole('button', { name: '查阅', exact: false }).first().click();
  await drawer.getByText('至少 10 个字').waitFor();
  await drawer.getByRole('radio', { name: '督办超期的事项' }).check();
  await drawer.getByLabel('具体说明').fill(words);
  await inspectPage(desk, 'purpose');
  await drawer.getByRole('button', { name: /^查阅/ }).click();
  await desk.waitForURL(`**/matters/${matter.id}*`);
  await desk.getByRole('heading', { name: subject }).waitFor();
  const shown = await desk.locator('article.matter').innerText();
  expect(shown).toContain('只能查阅：督办超期的事项');
  expect(shown).toContain(words);
  expect(shown).not.toContain('13800007001');
  expect(await desk.locator('.matter-acts').count()).toBe(0);
  await inspectPage(desk, 'opened outside own work');

  // The applicant reads who looked, and why.
  const [party] = (await look(matter.id)).parties;
  const handed = await post<ReIssueSecretAnswer>(clerk, `matters/${matter.id}/actions/re-issue-secret`, {
    version: matter.version,
    partyId: party?.id,
    checkedBy: 'id-card',
  });
  const home = await stage.atHome('/p/follow');
  await home.getByLabel('编号').fill(matter.code);
  await home.getByLabel('查询密码').fill(handed.slip.secret);
  await home.getByRole('button', { name: '查看' }).click();
  await home.waitForURL('**/p/follow/matter*');
  const outside = home.locator('.outside');
  await outside.getByText('目的：督办超期的事项').waitFor();
  const said = await outside.innerText();
  expect(said).toContain(words);
  expect(said).toContain('督办员');
  expect(said).not.toContain('罗文');
  await inspectPortal(home, 'opened outside the offices');

  // The auditor finds it by the code, with the words, and sees their own look on record.
  const audit = await stage.arrive(auditor, `/audit?code=${matter.code}`);
  const opened = audit.getByRole('row').filter({ hasText: '申请查阅' });
  await opened.getByText(words).waitFor();
  await inspectPage(audit, 'audit openings');
  await audit.getByText('异常查阅', { exact: true }).click();
  await audit.getByRole('heading', { name: '最近谁看过这里' }).waitFor();
  await audit.getByRole('cell', { name: '看了查阅记录' }).first().waitFor();
  await inspectPage(audit, 'unusual openings');
  await audit.getByText('被拒文件', { exact: true }).click();
  await audit.getByText('没有被拒的文件。').waitFor();
  await inspectPage(audit, 'refused files');
});
