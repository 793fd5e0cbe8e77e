import { chmodSync, mkdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Where } from '#server/database/open-database.ts';
import { isFolderMarked, markFolder, unmarkFolder } from '#server/database/unfinished-restore.ts';

export type Place = {
  /**
   * What is in its embedded database an interrupted restore has put there: nothing was there when the folder was marked. Of
   * a server's database only its own mark may say so, for the folder's may come from an attempt that was about to refuse.
   */
  readonly ownsDatabase: boolean;
  /** Removes what an interrupted restore left; only once nobody else restores here. */
  clear(): Promise<void>;
  /** Nothing was changed after all. */
  giveBack(): Promise<void>;
  done(): Promise<void>;
};

/** Takes a data folder for a restore: one without data, or with what an interrupted restore left. */
export async function takePlace(dataFolder: string, where: Where, kept: readonly string[]): Promise<Place> {
  const isMarked = isFolderMarked(dataFolder);
  if (!isMarked) await assertEmpty(dataFolder, kept);
  // As the embedded server's folder is made: its user must get through.
  if (mkdirSync(dataFolder, { recursive: true })) chmodSync(dataFolder, 0o711);
  await markFolder(dataFolder);
  const done = (): Promise<void> => unmarkFolder(dataFolder);
  return {
    ownsDatabase: where.kind === 'embedded',
    async clear() {
      for (const name of ['files', ...kept])
        await rm(join(dataFolder, name), { recursive: true, force: true });
    },
    giveBack: isMarked ? async () => undefined : done,
    done,
  };
}

async function assertEmpty(dataFolder: string, kept: readonly string[]): Promise<void> {
  const found: string[] = [];
  for (const name of ['postgres', 'files', ...kept]) {
    const isThere = await readdir(join(dataFolder, name)).catch(
      ({ code }: NodeJS.ErrnoException) => code !== 'ENOENT',
    );
    if (isThere === true || (Array.isArray(isThere) && isThere.length > 0)) found.push(name);
  }
  if (found.length > 0)
    throw new Error(
      `The data folder ${dataFolder} has data already (${found.join(', ')}). Nothing was changed. Move it away, or ` +
        'name an empty folder with HEJIE_DATA.',
    );
}
