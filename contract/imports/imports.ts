import { type Static, Type } from 'typebox';
import { importFields } from '#domain/imports/read-row.ts';
import { doubtFields, importStatuses } from '#domain/imports/vocabulary.ts';
import { channels } from '#domain/matters/vocabulary.ts';
import { Instant, Labelled, OneOf, Uuid, Version } from '../matters/parts.ts';

const Heading = Type.String({ minLength: 1, maxLength: 100, description: 'The heading of a column.' });
const Words = Type.String({ minLength: 1, maxLength: 60, description: 'As the table words it.' });

export const UploadLedgerForm = Type.Object(
  {
    files: Type.Array(Type.String({ format: 'binary' }), {
      minItems: 1,
      maxItems: 1,
      description: 'One workbook (XLSX) or comma-separated text (CSV, UTF-8 or GB18030) of at most 50 MB.',
    }),
  },
  { examples: [{ files: ['ledger.csv'] }] },
);

/** Which column means what, and what the rows get that the table does not say. */
export const LedgerMap = Type.Object(
  {
    sheet: Type.Optional(Type.String({ minLength: 1, maxLength: 31 })),
    columns: Type.Object(
      {
        sourceNumber: Heading,
        registeredAt: Heading,
        story: Heading,
        subject: Type.Optional(Heading),
        answer: Type.Optional(Heading),
        answeredAt: Type.Optional(Heading),
        kind: Type.Optional(Heading),
        region: Type.Optional(Heading),
      },
      { additionalProperties: false },
    ),
    source: Type.String({
      pattern: '^[a-z0-9][a-z0-9-]{1,39}$',
      description: 'A name for where the rows come from; with the number it is the key of a row.',
    }),
    channel: OneOf(channels),
    kind: Type.String({ maxLength: 8, description: 'For rows that do not say it.' }),
    kindFromWords: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type LedgerMap = Static<typeof LedgerMap>;

export const CheckImportBody = Type.Object(
  { version: Version, map: LedgerMap },
  {
    additionalProperties: false,
    examples: [
      {
        version: 1,
        map: {
          columns: { sourceNumber: '编号', registeredAt: '登记日期', story: '内容', kind: '类别' },
          source: 'street-ledger',
          channel: 'window',
          kind: '99',
        },
      },
    ],
  },
);
export type CheckImportBody = Static<typeof CheckImportBody>;

export const DecideDoubtsBody = Type.Object(
  {
    version: Version,
    decisions: Type.Array(
      Type.Object(
        { field: OneOf(doubtFields), typed: Words, code: Type.String({ minLength: 1, maxLength: 9 }) },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 200 },
    ),
  },
  {
    additionalProperties: false,
    examples: [{ version: 3, decisions: [{ field: 'kind', typed: '家长里短', code: '99' }] }],
  },
);
export type DecideDoubtsBody = Static<typeof DecideDoubtsBody>;

export const RunImportBody = Type.Object(
  { version: Version },
  { additionalProperties: false, examples: [{ version: 3 }] },
);
export type RunImportBody = Static<typeof RunImportBody>;

export const ImportView = Type.Object({
  id: Uuid,
  version: Type.Integer(),
  status: OneOf(importStatuses),
  statusLabel: Type.String(),
  name: Type.String(),
  format: Type.Enum(['csv', 'xlsx']),
  bytes: Type.Integer(),
  by: Type.String(),
  askedAt: Instant,
  endedAt: Type.Union([Instant, Type.Null()]),
  map: Type.Union([LedgerMap, Type.Null()]),
  rows: Type.Integer({ description: 'Beneath the header, as the check counted them.' }),
  rowsRead: Type.Integer({ description: 'How far the check or the run is.' }),
  imported: Type.Integer({ description: 'Brought in; after a check, what would be or is there already.' }),
  unchanged: Type.Integer({ description: 'There already.' }),
  refused: Type.Integer(),
  doubts: Type.Array(
    Type.Object({
      field: OneOf(doubtFields),
      typed: Type.String(),
      rows: Type.Integer(),
      suggested: Type.Union([Labelled, Type.Null()]),
    }),
    { description: 'Words that name no kind or region for sure, once each.' },
  ),
  isFileKept: Type.Boolean(),
  stop: Type.Union([Labelled, Type.Null()], { description: 'Why it was not brought in to its end.' }),
});
export type ImportView = Static<typeof ImportView>;

export const ListImportsAnswer = Type.Object({
  imports: Type.Array(ImportView, { description: "My office's, the latest first; at most 50." }),
});
export type ListImportsAnswer = Static<typeof ListImportsAnswer>;

export const LookQuery = Type.Object({
  sheet: Type.Optional(
    Type.String({ minLength: 1, maxLength: 31, description: 'Else the first with rows.' }),
  ),
});
export type LookQuery = Static<typeof LookQuery>;

/** The first rows as they were understood, by the map if it is drawn, else by the headings alone. */
export const LookAnswer = Type.Object({
  sheets: Type.Array(Type.String()),
  sheet: Type.Union([Type.String(), Type.Null()]),
  title: Type.String({ description: 'What stands above the header.' }),
  year: Type.Union([Type.Integer(), Type.Null()], { description: 'For days without a year.' }),
  headings: Type.Array(Type.String()),
  columns: Type.Record(Type.String(), Type.String(), {
    description: 'Field to heading: of the map, or suggested.',
  }),
  rows: Type.Array(
    Type.Object({
      row: Type.Integer(),
      cells: Type.Array(Type.String()),
      understood: Type.Array(
        Type.Object({ field: OneOf(importFields), typed: Type.String(), read: Type.String() }),
      ),
      fault: Type.Union([Type.String(), Type.Null()], { description: 'Why the row would be refused.' }),
    }),
  ),
});
export type LookAnswer = Static<typeof LookAnswer>;
