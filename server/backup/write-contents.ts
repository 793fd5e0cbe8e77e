import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Head, Manifest, OnProgress, Part, Tally } from './contents.ts';
import { type Frame, toBytes } from './frames.ts';
import type { Snapshot } from './open-snapshot.queries.ts';
import { type Pieces, pieceLength } from './pieces.ts';
import { createMissing, pathOf, sizeOfFiles, storedFiles } from './stored-files.ts';
import { counted, createFilesTally } from './tally.ts';

export type Source = {
  readonly snapshot: Snapshot;
  readonly head: Head;
  /** Where the store lies. */
  readonly filesFolder: string;
  /** Small files of the data folder that belong to the data, as far as they are there. */
  readonly kept: { readonly folder: string; readonly names: readonly string[] };
};

export type Written = { tables: number; rows: number; files: number; missing: number; damaged: number };

/**
 * A whole backup in clear. First the rows of one moment, then the files: a file is on disk before the row that names it, and
 * never changed, so whatever the rows name is there, unless it was taken away meanwhile on purpose.
 */
export async function* writeContents(
  source: Source,
  onProgress: OnProgress,
  onEnd: (written: Written) => void,
): AsyncGenerator<Buffer> {
  const { snapshot, head } = source;
  const passed = await createPassed(source, onProgress);
  const parts: (Manifest['parts'][number] & { kind: Part['kind'] })[] = [];
  yield* toBytes({ type: 'head', told: head });
  for (const table of snapshot.tables) {
    const { name, columns, sizeInBytes } = table;
    const part = { kind: 'table', name, columns } as const;
    const content = passed.by(snapshot.copy(table), sizeInBytes);
    yield* writePart(part, content, (tally) => parts.push({ kind: 'table', name, ...tally }));
  }
  for (const name of source.kept.names) {
    const content = await readFile(join(source.kept.folder, name)).catch(nothingIfGone);
    if (content === null) continue;
    yield* writePart({ kind: 'kept', name }, passed.by(only(content), 0), (tally) =>
      parts.push({ kind: 'kept', name, ...tally }),
    );
  }
  let stored: Omit<Manifest, 'parts'> | undefined;
  yield* writeFiles(source, passed, (end) => {
    stored = end;
  });
  if (!stored) throw new Error('the files were not counted');
  const manifest: Manifest = { parts, ...stored };
  yield* toBytes({ type: 'manifest', told: manifest });
  onEnd({
    tables: parts.filter(({ kind }) => kind === 'table').length,
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    files: manifest.files.count,
    missing: manifest.missing.length,
    damaged: manifest.damaged.length,
  });
}

/** The whole store, with a look at whether it is what the rows say. */
async function* writeFiles(
  { snapshot, filesFolder }: Source,
  passed: Passed,
  onEnd: (stored: Omit<Manifest, 'parts'>) => void,
): AsyncGenerator<Buffer> {
  const files = createFilesTally();
  const absent = createMissing(snapshot.namedFiles());
  const damaged: string[] = [];
  for await (const name of storedFiles(filesFolder)) {
    const file = await open(pathOf(filesFolder, name)).catch(nothingIfGone);
    if (file === null) continue;
    const { size } = await file.stat();
    const content = passed.by(file.createReadStream({ highWaterMark: pieceLength }), size);
    yield* writePart({ kind: 'file', name }, content, ({ bytes, sha256 }) => {
      files.add(name, bytes);
      if (sha256 !== name) damaged.push(name);
    });
    await absent.pass(name);
  }
  const unfound = await absent.end();
  // What is named no longer was taken away on purpose while the backup was made.
  const named = unfound.length > 0 ? await snapshot.stillNamed(unfound) : new Set();
  onEnd({ files: files.end(), missing: unfound.filter((address) => named.has(address)), damaged });
}

async function* writePart(
  part: Part,
  content: Pieces,
  onTally: (tally: Tally) => void,
): AsyncGenerator<Buffer> {
  yield* toBytes({ type: 'part', told: part });
  let tally: Tally | undefined;
  const passing = counted(content, part.kind === 'table', (end) => {
    tally = end;
  });
  for await (const bytes of passing) yield* toBytes({ type: 'bytes', bytes } satisfies Frame);
  if (!tally) throw new Error(`${part.name} was not counted`);
  onTally(tally);
  yield* toBytes({ type: 'end', told: tally });
}

type Passed = { by(content: Pieces, expected: number): Pieces };

/** Tells how far it is by the space that tables and files take; what a table turns out to be as text is never quite that. */
async function createPassed({ snapshot, filesFolder }: Source, onProgress: OnProgress): Promise<Passed> {
  const inTables = snapshot.tables.reduce((sum, { sizeInBytes }) => sum + sizeInBytes, 0);
  const whole = Math.max(1, inTables + (await sizeOfFiles(filesFolder)));
  let before = 0;
  let bytes = 0;
  return {
    async *by(content, expected) {
      let within = 0;
      for await (const piece of content) {
        within += piece.length;
        bytes += piece.length;
        onProgress(Math.min(1, (before + Math.min(within, expected)) / whole), Math.round(bytes / 1e6));
        yield piece;
      }
      before += expected;
    },
  };
}

async function* only(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

function nothingIfGone(failure: NodeJS.ErrnoException): null {
  if (failure.code === 'ENOENT') return null;
  throw failure;
}
