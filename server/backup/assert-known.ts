import { knownMigrations } from '#server/database/migrate.ts';
import type { Head } from './contents.ts';

/** An older backup is brought up to date; one of a newer program, or of another one, has a form nobody here knows. */
export function assertKnown({ version, migrations }: Head, folder?: string): void {
  const known = new Map(knownMigrations(folder).map((migration) => [migration.number, migration]));
  const last = migrations.at(-1)?.number ?? 0;
  const strange = migrations.find(({ number, sha256 }) => known.get(number)?.sha256 !== sha256);
  if (strange !== undefined)
    throw new Error(
      `This backup was made by a newer Hejie (${version}): its database has ${strange.name}, which this program ` +
        'does not know. Nothing was changed. Update Hejie, then restore.',
    );
  const skipped = [...known.values()].find(
    ({ number }) => number < last && !migrations.some((applied) => applied.number === number),
  );
  if (skipped !== undefined)
    throw new Error(
      `This backup is of another line of Hejie (${version}): its database never had ${skipped.name}. Nothing was ` +
        'changed. Restore it with the program that made it.',
    );
}
