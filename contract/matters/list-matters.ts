import { type Static, Type } from 'typebox';
import { dangers, statuses } from '#domain/matters/vocabulary.ts';
import { LevelOrNone } from '../levels/level.ts';
import { Day, Instant, Labelled, OneOf, UnitName, Uuid } from './parts.ts';

export const queues = ['mine', 'office', 'ended', 'sampled', 'reopening-asked'] as const;

export const ListMattersQuery = Type.Object({
  queue: Type.Optional(
    OneOf(
      queues,
      'mine: what waits for me; office: all that my office holds or leads; ended; sampled: drawn for review; reopening-asked: ended, and a party wants it taken up again.',
    ),
  ),
  status: Type.Optional(Type.Array(OneOf(statuses), { maxItems: statuses.length })),
  kind: Type.Optional(Type.Array(Type.String({ maxLength: 8 }), { maxItems: 30 })),
  due: Type.Optional(Type.Enum(['late', 'today', 'week'])),
  code: Type.Optional(
    Type.String({
      maxLength: 20,
      description: 'A whole code, as printed: that matter, open or ended, whatever the queue.',
    }),
  ),
  after: Type.Optional(Type.String({ maxLength: 200, description: 'The `next` of the page before.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});
export type ListMattersQuery = Static<typeof ListMattersQuery>;

export const MatterRow = Type.Object({
  id: Uuid,
  code: Type.String(),
  version: Type.Integer(),
  subject: Type.String(),
  kind: Labelled,
  region: Labelled,
  status: OneOf(statuses),
  statusLabel: Type.String(),
  holder: UnitName,
  handlerName: Type.Union([Type.String(), Type.Null()]),
  dueOn: Type.Union([Day, Type.Null()]),
  remaining: Type.Union([Type.Integer(), Type.Null()]),
  isLate: Type.Boolean(),
  reason: Type.String({ description: 'Why it stands where it stands.' }),
  returns: Type.Integer(),
  isSuspended: Type.Boolean(),
  isSealed: Type.Boolean(),
  level: LevelOrNone,
  danger: Type.Union([Type.Object({ code: OneOf(dangers), label: Type.String() }), Type.Null()]),
  partyCount: Type.Integer(),
  registeredAt: Instant,
  endedAt: Type.Union([Instant, Type.Null()]),
  isAssisting: Type.Boolean({ description: 'The office is asked to assist: the limit is that of its task.' }),
});
export type MatterRow = Static<typeof MatterRow>;

export const DayCount = Type.Object({ dueOn: Type.Union([Day, Type.Null()]), count: Type.Integer() });

export const ListMattersAnswer = Type.Object({
  matters: Type.Array(MatterRow),
  next: Type.Union([Type.String(), Type.Null()]),
  isSealed: Type.Optional(
    Type.Boolean({
      description: 'Asked by code: there is such a matter, sealed for readers among whom you are not.',
    }),
  ),
  total: Type.Integer({ description: 'How many there are, counted up to 1,000.' }),
  days: Type.Array(DayCount, {
    description: 'How many fall due on each day, for the headings; first page only.',
  }),
});
export type ListMattersAnswer = Static<typeof ListMattersAnswer>;
