import { type Static, Type } from 'typebox';
import { purposeCodes, purposeWords } from '#domain/access/outside-opening.ts';
import { statuses } from '#domain/matters/vocabulary.ts';
import { Instant, Labelled, OneOf, UnitName, Uuid } from '../matters/parts.ts';

/** Why somebody opens a file in which their office takes no part. The party reads it. */
export const OpenOutsideBody = Type.Object({
  purpose: OneOf(purposeCodes),
  words: Type.String({
    minLength: purposeWords.atLeast,
    maxLength: purposeWords.atMost,
    pattern: '\\S',
    description: 'What for, in words that the party will read: no names, no numbers.',
  }),
});
export type OpenOutsideBody = Static<typeof OpenOutsideBody>;

/** An opening that runs: for this person under this posting, to read only. */
export const RunningOpening = Type.Object(
  {
    id: Uuid,
    purpose: Type.Object({ code: OneOf(purposeCodes), label: Type.String() }),
    words: Type.String(),
    until: Instant,
  },
  { title: 'RunningOpening' },
);
export type RunningOpening = Static<typeof RunningOpening>;

/** What is known of a matter before its file is opened, and for what it may be. */
export const OutsideMatter = Type.Object({
  matter: Type.Object({
    id: Uuid,
    code: Type.String(),
    kind: Labelled,
    region: Labelled,
    status: OneOf(statuses),
    statusLabel: Type.String(),
    lead: UnitName,
    holder: UnitName,
  }),
  purposes: Type.Array(
    Type.Object({
      code: OneOf(purposeCodes),
      label: Type.String(),
      source: Type.Union([Type.String(), Type.Null()], { description: 'The law that asks for it.' }),
    }),
  ),
  hours: Type.Integer({ description: 'How long an opening lasts.' }),
  running: Type.Union([RunningOpening, Type.Null()]),
});
export type OutsideMatter = Static<typeof OutsideMatter>;
