import { Type } from 'typebox';
import { filesAtMost } from '#domain/documents/accepted-files.ts';
import { paperKinds } from '#domain/matters/vocabulary.ts';
import { OneOf, Version } from './parts.ts';

/** The form of an upload; its fields stand before the files. */
export const AddPapersForm = Type.Object(
  {
    version: Version,
    kind: OneOf(paperKinds),
    forSeats: Type.Optional(
      Type.String({
        description: 'For whom it is meant, too: seats with commas between them, applicant,respondent.',
      }),
    ),
    files: Type.Array(Type.String({ format: 'binary' }), {
      minItems: 1,
      maxItems: filesAtMost,
      description: 'At most 20 MB each, and what their endings say.',
    }),
  },
  { examples: [{ version: 1, kind: 'evidence', forSeats: 'applicant', files: ['note.txt'] }] },
);
