import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { expect, inject } from 'vitest';
import type { ListMattersAnswer, MatterRow } from '#contract/matters/list-matters.ts';
import { clerk, dispatcher, eventsOf, handler, housingName, look } from './harness/arrange-matter.ts';
import { openByCode } from './harness/open-by-code.ts';
import { get } from './harness/program.ts';
import { story } from './harness/story.ts';
import { take } from './harness/take-action.ts';

const top = join(import.meta.dirname, '..');
/** Real petitions where they lie beside the checkout; the invented sample that ships for everybody else. */
const real = join(top, '../shared/data/petitions-with-replies.csv');
const source = existsSync(real) ? real : join(top, 'cities/baotou/imports/sample.csv');
const rowsTaken = 12;
const broughtToAnEnd = 10;

type Petition = { 留言编号: string; 留言主题: string; 答复意见: string };

story('Real petitions come in as live matters and are brought to an end at the desk', async ({ stage }) => {
  const petitions = firstRows();
  const file = join(inject('dataFolder'), 'petitions.csv');
  expect(await importLive(file)).toBe(`imported ${rowsTaken}, unchanged 0, refused 0`);
  expect(await importLive(file)).toBe(`imported 0, unchanged ${rowsTaken}, refused 0`);
  const registered = await registeredOf(petitions);
  expect(registered.length).toBe(rowsTaken);
  const matters = registered.slice(0, broughtToAnEnd);

  const triage = await stage.arrive(dispatcher);
  for (const { matter } of matters) {
    await openByCode(triage, matter);
    await take(triage, 'accept');
    await take(triage, 'route', async (form) => {
      await form.getByLabel('按名称查找单位').fill('住房');
      await form.getByRole('radio', { name: housingName }).first().check();
    });
  }
  const office = await stage.arrive(handler);
  for (const { matter, answer } of matters) {
    await openByCode(office, matter);
    await take(office, 'accept-hand-over');
    await take(office, 'record-outcome', async (form) => {
      await form.getByRole('radio', { name: '达成一致', exact: true }).check();
      await form.getByLabel('结果说明').fill('按答复意见办理。');
    });
    await take(office, 'answer', (form) => form.getByLabel('答复内容').fill(answer));
  }
  // Who wrote in a forum left no number to call.
  const atCounter = await stage.arrive(clerk);
  for (const { matter } of matters) {
    await openByCode(atCounter, matter);
    await take(atCounter, 'close-not-reached');
  }

  for (const { matter, answer } of matters) {
    const closed = await look(matter.id);
    expect(closed.status).toBe('closed');
    expect(closed.timeline.find(({ type }) => type === 'answer')?.text).toBe(answer);
    expect(eventsOf(closed)).toEqual([
      'register',
      'accept',
      'route',
      'accept-hand-over',
      'record-outcome',
      'answer',
      'close-not-reached',
    ]);
  }
});

/** The first rows of the source, as a file of their own. */
function firstRows(): Petition[] {
  const text = readFileSync(source, 'utf8');
  const rows: string[][] = parse(text, { bom: true, relax_column_count: true, to: rowsTaken + 1 });
  const [head = [], ...petitions] = rows;
  // Numbers of this run's own: told again, the story finds none of them imported already.
  const number = head.indexOf('留言编号');
  for (const row of petitions) row[number] = `${row[number]}-${Date.now()}`;
  const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  writeFileSync(join(inject('dataFolder'), 'petitions.csv'), `${quoted.join('\r\n')}\r\n`);
  return petitions.map(
    (row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])) as Petition,
  );
}

/** Runs the command as an operator does, beside the running program; answers with its last line. */
async function importLive(file: string): Promise<string> {
  const map = join(top, 'cities/baotou/imports/petitions.json');
  const order = [join(top, 'server/cli.ts'), 'import', 'matters', file, '--map', map, '--live'];
  const env = { ...process.env, HEJIE_DATA: inject('dataFolder') };
  // Not the synchronous one: connections to the program that lapse meanwhile would be taken for open.
  const { stdout, stderr } = await promisify(execFile)(process.execPath, order, { env });
  return stdout.trim().split('\n').at(-1) || stderr;
}

async function registeredOf(petitions: Petition[]): Promise<{ matter: MatterRow; answer: string }[]> {
  const registered: MatterRow[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: ListMattersAnswer = await get(
      clerk,
      `matters?queue=office&status=registered&limit=100${after && `&after=${after}`}`,
    );
    registered.push(...page.matters);
    after = page.next;
  }
  return petitions.flatMap(({ 留言主题: subject, 答复意见: answer }) => {
    const matter = registered.find((one) => one.subject.startsWith(subject.trim().slice(0, 20)));
    return matter ? [{ matter, answer: answer.trim().slice(0, 4000) }] : [];
  });
}
