import { sql } from 'kysely';
import type { MatterPresent } from '#contract/matters/matter.ts';
import type { ParticipationPart } from '#domain/access/vocabulary.ts';
import { statuses } from '#domain/matters/vocabulary.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import type { Person } from '#server/testing/people.ts';
import type { TestProgram } from '#server/testing/test-program.ts';
import { addPaper, confide, ok, partiesOf, type Seated } from './matter-steps.fixture.ts';
import { places } from './places.fixture.ts';

/** One for each status, and those that stand otherwise. */
export const matterNames = [
  ...statuses,
  'sealed',
  'assisted',
  'passed-on',
  'confided',
  'handed-on',
  'suspended',
  'elsewhere',
] as const;
export type MatterName = (typeof matterNames)[number];

/** A matter as the proof knows it, from how it was made and not from what the program says of it. */
export type KnownMatter = {
  readonly name: MatterName;
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly status: string;
  /** Where it happened, by which it is overseen. */
  readonly region: string;
  /** A word that stands in each of its texts and names, and nowhere else. */
  readonly tag: string;
  /** The applicant's, the respondent's and the representative's. */
  readonly phones: readonly string[];
  readonly parties: readonly Seated[];
  readonly paperIds: readonly string[];
  readonly messageIds: readonly string[];
  /** By the unit's code. */
  readonly parts: Readonly<Record<string, readonly ParticipationPart[]>>;
  /** Names of observers; null where it is not sealed. */
  readonly readers: readonly string[] | null;
};

export type Workers = Readonly<
  Record<
    | 'clerk'
    | 'dispatcher'
    | 'handler'
    | 'assistant'
    | 'predecessor'
    | 'upper'
    | 'originClerk'
    | 'originDispatcher'
    | 'stranger',
    Person
  >
>;

const unit = (code: string): string => unitIdOf('1502', code);
const { lead, holder, assisting, origin, sibling, upper, unrelated } = places;
/** Where it comes from and who registers it, of those that do not begin at the leading centre. */
const begunElsewhere: Partial<Record<MatterName, { region: string; by: keyof Workers }>> = {
  'passed-on': { region: '150203001', by: 'originClerk' },
  elsewhere: { region: '150205001', by: 'stranger' },
};
const leak = '小区顶楼漏水半年，物业一直没有修。';
/** Two that are alike, at centres that have nothing to do with one another. */
const flowerpot = '阳台花盆坠落砸坏楼下车棚，双方为赔偿数额争执。';

/** Makes them all by the real use cases, each to where it is to stand. */
export async function makeMatters(program: TestProgram, by: Workers): Promise<KnownMatter[]> {
  const made: KnownMatter[] = [];
  for (const [index, name] of matterNames.entries()) made.push(await makeMatter(program, by, name, index));
  return made;
}

