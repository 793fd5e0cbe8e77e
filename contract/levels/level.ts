import { type Static, Type } from 'typebox';
import { levels } from '#domain/levels/vocabulary.ts';
import { OneOf } from '../matters/parts.ts';

/** The colour of a matter, always with its reasons; reckoned when it is read, never stored. */
export const LevelView = Type.Object({
  level: OneOf(levels),
  label: Type.String(),
  reasons: Type.Array(Type.String(), { description: 'The conditions that gave it, as they stand today.' }),
});
export type LevelView = Static<typeof LevelView>;

/** A matter's colour where it is shown; null where it has none, or has ended. */
export const LevelOrNone = Type.Union([LevelView, Type.Null()]);
