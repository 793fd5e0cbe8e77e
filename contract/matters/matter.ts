import { type Static, Type } from 'typebox';
import {
  actions,
  dangers,
  outcomes,
  paperKinds,
  partyKinds,
  seats,
  statuses,
} from '#domain/matters/vocabulary.ts';
import { Day, Instant, Labelled, OneOf, UnitName, Uuid } from './parts.ts';

/** One thing this person may do next. The list is the server's; buttons show nothing else. */
export const AllowedAction = Type.Object({
  action: OneOf(actions),
  label: Type.String(),
  href: Type.String(),
});

export const ClockView = Type.Object({
  id: Uuid,
  step: Labelled,
  startedOn: Day,
  limit: Type.Object({ count: Type.Integer(), unit: Type.Enum(['working-day', 'natural-day']) }),
  dueOn: Day,
  endedOn: Type.Union([Day, Type.Null()]),
  used: Type.Integer({ description: 'In the unit of the limit.' }),
  remaining: Type.Integer({ description: 'In the unit of the limit; below zero when late.' }),
  isLate: Type.Boolean(),
  isProvisional: Type.Boolean({ description: 'It reaches into a year whose calendar is not yet published.' }),
  source: Type.String(),
  explanation: Type.Array(Type.String(), { description: 'How the day was counted, step by step.' }),
});
export type ClockView = Static<typeof ClockView>;

export const PartyView = Type.Object({
  id: Uuid,
  seat: OneOf(seats),
  seatLabel: Type.String(),
  kind: OneOf(partyKinds),
  name: Type.String(),
  phone: Type.Optional(Type.String()),
  number: Type.Optional(Type.String({ description: 'Resident ID or credit code, shortened.' })),
  address: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
});
export type PartyView = Static<typeof PartyView>;

export const PaperView = Type.Object({
  id: Uuid,
  kind: OneOf(paperKinds),
  kindLabel: Type.String(),
  name: Type.String(),
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
  addedAt: Instant,
  addedBy: Type.String(),
  href: Type.String(),
});
export type PaperView = Static<typeof PaperView>;

export const EventView = Type.Object({
  version: Type.Integer(),
  type: Type.String(),
  title: Type.String({ description: 'What happened, in a sentence.' }),
  occurredAt: Instant,
  recordedAt: Instant,
  actor: Type.String(),
  unit: Type.String(),
  text: Type.Optional(Type.String({ description: 'The words that were written.' })),
  facts: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
});
export type EventView = Static<typeof EventView>;

export const PathStage = Type.Object({
  stage: Labelled,
  state: Type.Enum(['done', 'now', 'next']),
  on: Type.Optional(Day),
});

/** What every answer about a matter holds, also that of an action. */
const presentFields = {
  id: Uuid,
  code: Type.String(),
  version: Type.Integer(),
  status: OneOf(statuses),
  statusLabel: Type.String(),
  allowedActions: Type.Array(AllowedAction),
  clocks: Type.Array(ClockView, { description: 'Those that run; a whole matter has the ended ones too.' }),
  lead: UnitName,
  holder: UnitName,
  dueOn: Type.Union([Day, Type.Null()]),
};

/** The answer of an action. After a hand-over the doer may see no more than code and stage. */
export const MatterPresent = Type.Object(presentFields);
export type MatterPresent = Static<typeof MatterPresent>;

export const MatterView = Type.Object({
  ...presentFields,
  kind: Labelled,
  channel: Labelled,
  region: Labelled,
  subject: Type.String(),
  story: Type.String(),
  request: Type.String(),
  needs: Type.Array(Labelled),
  danger: Type.Union([Type.Object({ code: OneOf(dangers), label: Type.String() }), Type.Null()]),
  outcome: Type.Union([Type.Object({ code: OneOf(outcomes), label: Type.String() }), Type.Null()]),
  handling: Type.Union([UnitName, Type.Null()]),
  handler: Type.Union([Type.Object({ userId: Uuid, name: Type.String() }), Type.Null()]),
  returns: Type.Integer(),
  reopenings: Type.Integer(),
  registeredAt: Instant,
  endedAt: Type.Union([Instant, Type.Null()]),
  isHistory: Type.Boolean(),
  isSampled: Type.Boolean(),
  path: Type.Array(PathStage),
  parties: Type.Array(PartyView),
  papers: Type.Array(PaperView),
  timeline: Type.Array(EventView, { description: 'Newest first.' }),
});
export type MatterView = Static<typeof MatterView>;
