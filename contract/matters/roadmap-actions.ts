import { Type } from 'typebox';
import { remedies, seats } from '#domain/matters/vocabulary.ts';
import { requirements } from '#domain/roadmap/procedures/procedure.ts';
import { body, text } from './action-body.ts';
import { Day, OneOf, Words } from './parts.ts';

const ProcedureKey = Type.String({
  pattern: '^[a-z][a-z-]{1,59}$',
  description: 'A procedure of the city, such as people-mediation.',
});
const OnDay = Type.Optional(
  Type.Union([Day], { description: 'The day on which it happened; today unless said.' }),
);
const Reference = Type.Optional(Words(60, 'The number under which the other body has it.'));

const ClockCode = Type.String({
  pattern: '^[a-z][a-z-]{1,59}/[a-z][a-z-]{1,59}$',
  description: 'A running limit of a procedure, by its code.',
});

/** The bodies of the steps on the legal roadmap. */
export const roadmapBodies = {
  'choose-procedure': body(
    {
      procedure: ProcedureKey,
      isRefused: Type.Boolean({ description: 'A party does not want this voluntary way.' }),
      seats: Type.Array(OneOf(seats), {
        minItems: 1,
        maxItems: seats.length,
        uniqueItems: true,
        description: 'Who said so.',
      }),
      remedies: Type.Optional(
        Type.Array(OneOf(remedies), {
          uniqueItems: true,
          maxItems: remedies.length,
          description: 'Refused: the other lawful ways that were told (人民调解法 26).',
        }),
      ),
      text: Type.Optional(text('In their words.')),
    },
    { procedure: 'people-mediation', isRefused: false, seats: ['applicant', 'respondent'] },
  ),
  'start-procedure': body(
    {
      procedure: ProcedureKey,
      on: OnDay,
      confirmed: Type.Optional(
        Type.Array(OneOf(requirements), {
          uniqueItems: true,
          maxItems: requirements.length,
          description: 'What whoever begins it states to be so.',
        }),
      ),
      body: Type.Optional(Words(100, 'Which court, commission or committee has it.')),
      reference: Reference,
      text: Type.Optional(text('For the file.')),
    },
    { procedure: 'people-mediation', confirmed: ['both-agree', 'no-suit-pending'] },
  ),
  'note-procedure': body(
    {
      event: Type.String({
        pattern: '^[a-z][a-z-]{1,59}$',
        description: 'One of the things that happen in it.',
      }),
      on: OnDay,
      reference: Reference,
      text: Type.Optional(text('For the file.')),
    },
    { event: 'routed' },
  ),
  'end-procedure': body(
    {
      outcome: Type.String({ pattern: '^[a-z][a-z-]{1,59}$', description: 'One of its outcomes.' }),
      on: OnDay,
      reference: Reference,
      text: text('What was agreed or decided, or why not.'),
    },
    { outcome: 'agreed', text: '物业公司十日内修好屋面，业主于修好后补交物业费。' },
  ),
  'ask-clock-change': body(
    {
      clock: ClockCode,
      change: OneOf(['extension', 'pause'] as const),
      days: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 366, description: "extension: in the unit of the law's own." }),
      ),
      ground: Type.Optional(
        Type.String({
          pattern: '^[a-z][a-z-]{1,59}$',
          description: 'pause: a ground that the procedure names.',
        }),
      ),
      from: Type.Optional(
        Type.Union([Day], { description: 'pause: the first day on which it stands; today.' }),
      ),
      until: Type.Optional(Type.Union([Day], { description: 'pause: the day on which it runs again.' })),
      reason: text('Why; the party is told.'),
    },
    {
      clock: 'petition-handling/decide',
      change: 'extension',
      days: 30,
      reason: '涉及多个单位，需要补充鉴定，情况复杂。',
    },
  ),
  'decide-clock-change': body(
    {
      clock: ClockCode,
      isApproved: Type.Boolean(),
      reason: text('Why; the party is told.'),
    },
    {
      clock: 'petition-handling/decide',
      isApproved: true,
      reason: '情况属实，同意延长三十日。',
    },
  ),
  'end-pause': body(
    { clock: ClockCode, note: Type.Optional(text('What has come.')) },
    { clock: 'petition-handling/decide', note: '鉴定意见已收到。' },
  ),
} as const;
