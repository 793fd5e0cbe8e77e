import { type TSchema, Type } from 'typebox';
import { Version, Words } from './parts.ts';

/** Running text of a step. */
export const text = (description: string) => Words(4000, description);

/** The body of a step: `version` is always the one that was seen. */
export function body<T extends Record<string, TSchema>>(fields: T, example: Record<string, unknown>) {
  return Type.Object(
    { version: Version, ...fields },
    { additionalProperties: false, examples: [{ version: 1, ...example }] },
  );
}
