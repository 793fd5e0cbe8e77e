import { sql } from 'kysely';
import type { MatterPresent } from '#contract/matters/matter.ts';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import type { Person } from '#server/testing/people.ts';
import type { TestProgram } from '#server/testing/test-program.ts';
import { enter } from './party-visits.fixture.ts';

/** A party of a matter, and the secret by which they come in. */
export type Seated = { readonly id: string; readonly seat: string; readonly secret: string };

// biome-ignore lint/suspicious/noExplicitAny: whatever the program answers.
export async function ok(by: Person, url: string, body: object): Promise<any> {
  const answer = await by.post(url, body);
  if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${answer.raw}`);
  return answer.body;
}

export async function partiesOf(program: TestProgram, matterId: string): Promise<Seated[]> {
  const { rows } = await sql<{ id: string; seat: string }>`
    select id, seat from hejie.party where matter_id = ${matterId} order by id`.execute(program.admin.db);
  return rows.map((row) => ({ ...row, secret: program.services.keys.partySecret(row.id, 1) }));
}

export async function addPaper(
  program: TestProgram,
  by: Person,
  { id, version }: Pick<MatterPresent, 'id' | 'version'>,
  fileName: string,
): Promise<MatterPresent> {
  const answer = await program.app.inject({
    method: 'POST',
    url: `/api/v1/matters/${id}/actions/add-paper`,
    headers: {
      host: 'localhost',
      authorization: `Bearer ${by.token}`,
      'hejie-posting': by.actor.postingId,
    },
    payload: paperForm(version, fileName),
  });
  if (answer.statusCode !== 200) throw new Error(`add-paper: ${answer.body}`);
  return answer.json();
}

export function paperForm(version: number, fileName: string): FormData {
  const form = new FormData();
  form.append('version', String(version));
  form.append('kind', 'evidence');
  form.append('files', new Blob([`${fileName} 的内容。`]), fileName);
  return form;
}

/** What the applicant tells the office alone, by the portal: words and a paper. */
export async function confide(
  program: TestProgram,
  parties: readonly Seated[],
  code: string,
  tag: string,
): Promise<void> {
  const applicant = parties.find(({ seat }) => seat === 'applicant');
  if (applicant === undefined) throw new Error('nobody to confide');
  const visitor = await enter(program, formatMatterCode(code), applicant.secret, '203.0.113.200');
  const hidden = await visitor.hidden('/p/follow/information');
  const answer = await visitor.upload(
    '/p/follow/information',
    { ...hidden, text: `密谈${tag} 只告诉办理单位。`, confidence: 'yes' },
    { [`密谈${tag}.txt`]: new Blob([`密谈${tag} 底线。`]) },
  );
  if (answer.statusCode !== 303) throw new Error(`confiding: ${answer.statusCode} ${answer.body}`);
}
