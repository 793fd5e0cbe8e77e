import { type TString, Type } from 'typebox';

/** Strings that crosses the wire: trimmed by the server, counted in characters. */
export const Uuid = Type.String({ format: 'uuid' });
export const Day = Type.String({ format: 'date', description: 'A calendar day of the city, 2026-09-25.' });
export const Instant = Type.String({ format: 'date-time' });

/** Running text of at least one character that is not white space. */
export function Words(most: number, description?: string): TString {
  return Type.String({ minLength: 1, maxLength: most, pattern: '\\S', ...(description && { description }) });
}

/** One of a closed list, as JSON Schema's `enum`. */
export function OneOf<const T extends readonly string[]>(
  values: T,
  description?: string,
): Type.TEnum<[...T]> {
  return Type.Enum(
    values as unknown as [...T],
    description === undefined ? {} : { description },
  ) as Type.TEnum<[...T]>;
}

/** The version of the matter that the sender saw; a stale one is refused with 409. */
export const Version = Type.Integer({ minimum: 1, description: 'The version that was seen.' });

export const IdempotencyHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      minLength: 8,
      maxLength: 128,
      pattern: '^[A-Za-z0-9_.:-]+$',
      description:
        'The same key with the same body gives the same answer; with another body it is refused (422).',
    }),
  ),
});

export const UnitName = Type.Object({
  id: Uuid,
  name: Type.String(),
  kind: Type.Enum(['centre', 'department']),
});

export const Labelled = Type.Object({ code: Type.String(), label: Type.String() });
