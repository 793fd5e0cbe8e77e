import type { LevelTable } from '#domain/levels/levels.ts';
import { type Version, versionInForce } from '#domain/levels/version.ts';

/** A table of levels as it was published; the city pack's is version 0. */
export type VersionedLevels = LevelTable & Version;

/** The tables of levels in memory: a handful of rows that change a few times a year. */
export type LevelBook = {
  /** The table by which matters have their colours on a day. */
  readonly inForceOn: (day: string) => VersionedLevels;
  /** Takes the published versions as they stand in the database now. */
  readonly replace: (published: readonly VersionedLevels[]) => void;
};

/** A book with the pack's table alone; the published ones come in once the database is open. */
export function createLevelBook(pack: LevelTable): LevelBook {
  const first: VersionedLevels = { ...pack, version: 0, inForceFrom: null };
  let versions: readonly VersionedLevels[] = [first];
  return {
    inForceOn: (day) => versionInForce(versions, day) ?? first,
    replace: (published) => {
      versions = [first, ...published];
    },
  };
}
