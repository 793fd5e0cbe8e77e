import { type Static, type TSchema, Type } from 'typebox';
import {
  type Action,
  callBackResults,
  outcomes,
  type PaperKind,
  remedies,
  stepKinds,
} from '#domain/matters/vocabulary.ts';
import { Instant, OneOf, Uuid, Version, Words } from './parts.ts';
import { SafetyBody } from './register-matter.ts';

const text = (description: string) => Words(4000, description);
const RemediesTold = Type.Array(OneOf(remedies), {
  uniqueItems: true,
  maxItems: remedies.length,
  description: 'The lawful ways that were told (人民调解法 26).',
});

function body<T extends Record<string, TSchema>>(fields: T, example: Record<string, unknown>) {
  return Type.Object(
    { version: Version, ...fields },
    { additionalProperties: false, examples: [{ version: 1, ...example }] },
  );
}

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
    { unitId: Uuid, note: Type.Optional(text('For the receiving office.')) },
    { unitId: '00000000-0000-7000-8000-000000000000' },
  ),
  'accept-hand-over': body({ note: Type.Optional(text('For the file.')) }, {}),
  'return-hand-over': body(
    { reason: text('Why it does not belong here, and where it does.') },
    { reason: '该事项属住建部门职责，建议转住房城乡建设局。' },
  ),
  decide: body(
    { unitId: Uuid, reason: text('Why this office.') },
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
      outcome: OneOf(outcomes),
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
  'ask-upper-call-back': body({ note: Type.Optional(text('For the upper centre.')) }, {}),
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
} as const satisfies Record<JsonAction, TSchema>;

/** The actions whose body is JSON; papers arrive as a form with files. */
export type JsonAction = Exclude<Action, 'add-paper'>;

export type ActionBody<A extends Action> = A extends JsonAction
  ? Static<(typeof actionBodies)[A]>
  : { version: number; kind: PaperKind; digests: string[] };
