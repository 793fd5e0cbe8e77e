import { Type } from 'typebox';
import { filesAtMost } from '#domain/documents/accepted-files.ts';
import { paperKinds } from '#domain/matters/vocabulary.ts';
import { OneOf, Version } from './parts.ts';

/** The form of an upload; `version` and `kind` stand before the files. */
export const AddPapersForm = Type.Object(
  {
    version: Version,
    kind: OneOf(paperKinds),
    files: Type.Array(Type.String({ format: 'binary' }), {
      minItems: 1,
      maxItems: filesAtMost,
      description: 'At most 20 MB each, and what their endings say.',
    }),
  },
  { examples: [{ version: 1, kind: 'evidence', files: ['note.txt'] }] },
);
