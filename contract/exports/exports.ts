import { type Static, Type } from 'typebox';
import {
  exportContents,
  exportDecisions,
  exportFormats,
  exportStatuses,
  tableContents,
  tableFormats,
} from '#domain/exports/vocabulary.ts';
import { statuses } from '#domain/matters/vocabulary.ts';
import { queues } from '../matters/list-matters.ts';
import { Instant, Labelled, OneOf, UnitName, Uuid, Version, Words } from '../matters/parts.ts';

const Why = Words(400, 'What it is for. Needed where it tells what people said, or who they are.');

/** The same filters as those of the queue; closed words only. */
export const ExportFilter = Type.Object(
  {
    queue: Type.Enum([...queues], { examples: ['office'] }),
    status: Type.Optional(Type.Array(OneOf(statuses), { maxItems: statuses.length })),
    kind: Type.Optional(Type.Array(Type.String({ maxLength: 8 }), { maxItems: 30 })),
    due: Type.Optional(Type.Enum(['late', 'today', 'week'])),
  },
  { additionalProperties: false },
);
export type ExportFilter = Static<typeof ExportFilter>;

export const AskExportBody = Type.Object(
  {
    format: OneOf(tableFormats),
    contents: OneOf(
      tableContents,
      'facts: what the queue shows; words: the story, the request and the answer beside; parties: who they are, too.',
    ),
    filter: ExportFilter,
    purpose: Type.Optional(Why),
  },
  {
    additionalProperties: false,
    examples: [{ format: 'csv', contents: 'facts', filter: { queue: 'office', due: 'week' } }],
  },
);
export type AskExportBody = Static<typeof AskExportBody>;

export const AskFileExportBody = Type.Object(
  { purpose: Why },
  { additionalProperties: false, examples: [{ purpose: '移送人民法院诉前调解，附全部材料。' }] },
);
export type AskFileExportBody = Static<typeof AskFileExportBody>;

export const DecideExportBody = Type.Object(
  {
    version: Version,
    decision: OneOf(exportDecisions),
    reason: Type.Optional(Words(400, 'Why not; needed for a refusal.')),
  },
  { additionalProperties: false, examples: [{ version: 1, decision: 'approve' }] },
);
export type DecideExportBody = Static<typeof DecideExportBody>;

const Person = Type.Object({ name: Type.String(), unit: UnitName });

export const ExportView = Type.Object({
  id: Uuid,
  version: Type.Integer(),
  status: OneOf(exportStatuses),
  statusLabel: Type.String(),
  format: OneOf(exportFormats),
  contents: OneOf(exportContents),
  contentsLabel: Type.String(),
  isMine: Type.Boolean(),
  askedBy: Person,
  askedAt: Instant,
  purpose: Type.Union([Type.String(), Type.Null()]),
  matterCode: Type.Union([Type.String(), Type.Null()]),
  filter: Type.Array(Type.String(), { description: 'Which list, and what it was narrowed to, in words.' }),
  rows: Type.Integer({
    description: 'How many there were when it was asked for; once ready, how many it holds.',
  }),
  rowsDone: Type.Integer(),
  needsSecond: Type.Boolean(),
  mayDecide: Type.Boolean(),
  holdsUntil: Type.Union([Instant, Type.Null()], {
    description: 'Until when somebody may answer, or the approval holds.',
  }),
  decidedBy: Type.Union([Person, Type.Null()]),
  decidedAt: Type.Union([Instant, Type.Null()]),
  reason: Type.Union([Type.String(), Type.Null()], { description: 'Why it was refused.' }),
  stop: Type.Union([Labelled, Type.Null()], { description: 'Why it was not made.' }),
  file: Type.Union([
    Type.Object({
      name: Type.String(),
      bytes: Type.Integer(),
      sha256: Type.String({ description: 'Of the file as it is fetched.' }),
      madeAt: Instant,
      keptUntil: Instant,
      href: Type.Union([Type.String(), Type.Null()], { description: 'None once it is gone.' }),
      fetches: Type.Integer(),
    }),
    Type.Null(),
  ]),
});
export type ExportView = Static<typeof ExportView>;

export const ListExportsQuery = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 200, description: 'The `next` of the page before.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
});
export type ListExportsQuery = Static<typeof ListExportsQuery>;

export const ListExportsAnswer = Type.Object({
  exports: Type.Array(ExportView, { description: 'My own, the latest first.' }),
  next: Type.Union([Type.String(), Type.Null()]),
});
export type ListExportsAnswer = Static<typeof ListExportsAnswer>;

export const ExportsToDecide = Type.Object({
  exports: Type.Array(ExportView, {
    description: 'What waits for me or a colleague, the longest waiting first.',
  }),
});
export type ExportsToDecide = Static<typeof ExportsToDecide>;

/** What is about to be taken, before it is asked for. */
export const ExportSizeAnswer = Type.Object({
  rows: Type.Integer({ description: 'Counted up to a little over the most that any file holds.' }),
  rowsOfAnyExport: Type.Integer(),
  rowsAlone: Type.Object(
    {
      facts: Type.Integer(),
      personal: Type.Integer(),
    },
    { description: 'How many I may still take today without a second person.' },
  ),
});
export type ExportSizeAnswer = Static<typeof ExportSizeAnswer>;
