import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import type { Keys } from '#server/adapters/keys.ts';
import type { Head, Manifest, OnProgress, Part, Tally } from './contents.ts';
import { damaged } from './envelope.ts';
import { type Frame, readFrames } from './frames.ts';
import { type Pieces, pieceLength } from './pieces.ts';
import { openChunks } from './seal-chunks.ts';
import { counted, createFilesTally } from './tally.ts';

export type ReadBackup = {
  readonly file: string;
  readonly keys: Pick<Keys, 'purposeKey'>;
  onProgress: OnProgress;
  readonly signal?: AbortSignal | undefined;
};

export type Reader = {
  /** Of what it was made; may throw to read no further. */
  onHead(head: Head): Promise<void> | void;
  /** Each part with its bytes, which need not be read to their end. */
  onPart(part: Part, content: Pieces): Promise<void>;
};

export type Read = { readonly head: Head; readonly manifest: Manifest; readonly size: number };

/** Goes through a backup once. Whatever is not as it was written throws a sentence, at the latest at its end. */
export async function readContents(
  { file, keys, onProgress, signal }: ReadBackup,
  reader: Reader,
): Promise<Read> {
  const { size } = await stat(file);
  let passed = 0;
  let read: Omit<Read, 'size'> | undefined;
  async function* told(sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of sealed) {
      passed += piece.length;
      onProgress(passed / size, Math.round(passed / 1e6));
      yield piece;
    }
  }
  await pipeline(
    createReadStream(file, { highWaterMark: pieceLength }),
    told,
    (sealed: AsyncIterable<Buffer>) => openChunks(sealed, keys),
    createZstdDecompress({ chunkSize: pieceLength }),
    async (plain: AsyncIterable<Buffer>) => {
      read = await readParts(readFrames(plain), reader);
    },
    ...(signal ? [{ signal }] : []),
  );
  if (!read) throw new Error(damaged('has no end'));
  return { ...read, size };
}

async function readParts(frames: AsyncGenerator<Frame>, reader: Reader): Promise<Omit<Read, 'size'>> {
  const first = await frames.next();
  if (first.done || first.value.type !== 'head')
    throw new Error(damaged('does not tell of what it was made'));
  const head = first.value.told as Head;
  await reader.onHead(head);
  const parts: (Tally & { kind: Part['kind']; name: string })[] = [];
  const files = createFilesTally();
  const strange: string[] = [];
  for (;;) {
    const next = await frames.next();
    if (next.done) throw new Error(damaged('ends before its list of what is in it'));
    if (next.value.type === 'manifest') {
      const manifest = next.value.told as Manifest;
      compare(manifest, { parts, files: files.end(), damaged: strange });
      if (!(await frames.next()).done) throw new Error(damaged('goes on after its end'));
      return { head, manifest };
    }
    if (next.value.type !== 'part') throw new Error(damaged('has bytes that belong to no part'));
    const part = next.value.told as Part;
    const tally = await readPart(part, frames, reader);
    if (part.kind !== 'file') parts.push({ kind: part.kind, name: part.name, ...tally });
    else {
      files.add(part.name, tally.bytes);
      if (tally.sha256 !== part.name) strange.push(part.name);
    }
  }
}

async function readPart(part: Part, frames: AsyncGenerator<Frame>, { onPart }: Reader): Promise<Tally> {
  let tally: Tally | undefined;
  let written: Tally | undefined;
  const bytes = bytesOf(frames, (end) => {
    written = end;
  });
  const content = counted(bytes, part.kind === 'table', (end) => {
    tally = end;
  });
  // Whoever leaves before the end must not close what the next part is read from.
  await onPart(part, { [Symbol.asyncIterator]: () => ({ next: () => content.next() }) });
  for await (const _ of content);
  if (!tally || !written || !same(tally, written))
    throw new Error(damaged(`does not have ${part.name} as it was`));
  return tally;
}

async function* bytesOf(
  frames: AsyncGenerator<Frame>,
  onEnd: (tally: Tally) => void,
): AsyncGenerator<Buffer> {
  for (;;) {
    const next = await frames.next();
    if (next.done) throw new Error(damaged('ends within a part'));
    if (next.value.type === 'end') return onEnd(next.value.told as Tally);
    if (next.value.type !== 'bytes') throw new Error(damaged('has a part without an end'));
    yield next.value.bytes;
  }
}

function same(one: Tally, other: Tally): boolean {
  return one.rows === other.rows && one.bytes === other.bytes && one.sha256 === other.sha256;
}

function compare(manifest: Manifest, found: Pick<Manifest, 'parts' | 'files' | 'damaged'>): void {
  const { parts, files, damaged: known } = manifest;
  const inOrder = (list: Manifest['parts']) =>
    JSON.stringify(list.map(({ kind, name, rows, bytes, sha256 }) => [kind, name, rows, bytes, sha256]));
  const areSame =
    inOrder(parts) === inOrder(found.parts) &&
    files.count === found.files.count &&
    files.bytes === found.files.bytes &&
    files.sha256 === found.files.sha256 &&
    JSON.stringify(known) === JSON.stringify(found.damaged);
  if (!areSame) throw new Error(damaged('does not hold what its own list says'));
}
