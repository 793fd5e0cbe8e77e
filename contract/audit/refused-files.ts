import { type Static, Type } from 'typebox';
import { Instant, Uuid } from '../matters/parts.ts';
import { pageOf, paging } from '../organisations/listing.ts';
import { PersonName } from '../organisations/postings.ts';
import { period } from './openings.ts';

export const ListRefusedFilesQuery = Type.Object({ ...period, ...paging });
export type ListRefusedFilesQuery = Static<typeof ListRefusedFilesQuery>;

export const RefusedFileView = Type.Object({
  id: Uuid,
  at: Instant,
  door: Type.String({ description: 'The pattern of the address at which it was handed in.' }),
  signature: Type.String({ description: 'What the scanner calls it.' }),
  sizeBytes: Type.Integer(),
  person: Type.Union([PersonName, Type.Null()], {
    description: 'Who of the staff; nobody is named where the public handed it in.',
  }),
});
export type RefusedFileView = Static<typeof RefusedFileView>;

export const ListRefusedFilesAnswer = pageOf({ files: Type.Array(RefusedFileView) });
export type ListRefusedFilesAnswer = Static<typeof ListRefusedFilesAnswer>;
