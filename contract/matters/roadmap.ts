import { type Static, Type } from 'typebox';
import { limitUnits } from '#domain/roadmap/counting.ts';
import { proposalReasons } from '#domain/roadmap/procedures/proposals.ts';
import { ClockView } from './clock.ts';
import { Day, Labelled, OneOf, Uuid } from './parts.ts';

const procedureFields = {
  procedure: Labelled,
  what: Type.String({ description: 'In a sentence, for the person whose matter it is.' }),
  body: Type.String({ description: 'Who runs it.' }),
  source: Type.String(),
  isVerified: Type.Boolean({ description: "False: not read in the law's own text; shown so." }),
  isOutside: Type.Boolean(),
};

/** A procedure that the matter went through or is in. */
export const RoadmapRun = Type.Object({
  id: Type.Union([Uuid, Type.Null()], { description: "Null for the office's own steps." }),
  ...procedureFields,
  startedOn: Type.Union([Day, Type.Null()]),
  endedOn: Type.Union([Day, Type.Null()]),
  outcome: Type.Union([Labelled, Type.Null()]),
  usedDays: Type.Integer({ description: 'Natural days since it began, or from its beginning to its end.' }),
  reference: Type.Union([Type.String(), Type.Null()]),
  heldAt: Type.Union([Type.String(), Type.Null()], { description: 'Which court, commission or committee.' }),
  noted: Type.Array(Type.Object({ event: Labelled, on: Day })),
  clocks: Type.Array(ClockView),
  events: Type.Array(Labelled, { description: 'What may still be noted of it.' }),
  outcomes: Type.Array(Type.Intersect([Labelled, Type.Object({ next: Type.Array(Labelled) })]), {
    description: 'How it may end, and what may follow.',
  }),
});
export type RoadmapRun = Static<typeof RoadmapRun>;

/** A lawful procedure that may begin, and why it is proposed. */
export const RoadmapProposal = Type.Object({
  ...procedureFields,
  reason: Type.Object({ code: OneOf(proposalReasons), label: Type.String() }),
  isChosen: Type.Boolean(),
  isVoluntary: Type.Boolean(),
  refusal: Type.Union([Type.String(), Type.Null()], {
    description: 'A party does not want it: the sentence that says so.',
  }),
  startedBy: Type.String(),
  requires: Type.Array(Labelled),
  limit: Type.Union(
    [Type.Object({ count: Type.Integer(), unit: OneOf(limitUnits), text: Type.String() }), Type.Null()],
    { description: 'Of its main clock.' },
  ),
});
export type RoadmapProposal = Static<typeof RoadmapProposal>;

/** Where a matter stands on the legal roadmap: what is behind it, the one main procedure, what may follow. */
export const RoadmapView = Type.Object({
  past: Type.Array(RoadmapRun),
  now: Type.Union([RoadmapRun, Type.Null()], { description: 'Null once the matter has ended.' }),
  windows: Type.Array(ClockView, {
    description: "The parties' own windows: what they may do, and until when.",
  }),
  next: Type.Array(RoadmapProposal),
});
export type RoadmapView = Static<typeof RoadmapView>;
