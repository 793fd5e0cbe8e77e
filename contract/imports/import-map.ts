import { type Static, Type } from 'typebox';
import { channels } from '#domain/matters/vocabulary.ts';

const Column = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'The heading of a column of the table.',
});

const Decided = (description: string) =>
  Type.Record(Type.String({ minLength: 1, maxLength: 60 }), Type.String({ maxLength: 9 }), { description });

/** How somebody else's table is read: which column means what, and what its rows get that it does not say. */
export const ImportMap = Type.Object(
  {
    format: Type.Optional(
      Type.Enum(['csv', 'xlsx'], {
        description: 'For whoever reads the map: the file itself says what it is.',
      }),
    ),
    sheet: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 31,
        description: 'Of a workbook; else the sheet whose headings say most and that has rows.',
      }),
    ),
    encoding: Type.Optional(
      Type.Enum(['utf-8', 'gb18030'], { description: 'Found out by itself where it is not said.' }),
    ),
    source: Type.String({
      pattern: '^[a-z0-9][a-z0-9-]{1,39}$',
      description: 'A name for the system that the rows come from: with the number it is the key of a row.',
    }),
    columns: Type.Object(
      {
        sourceNumber: Column,
        subject: Type.Optional(Column),
        registeredAt: Column,
        story: Column,
        answer: Type.Optional(Column),
        answeredAt: Type.Optional(Column),
        kind: Type.Optional(Column),
        region: Type.Optional(Column),
      },
      { additionalProperties: false },
    ),
    dateFormats: Type.Optional(
      Type.Array(Type.String({ maxLength: 40 }), {
        maxItems: 20,
        description:
          'Tried in turn, such as yyyy/M/d H:mm:ss, before what is understood by itself (2026年3月2日, 2026.3.2).',
      }),
    ),
    zone: Type.String({
      maxLength: 40,
      description: 'The time zone that the times are meant in, such as Asia/Shanghai.',
    }),
    region: Type.String({ pattern: '^[0-9]{4,9}$', description: 'Its centre gets the rows.' }),
    channel: Type.Enum([...channels]),
    kind: Type.String({ maxLength: 8, description: 'For rows whose words do not say it.' }),
    kindFromWords: Type.Optional(Type.Boolean()),
    kinds: Type.Optional(
      Decided(
        'What the column of kinds says, and the code that somebody decided on where that was doubtful.',
      ),
    ),
    regions: Type.Optional(Decided('The same for the column of regions.')),
    registeredBy: Type.Optional(
      Type.String({
        maxLength: 60,
        description: 'With --live, whose registrations they are; else the first clerk of the centre.',
      }),
    ),
  },
  { additionalProperties: false },
);
export type ImportMap = Static<typeof ImportMap>;
