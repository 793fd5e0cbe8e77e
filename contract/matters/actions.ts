import { type Static, type TSchema, Type } from 'typebox';
import {
  type Action,
  callBackResults,
  type IdentityCheck,
  identityChecks,
  linkReasons,
  needs,
  type PaperKind,
  recordedOutcomes,
  remedies,
  type Seat,
  sealGrounds,
  seats,
  stepKinds,
} from '#domain/matters/vocabulary.ts';
import { toldBy } from '#domain/messages/vocabulary.ts';
import { body, text } from './action-body.ts';
import { Day, Instant, OneOf, Uuid, Version, Words } from './parts.ts';
import { PartyBody, SafetyBody } from './register-matter.ts';
import { roadmapBodies } from './roadmap-actions.ts';

const RemediesTold = Type.Array(OneOf(remedies), {
  uniqueItems: true,
  maxItems: remedies.length,
  description: 'The lawful ways that were told (人民调解法 26).',
});

/** Of a sealed matter: who may read it where it goes. */
export const Readers = Type.Optional(
  Type.Array(Uuid, {
    maxItems: 50,
    uniqueItems: true,
    description: 'Of a sealed matter: who may read it at the office where it goes.',
  }),
);

/** What was wrong of a party that is on record; the number is checked like at the counter. */
const CorrectedParty = Type.Object(
  {
    id: Uuid,
    kind: Type.Optional(OneOf(['person', 'organisation'] as const)),
    name: Type.Optional(Words(60)),
    phone: Type.Optional(Type.Union([Type.String({ minLength: 3, maxLength: 30 }), Type.Null()])),
    residentId: Type.Optional(Type.Union([Type.String({ minLength: 15, maxLength: 24 }), Type.Null()])),
    creditCode: Type.Optional(Type.Union([Type.String({ minLength: 15, maxLength: 24 }), Type.Null()])),
    address: Type.Optional(Type.Union([Words(200), Type.Null()])),
    note: Type.Optional(Type.Union([Words(200), Type.Null()])),
    email: Type.Optional(Type.Union([Type.String({ minLength: 3, maxLength: 254 }), Type.Null()])),
    toldBy: Type.Optional(OneOf(toldBy, 'How they want to be told from now on.')),
  },
  { additionalProperties: false },
);