async function makeMatter(
  program: TestProgram,
  by: Workers,
  name: MatterName,
  index: number,
): Promise<KnownMatter> {
  const number = String(index).padStart(2, '0');
  const tag = `qzv${number}`;
  const phones = [1, 2, 3].map((seat) => `1390${number}0${seat}777`);
  const begun = begunElsewhere[name];
  const region = begun?.region ?? '150204001';
  const story = name === 'accepted' || name === 'elsewhere' ? flowerpot : leak;
  const registered = await ok(by[begun?.by ?? 'clerk'], 'matters', {
    channel: 'window',
    kind: '15',
    regionCode: region,
    subject: `${tag} 请求处理`,
    story: `${tag} ${story}`,
    request: `${tag} 尽快解决。`,
    parties: [
      { seat: 'applicant', kind: 'person', name: `王${tag}`, phone: phones[0], toldBy: 'sms' },
      { seat: 'respondent', kind: 'person', name: `李${tag}`, phone: phones[1] },
      { seat: 'representative', kind: 'person', name: `赵${tag}`, phone: phones[2] },
    ],
  });
  let matter = registered.matter as MatterPresent;
  const parties = await partiesOf(program, matter.id);
  const act = async (person: Person, action: string, fields: object = {}): Promise<void> => {
    matter = await ok(person, `matters/${matter.id}/actions/${action}`, {
      version: matter.version,
      ...fields,
    });
  };
  const paper = (person: Person) => addPaper(program, person, matter, `${tag}-照片.txt`);
  if (begun === undefined) {
    await act(by.clerk, 'log-step', { kind: 'note', text: `内部${tag} 电话记录。` });
    await act(by.clerk, 'write-to-parties', { seats: ['applicant'], text: `函告${tag} 请补充材料。` });
    matter = await paper(by.clerk);
  }
  const to = {
    accepted: () => act(by.dispatcher, 'accept'),
    offered: async () => {
      await to.accepted();
      await act(by.dispatcher, 'route', { unitId: unit(holder) });
    },
    handling: async () => {
      await to.offered();
      await act(by.handler, 'accept-hand-over');
    },
    resolved: async () => {
      await to.handling();
      await act(by.handler, 'record-outcome', { outcome: 'settled', text: `${tag} 十日内修好。` });
    },
    answered: async () => {
      await to.resolved();
      await act(by.handler, 'answer', { text: `${tag} 已商定。`, by: 'phone' });
    },
    calledBack: async () => {
      await to.answered();
      await act(by.clerk, 'call-back', { result: 'satisfied', text: `${tag} 满意。` });
    },
  };
  const atHolder = { [lead]: ['lead'], [holder]: ['holder'] } as const;
  const back = { [lead]: ['lead', 'holder'], [holder]: ['assisting'] } as const;
  let parts: KnownMatter['parts'] = { [lead]: ['lead', 'holder'] };
  let readers: readonly string[] | null = null;
  switch (name) {
    case 'registered':
      break;
    case 'accepted':
      await to.accepted();
      break;
    case 'offered':
      await to.offered();
      parts = atHolder;
      break;
    case 'disputed':
      await to.offered();
      await act(by.handler, 'return-hand-over', { reason: `${tag} 不属本单位。` });
      await act(by.dispatcher, 'route', { unitId: unit(holder) });
      await act(by.handler, 'return-hand-over', { reason: `${tag} 仍不属本单位。` });
      parts = { [lead]: ['lead'], [upper]: ['holder'] };
      break;
    case 'handling':
      await to.handling();
      parts = atHolder;
      break;
    case 'resolved':
      await to.resolved();
      parts = atHolder;
      break;
    case 'answered':
      await to.answered();
      parts = back;
      break;
    case 'called-back':
      await to.calledBack();
      parts = back;
      break;
    case 'closed':
      await to.calledBack();
      await act(by.dispatcher, 'close');
      parts = back;
      break;
    case 'declined':
      await act(by.dispatcher, 'decline', { reason: `${tag} 法院已立案。`, remedies: ['litigation'] });
      break;
    case 'sealed':
      await to.handling();
      await act(by.dispatcher, 'seal', {
        ground: 'child-involved',
        reason: `${tag} 涉及未成年人。`,
        readerUserIds: [by.handler.actor.userId, by.dispatcher.actor.userId],
      });
      parts = atHolder;
      readers = [`handler@${holder}`, `dispatcher@${lead}`];
      break;
    case 'assisted':
      await to.handling();
      await act(by.handler, 'ask-assistance', { unitId: unit(assisting), text: `${tag} 请核实用工。` });
      parts = { ...atHolder, [assisting]: ['assisting'] };
      break;
    case 'passed-on':
      await act(by.originDispatcher, 'accept');
      await act(by.originDispatcher, 'route', { unitId: unit(lead) });
      await act(by.dispatcher, 'accept-hand-over');
      parts = { [origin]: ['origin'], [lead]: ['lead', 'holder'] };
      break;
    case 'confided':
      await to.handling();
      await confide(program, parties, matter.code, tag);
      parts = atHolder;
      break;
    case 'handed-on':
      await to.accepted();
      await act(by.dispatcher, 'route', { unitId: unit(sibling) });
      await act(by.predecessor, 'accept-hand-over');
      await act(by.predecessor, 'transfer', { unitId: unit(holder), reason: `${tag} 转住建。` });
      await act(by.handler, 'accept-hand-over');
      parts = atHolder;
      break;
    case 'elsewhere':
      parts = { [unrelated]: ['lead', 'holder'] };
      break;
    case 'suspended':
      await to.handling();
      await act(by.handler, 'suspend', { reason: `${tag} 等鉴定。`, resumeBy: '2026-03-20' });
      parts = atHolder;
      break;
  }
  const { rows } = await sql<{ version: number; status: string; paperIds: string[]; messageIds: string[] }>`
    select version, status,
      array(select id from hejie.paper p where p.matter_id = m.id order by id) as "paperIds",
      array(select id from hejie.message g where g.matter_id = m.id order by id) as "messageIds"
    from hejie.matter m where id = ${matter.id}`.execute(program.admin.db);
  const [row] = rows;
  if (row === undefined) throw new Error(`${name} is not there`);
  return { name, id: matter.id, code: matter.code, region, tag, phones, parties, parts, readers, ...row };
}
