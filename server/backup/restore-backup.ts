import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { createFileStore } from '#server/adapters/files.ts';
import type { Keys } from '#server/adapters/keys.ts';
import { migrate } from '#server/database/migrate.ts';
import { openPrepared, type Where } from '#server/database/open-database.ts';
import { isMarked, markDatabase, unmarkDatabase } from '#server/database/unfinished-restore.ts';
import { assertKnown } from './assert-known.ts';
import type { Manifest, OnProgress } from './contents.ts';
import {
  becomeTheRestore,
  beginLoading,
  countAnew,
  dropSchemas,
  hasSchemas,
  type Loading,
} from './load.queries.ts';
import { enter, leaveAtOnce } from './open-snapshot.queries.ts';
import type { Pieces } from './pieces.ts';
import { type Read, readContents } from './read-contents.ts';
import { takePlace } from './restore-place.ts';
import { verifyBackup } from './verify-backup.ts';

export type RestoreBackup = {
  readonly keys: Pick<Keys, 'purposeKey'>;
  readonly where: Where;
  readonly dataFolder: string;
  readonly file: string;
  /** Small files of the data folder that are taken from the backup. */
  readonly kept: readonly string[];
  print(line: string): void;
  onVerifying: OnProgress;
  onRestoring: OnProgress;
  readonly signal?: AbortSignal;
  /** For tests: other migrations than the program's own. */
  readonly migrations?: string;
};

/**
 * Makes of a backup the instance it was made of, where there is none yet. The whole file is read and found sound before
 * anything is touched; a mark that goes last keeps a restore that was killed from being served.
 */
export async function restoreBackup(options: RestoreBackup): Promise<Read> {
  const { keys, file, dataFolder, where, kept, print, signal, migrations } = options;
  const sound = await verifyBackup({ file, keys, onProgress: options.onVerifying, signal }, (head) =>
    assertKnown(head, migrations),
  );
  const place = await takePlace(dataFolder, where, kept);
  const { adminUrl, stop } = await openPrepared({ where, dataFolder, part: 'program', print });
  try {
    const client = await enter(adminUrl);
    try {
      await takeDatabase(client, place.ownsDatabase).catch(async (failure: unknown) => {
        await place.giveBack();
        throw failure;
      });
      await place.clear();
      const last = sound.head.migrations.at(-1)?.number ?? 0;
      await migrate({ adminUrl, upTo: last, ...(migrations && { folder: migrations }) });
      await fill(options, client, sound.manifest);
      await migrate({ adminUrl, log: print, ...(migrations && { folder: migrations }) });
      await countAnew(client);
      await unmarkDatabase(client);
    } finally {
      await leaveAtOnce(client);
    }
    await place.done();
    return sound;
  } finally {
    await stop();
  }
}

async function takeDatabase(client: pg.Client, isOurs: boolean): Promise<void> {
  if (!(await becomeTheRestore(client)))
    throw new Error('Another restore is under way into this database. Wait for its end.');
  if (await hasSchemas(client)) {
    if (!isOurs && !(await isMarked(client)))
      throw new Error(
        'The database has data of Hejie already. Nothing was changed. Name an empty one in DATABASE_URL and ' +
          'DATABASE_ADMIN_URL (createdb), or drop this one yourself.',
      );
    await dropSchemas(client);
  }
  await markDatabase(client);
}

/** The rows in one transaction, then the files; what is read is compared with what was found sound before. */
async function fill(options: RestoreBackup, client: pg.Client, sound: Manifest): Promise<void> {
  const { file, keys, dataFolder, kept, signal } = options;
  const store = createFileStore(join(dataFolder, 'files'));
  let loading: Loading | undefined = await beginLoading(client);
  const finish = async (): Promise<void> => {
    await loading?.finish();
    loading = undefined;
  };
  const rowsOf = new Map(sound.parts.map(({ name, rows }) => [name, rows]));
  await readContents(
    { file, keys, onProgress: options.onRestoring, signal },
    {
      onHead: () => undefined,
      async onPart(part, content) {
        if (part.kind === 'table') {
          const rows = await load(loading, part.name, part.columns, content);
          if (rows !== rowsOf.get(part.name)) throw new Error(`${part.name} took ${rows} rows`);
          return;
        }
        await finish();
        if (part.kind === 'kept') {
          if (kept.includes(part.name)) await keep(join(dataFolder, part.name), content);
          return;
        }
        const { address } = await store.put(Readable.from(content));
        // A file that was damaged in its store already is no file of that address.
        if (address !== part.name) await store.remove(address);
      },
    },
  );
  await finish();
}

async function load(
  loading: Loading | undefined,
  name: string,
  columns: readonly string[],
  content: Pieces,
): Promise<number> {
  if (!loading) throw new Error(`The rows of ${name} come after the files.`);
  const target = loading.into(name, columns);
  await pipeline(content, target);
  return target.rowCount;
}

async function keep(path: string, content: Pieces): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    for await (const piece of content) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}