/** One body for each action; `version` is always the one that was seen. */
export const actionBodies = {
  accept: body({ note: Type.Optional(text('For the file.')) }, {}),
  decline: body(
    {
      reason: text('Why, for the person.'),
      remedies: Type.Array(OneOf(remedies), { minItems: 1, uniqueItems: true, maxItems: remedies.length }),
    },
    { reason: '该争议已由人民法院立案审理，依法不再受理。', remedies: ['litigation'] },
  ),
  withdraw: body(
    { reason: text('What the applicant said.') },
    { reason: '双方已自行和解，申请人到窗口撤回。' },
  ),
  route: body(
    { unitId: Uuid, note: Type.Optional(text('For the receiving office.')), readerUserIds: Readers },
    { unitId: '00000000-0000-7000-8000-000000000000' },
  ),
  'accept-hand-over': body({ note: Type.Optional(text('For the file.')) }, {}),
  'return-hand-over': body(
    { reason: text('Why it does not belong here, and where it does.'), readerUserIds: Readers },
    { reason: '该事项属住建部门职责，建议转住房城乡建设局。' },
  ),
  decide: body(
    { unitId: Uuid, reason: text('Why this office.'), readerUserIds: Readers },
    { unitId: '00000000-0000-7000-8000-000000000000', reason: '依职责分工由该部门办理。' },
  ),
  assign: body({ handlerUserId: Uuid }, { handlerUserId: '00000000-0000-7000-8000-000000000000' }),
  'log-step': body(
    { kind: OneOf(stepKinds), text: text('What was done and said.'), occurredAt: Type.Optional(Instant) },
    { kind: 'phone', text: '电话联系申请人，约定周五上午到现场查看。' },
  ),
  'review-safety': body(
    { safety: Type.Union([SafetyBody, Type.Null()]), reason: text('Why it stays, changes or ends.') },
    { safety: null, reason: '双方已分开居住，危险已经消除。' },
  ),
  'record-outcome': body(
    {
      outcome: OneOf(recordedOutcomes),
      text: text('What was agreed, or why not.'),
      remedies: Type.Optional(RemediesTold),
      destination: Type.Optional(Words(100, 'referred-out: where to.')),
      reference: Type.Optional(Words(60, "referred-out: the destination's reference.")),
    },
    { outcome: 'settled', text: '物业公司十日内修好屋面，业主于修好后补交物业费。' },
  ),
  answer: body(
    {
      text: text('What the applicant is told.'),
      by: OneOf(['in-person', 'phone', 'letter', 'message'] as const),
    },
    { text: '您反映的漏水问题，物业公司承诺十日内修好。', by: 'phone' },
  ),
  'call-back': body(
    {
      result: OneOf(callBackResults),
      text: Type.Optional(text('What the applicant said.')),
      rating: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    },
    { result: 'satisfied', rating: 5, text: '已修好，满意。' },
  ),
  'ask-upper-call-back': body(
    { note: Type.Optional(text('For the upper centre.')), readerUserIds: Readers },
    {},
  ),
  close: body({ note: Type.Optional(text('For the file.')) }, {}),
  'close-not-reached': body({ note: Type.Optional(text('For the file.')) }, {}),
  'review-closing': body(
    { isConfirmed: Type.Boolean(), text: text('What the look at the file found.') },
    { isConfirmed: true, text: '三次联系记录属实。' },
  ),
  reopen: body(
    { reason: text('What is new or was not kept.') },
    { reason: '申请人反映约定的维修没有履行。' },
  ),
  'decline-reopening': body(
    { reason: text('Why not, for the person who asked.') },
    { reason: '约定的维修已经完成，现场查看没有新的漏水；如仍有异议，可以向人民法院起诉。' },
  ),
  'write-to-parties': body(
    {
      seats: Type.Optional(
        Type.Array(OneOf(seats), {
          maxItems: seats.length,
          uniqueItems: true,
          description: 'Everybody at these seats.',
        }),
      ),
      partyIds: Type.Optional(
        Type.Array(Uuid, { maxItems: 50, uniqueItems: true, description: 'These parties alone.' }),
      ),
      text: text('What they read in their own view of the matter; nobody else does.'),
    },
    { seats: ['applicant'], text: '请于周五上午九点带上维修合同到中心，大约需要一个小时。' },
  ),
  'ask-assistance': body(
    {
      unitId: Uuid,
      readerUserIds: Readers,
      text: text('What is asked of the office.'),
      days: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: 60,
          description: "Working days; the city's own limit unless said.",
        }),
      ),
    },
    { unitId: '00000000-0000-7000-8000-000000000000', text: '请核实用工备案和工资支付记录，函告结果。' },
  ),
  'answer-task': body(
    { text: text('What the assisting office found or did.') },
    { text: '经核实，该公司已按月备案，二月、三月工资未支付。' },
  ),
  'return-task': body(
    { reason: text('Why it is not for this office.') },
    { reason: '该用人单位不在本局管辖范围。' },
  ),
  'waive-task': body(
    { unitId: Uuid, reason: text('Why its answer is not waited for.') },
    {
      unitId: '00000000-0000-7000-8000-000000000000',
      reason: '双方已就事实达成一致，不再需要核实。',
    },
  ),
  merge: body(
    {
      intoId: Uuid,
      intoVersion: Version,
      seats: Type.Optional(
        Type.Array(Type.Object({ partyId: Uuid, seat: OneOf(seats) }, { additionalProperties: false }), {
          maxItems: 50,
          description: 'Parties who sit at another seat there; the others keep theirs.',
        }),
      ),
      reason: text('Why it is the same dispute.'),
    },
    {
      intoId: '00000000-0000-7000-8000-000000000000',
      intoVersion: 1,
      reason: '同一处漏水引起的同一争议，双方当事人相同。',
    },
  ),
  split: body(
    {
      kind: Words(8, "A kind of the city's list."),
      subject: Words(60),
      story: Words(10000, 'The part that goes on by itself; kept in clear like every story.'),
      request: Type.Optional(Words(2000, 'What is asked for in it.')),
      partyIds: Type.Array(Uuid, { minItems: 1, maxItems: 50, uniqueItems: true }),
      paperIds: Type.Optional(
        Type.Array(Uuid, { maxItems: 50, uniqueItems: true, description: 'Papers that it needs, too.' }),
      ),
      reason: text('Why it is another dispute.'),
    },
    {
      kind: '15',
      subject: '停车位收费',
      story: '地下车位的管理费收取标准没有公示，与屋面漏水是两件事。',
      partyIds: ['00000000-0000-7000-8000-000000000000'],
      reason: '收费争议与维修争议的责任单位不同，分开办理。',
    },
  ),
  suspend: body(
    { reason: text('Why the office cannot go on for now.'), resumeBy: Day },
    { reason: '房屋安全鉴定机构正在出具鉴定意见，暂无法继续调解。', resumeBy: '2027-01-15' },
  ),
  resume: body({ note: Type.Optional(text('For the file.')) }, {}),
  transfer: body(
    { unitId: Uuid, reason: text('Why it goes on there.'), readerUserIds: Readers },
    { unitId: '00000000-0000-7000-8000-000000000000', reason: '查明争议主要是工资，转人社部门继续办理。' },
  ),
  escalate: body(
    { reason: text('Why the upper centre is needed.'), readerUserIds: Readers },
    { reason: '涉及两个旗县区，需要市级中心统筹。' },
  ),
  correct: body(
    {
      reason: text('How the mistake was found.'),
      kind: Type.Optional(Words(8, "A kind of the city's list.")),
      regionCode: Type.Optional(Type.String({ pattern: '^[0-9]{4,9}$' })),
      subject: Type.Optional(Words(60)),
      story: Type.Optional(Words(10000)),
      request: Type.Optional(Type.String({ maxLength: 2000 })),
      needs: Type.Optional(Type.Array(OneOf(needs), { uniqueItems: true, maxItems: needs.length })),
      happenedOn: Type.Optional(Type.Union([Day, Type.Null()])),
      parties: Type.Optional(
        Type.Array(CorrectedParty, {
          maxItems: 50,
          description:
            'Those with a mistake in them, each with the fields that were wrong; null removes one.',
        }),
      ),
      addedParties: Type.Optional(
        Type.Array(PartyBody, { maxItems: 50, description: 'Parties left out at the counter.' }),
      ),
    },
    { kind: '03', subject: '屋面漏水维修', reason: '申请人核对回执时指出。' },
  ),
  link: body(
    {
      code: Type.String({ minLength: 8, maxLength: 20, description: 'The code of the other one.' }),
      linkReason: OneOf(linkReasons),
    },
    { code: '202600000000', linkReason: 'same-event' },
  ),
  unlink: body(
    { otherId: Uuid, reason: text('Why they do not belong together.') },
    { otherId: '00000000-0000-7000-8000-000000000000', reason: '核对后不是同一事件。' },
  ),
  seal: body(
    {
      ground: OneOf(sealGrounds),
      reason: text('Why only named readers.'),
      readerUserIds: Type.Array(Uuid, {
        minItems: 1,
        maxItems: 50,
        uniqueItems: true,
        description: 'Colleagues at the offices that take part; whoever seals is one of them by themself.',
      }),
    },
    {
      ground: 'child-involved',
      reason: '涉及未成年人，知悉范围应当限于办理人员。',
      readerUserIds: ['00000000-0000-7000-8000-000000000000'],
    },
  ),
  unseal: body({ reason: text('Why it may be read again.') }, { reason: '涉及未成年人的部分已另行处理。' }),
  ...roadmapBodies,
} as const satisfies Record<JsonAction, TSchema>;

/** Handing a party their secret at the counter: they are here, and showed who they are. */
export const ReIssueSecretBody = body(
  { partyId: Uuid, checkedBy: OneOf(identityChecks, 'How they showed who they are.') },
  { partyId: '00000000-0000-7000-8000-000000000000', checkedBy: 'id-card' },
);

/** The actions that take JSON and answer with the matter; papers arrive as a form, and a secret comes with its slip. */
export type JsonAction = Exclude<Action, 'add-paper' | 're-issue-secret'>;

export type ActionBody<A extends Action> = A extends JsonAction
  ? Static<(typeof actionBodies)[A]>
  : A extends 're-issue-secret'
    ? { version: number; partyId: string; checkedBy: IdentityCheck }
    : { version: number; kind: PaperKind; forSeats: readonly Seat[]; digests: string[] };
