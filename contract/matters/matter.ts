import { type Static, Type } from 'typebox';
import {
  actions,
  dangers,
  linkReasons,
  matterRelations,
  outcomes,
  paperKinds,
  partyKinds,
  sealGrounds,
  seats,
  statuses,
} from '#domain/matters/vocabulary.ts';
import { toldBy } from '#domain/messages/vocabulary.ts';
import { RunningOpening } from '../access/outside-opening.ts';
import { LevelOrNone } from '../levels/level.ts';
import { MessageView } from '../messages/message.ts';
import { ClockView } from './clock.ts';
import { Day, Instant, Labelled, OneOf, UnitName, Uuid } from './parts.ts';
import { RoadmapView } from './roadmap.ts';

/** One thing this person may do next. The list is the server's; buttons show nothing else. */
export const AllowedAction = Type.Object({
  action: OneOf(actions),
  label: Type.String(),
  href: Type.String(),
});

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
  cameWith: Type.Optional(
    Type.String({ description: 'The code of the merged matter with which they came.' }),
  ),
  email: Type.Optional(Type.String()),
  toldBy: Type.Object({ code: OneOf(toldBy), label: Type.String() }),
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
  forSeats: Type.Array(OneOf(seats), { description: 'The seats that may read it, too.' }),
  isFromParty: Type.Boolean(),
  isInConfidence: Type.Boolean({ description: 'From a party, for the office alone.' }),
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
  changes: Type.Optional(
    Type.Array(Type.Object({ label: Type.String(), from: Type.String(), to: Type.String() }), {
      description: 'What a correction changed: the old value and the new one.',
    }),
  ),
});
export type EventView = Static<typeof EventView>;

export const PathStage = Type.Object({
  stage: Labelled,
  state: Type.Enum(['done', 'now', 'next']),
  on: Type.Optional(Day),
});

/** What one other office is asked to do (协办), with its own limit and its answer. */
export const TaskView = Type.Object({
  id: Uuid,
  unit: UnitName,
  askedBy: UnitName,
  status: Labelled,
  isOpen: Type.Boolean(),
  isOurs: Type.Boolean({ description: "The reader's own office is asked." }),
  askedAt: Instant,
  asked: Type.String({ description: 'What was asked.' }),
  dueOn: Day,
  remaining: Type.Integer({ description: 'Working days left; below zero when late.' }),
  isLate: Type.Boolean({ description: 'Or it was, when it ended.' }),
  clock: Type.Union([ClockView, Type.Null()]),
  endedAt: Type.Union([Instant, Type.Null()]),
  answer: Type.Union([Type.String(), Type.Null()], {
    description: 'What was answered, or why it was returned or waived.',
  }),
});
export type TaskView = Static<typeof TaskView>;

/** Another matter that this one came out of or went into; the id where its file may be opened. */
export const RelatedMatter = Type.Object({
  relation: OneOf(matterRelations),
  code: Type.String(),
  id: Type.Union([Uuid, Type.Null()]),
});
export type RelatedMatter = Static<typeof RelatedMatter>;

/** Another matter beside this one. Whoever takes no part in it learns its code and stage; of a sealed one, the code. */
export const LinkView = Type.Object({
  id: Type.Union([Uuid, Type.Null()], { description: 'Where its file may be opened.' }),
  code: Type.String(),
  linkReason: Type.Object({ code: OneOf(linkReasons), label: Type.String() }),
  status: Type.Union([Labelled, Type.Null()]),
  subject: Type.Union([Type.String(), Type.Null()]),
  lead: Type.Union([UnitName, Type.Null()]),
});
export type LinkView = Static<typeof LinkView>;

/** Sealed: why, and who may read it. */
export const SealView = Type.Object({
  ground: Type.Object({ code: OneOf(sealGrounds), label: Type.String() }),
  readers: Type.Array(Type.Object({ userId: Uuid, name: Type.String(), unit: UnitName })),
});
export type SealView = Static<typeof SealView>;

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
export const MatterPresent = Type.Object({
  ...presentFields,
  made: Type.Optional(
    Type.Object({ id: Uuid, code: Type.String() }, { description: 'The matter that a split made.' }),
  ),
});
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
  level: LevelOrNone,
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
  isReopeningAsked: Type.Boolean(),
  path: Type.Array(PathStage),
  roadmap: RoadmapView,
  parties: Type.Array(PartyView),
  papers: Type.Array(PaperView),
  messages: Type.Array(MessageView, {
    description: 'What parties were told by text message or mail, newest first.',
  }),
  tasks: Type.Array(TaskView, { description: 'Open ones first, due first.' }),
  related: Type.Array(RelatedMatter),
  suspension: Type.Union([Type.Object({ since: Day, resumeBy: Day, isLate: Type.Boolean() }), Type.Null()], {
    description: 'The office has suspended its work; every limit runs on.',
  }),
  seal: Type.Union([SealView, Type.Null()]),
  links: Type.Array(LinkView),
  happenedOn: Type.Union([Day, Type.Null()]),
  timeline: Type.Array(EventView, { description: 'Newest first.' }),
  opening: Type.Union([RunningOpening, Type.Null()], {
    description: 'Under which it is read by somebody outside their own work; null for whoever takes part.',
  }),
});
export type MatterView = Static<typeof MatterView>;
