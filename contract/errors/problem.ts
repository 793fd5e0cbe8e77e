import { type Static, Type } from 'typebox';

/** What every answer that is not a success looks like (RFC 9457, `application/problem+json`). */
export const FieldError = Type.Object(
  {
    field: Type.String({
      description: 'Dotted path of the field, such as `parties.0.phone`; empty for the whole.',
    }),
    reason: Type.String({ description: "Why it was refused, in the user's language." }),
  },
  { title: 'FieldError' },
);
export type FieldError = Static<typeof FieldError>;

export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Identifies the kind of problem: `urn:hejie:problem:` and the code.' }),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable name for programs.' }),
    detail: Type.String({ description: "A sentence for people, in the user's language." }),
    field: Type.Optional(Type.String()),
    errors: Type.Optional(Type.Array(FieldError)),
  },
  { title: 'Problem', additionalProperties: true },
);
export type Problem = Static<typeof Problem>;
