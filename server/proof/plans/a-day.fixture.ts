import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import { tickLevels } from '#server/features/matters/public.ts';
import { sweepMessages } from '#server/features/messages/public.ts';
import { signInAs } from '#server/testing/getting-in.ts';
import type { Person } from '#server/testing/people.ts';
import type { TestProgram } from '#server/testing/test-program.ts';
import { type KnownMatter, makeMatters, type Workers } from '../matters-of-the-world.fixture.ts';
import { enter } from '../party-visits.fixture.ts';
import { rowsMetAtMost } from './weak-scans.fixture.ts';

export type Office = Workers &
  Readonly<Record<'supervisor' | 'above' | 'auditor', Person>> & { readonly username: string };

const registration = {
  channel: 'window',
  kind: '15',
  regionCode: '150204001',
  subject: '漏水',
  story: '小区顶楼漏水半年，物业一直没有修，家里的鹦鹉也受了惊。',
  request: '尽快解决。',
  parties: [
    { seat: 'applicant', kind: 'person', name: '王一', phone: '13900000001', toldBy: 'sms' },
    { seat: 'respondent', kind: 'person', name: '李二', phone: '13900000002' },
  ],
};

/** What every day an office, its supervisor, the auditor, parties and time itself do; matters of every state beside. */
export async function liveADay(program: TestProgram, office: Office): Promise<readonly KnownMatter[]> {
  const matters = await makeMatters(program, office);
  await readADay(program, office, matters);
  return matters;
}

export async function readADay(
  program: TestProgram,
  office: Office,
  matters: readonly KnownMatter[],
): Promise<void> {
  await readAsOffice(program, office, matters);
  await readAsOthers(office, matters);
  await followAsParty(program, matters);
  const { services } = program;
  const { code: cityCode } = services.pack.city;
  await tickLevels(services, { cityCode });
  await sweepMessages(services, { cityCode });
}

const one = (matters: readonly KnownMatter[], name: KnownMatter['name']): KnownMatter => {
  const found = matters.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};

async function readAsOffice(
  program: TestProgram,
  office: Office,
  matters: readonly KnownMatter[],
): Promise<void> {
  const { clerk, handler } = office;
  const browser = await signInAs(program, office.username);
  good(await browser.get('me'));
  for (const queue of ['mine', 'office', 'ended', 'sampled', 'reopening-asked']) {
    good(await clerk.get(`matters?queue=${queue}`));
    good(await handler.get(`matters?queue=${queue}&due=week`));
  }
  good(await clerk.get(`matters?code=${one(matters, 'handling').code}`));
  const page = good(await clerk.get('matters?queue=office&limit=5'));
  good(await clerk.get(`matters?queue=office&limit=5&after=${encodeURIComponent(page.next)}`));
  for (const q of ['漏水', '鹦鹉', '面漏', '漏水 赔偿', one(matters, 'handling').code])
    good(await clerk.get(`search?q=${encodeURIComponent(q)}`));

  const handling = one(matters, 'handling');
  for (const what of [
    '',
    '/similar',
    '/destinations',
    '/readers',
    '/colleagues',
    '/clocks/accept',
    '/receipt',
  ])
    good(await clerk.get(`matters/${handling.id}${what}`));
  good(await clerk.get(`matters/${handling.id}/papers/${handling.paperIds[0]}`));
  good(await clerk.post(`matters/${handling.id}/prints`, undefined));

  good(await clerk.send('PUT', 'intake/draft', { content: { story: registration.story } }));
  good(await clerk.get('intake/draft'));
  good(
    await clerk.post('intake/suggestions', { text: registration.story, kind: '15', regionCode: '150204001' }),
  );
  good(await clerk.post('visitors/look-up', { phone: handling.phones[0] }));
  good(await clerk.post('matters', registration, { 'idempotency-key': randomUUID() }));
  const { matter } = good(await clerk.post('matters', registration));
  const linked = { version: matter.version, code: one(matters, 'accepted').code, linkReason: 'same-event' };
  good(await clerk.post(`matters/${matter.id}/actions/link`, linked));
  good(await clerk.get(`matters/${matter.id}`));

  const { notices } = good(await handler.get('notices'));
  good(await handler.post('notices/read', { ids: [notices[0].id] }));
  good(await clerk.get('origin/matters'));
}

async function readAsOthers(
  { supervisor, above, auditor }: Office,
  matters: readonly KnownMatter[],
): Promise<void> {
  good(await supervisor.get('oversight/matters'));
  good(await supervisor.get('oversight/matters?level=red&due=late'));
  for (const by of ['centre', 'office', 'kind']) good(await supervisor.get(`oversight/figures?by=${by}`));
  const { id } = one(matters, 'elsewhere');
  const purpose = { purpose: 'quality-review', words: '核对投诉所说的办理经过和期限。' };
  good(await above.post(`matters/${id}/openings`, purpose));
  good(await above.get(`matters/${id}`));

  const days = `fromDay=2026-02-20&untilDay=2026-03-02`;
  for (const list of ['openings', 'changes']) good(await auditor.get(`audit/${list}?${days}`));
  for (const list of ['openings', 'changes', 'looks', 'unusual', 'refused-files'])
    good(await auditor.get(`audit/${list}`));
}

async function followAsParty(program: TestProgram, matters: readonly KnownMatter[]): Promise<void> {
  const { code, parties } = one(matters, 'answered');
  const visitor = await enter(program, formatMatterCode(code), parties[0]?.secret ?? '', '203.0.113.9');
  const { statusCode } = await visitor.get('/p/follow/matter');
  if (statusCode !== 200) throw new Error(`the party's own matter: ${statusCode}`);
}

/** As somebody does who waits for an answer for a year. */
export async function lookOften(
  { admin, services }: TestProgram,
  matters: readonly KnownMatter[],
): Promise<void> {
  const { code: cityCode } = services.pack.city;
  const { id: matterId, parties } = one(matters, 'answered');
  await sql`
    insert into hejie.access_log (city_code, id, at, user_id, role, what, matter_id, data)
    select ${cityCode}, gen_random_uuid(), now(), ${parties[0]?.id}::uuid, 'party', 'page', ${matterId}::uuid, '{}'
    from generate_series(1, ${2 * rowsMetAtMost}::int)`.execute(admin.db);
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the program answers.
function good({ status, body }: { status: number; body: any }): any {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
