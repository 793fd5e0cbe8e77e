import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import type { Keys } from '#server/adapters/keys.ts';
import type { OnProgress } from './contents.ts';
import { newEnvelope } from './envelope.ts';
import { openSnapshot } from './open-snapshot.queries.ts';
import { pieceLength } from './pieces.ts';
import { sealChunks } from './seal-chunks.ts';
import { verifyBackup } from './verify-backup.ts';
import { type Source, type Written, writeContents } from './write-contents.ts';

export type MakeBackup = {
  readonly keys: Pick<Keys, 'purposeKey'>;
  readonly adminUrl: string;
  readonly dataFolder: string;
  readonly file: string;
  readonly version: string;
  readonly now: string;
  /** Small files of the data folder that come along. */
  readonly kept: readonly string[];
  onWriting: OnProgress;
  onVerifying: OnProgress;
  readonly signal?: AbortSignal;
};

/** Writes beside the file first: under its name there is a whole backup that was read again, or none. */
export async function makeBackup(options: MakeBackup): Promise<Written & { readonly size: number }> {
  const { file, keys, signal } = options;
  const unfinished = `${file}.part`;
  try {
    const written = await write(options, unfinished);
    await syncToDisk(unfinished);
    const { size } = await verifyBackup({ file: unfinished, keys, onProgress: options.onVerifying, signal });
    await rename(unfinished, file);
    await syncToDisk(dirname(file));
    return { ...written, size };
  } catch (failure) {
    await rm(unfinished, { force: true });
    throw failure;
  }
}

async function write(options: MakeBackup, unfinished: string): Promise<Written> {
  const { adminUrl, dataFolder, keys, version, now, kept, onWriting, signal } = options;
  // Before anything else is opened: a place that cannot be written to is told at once.
  const target = (await open(unfinished, 'w', 0o600)).createWriteStream();
  const snapshot = await openSnapshot(adminUrl).catch((failure: unknown) => {
    target.destroy();
    throw failure;
  });
  let written: Written | undefined;
  try {
    const { migrations, cities, postgres } = snapshot;
    const source: Source = {
      snapshot,
      head: { version, takenAt: now, cities, postgres, migrations },
      filesFolder: join(dataFolder, 'files'),
      kept: { folder: dataFolder, names: kept },
    };
    const contents = writeContents(source, onWriting, (end) => {
      written = end;
    });
    const envelope = newEnvelope(keys);
    await pipeline(
      contents,
      createZstdCompress({ chunkSize: pieceLength, params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
      (packed: AsyncIterable<Buffer>) => sealChunks(envelope, packed),
      target,
      ...(signal ? [{ signal }] : []),
    );
  } finally {
    await snapshot.close();
  }
  if (!written) throw new Error('the backup was not written to its end');
  return written;
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
