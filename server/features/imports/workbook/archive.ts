import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

/** A packed workbook, of which any part can be unpacked as a stream, as often as it is wanted. */
export type Archive = {
  has(path: string): boolean;
  /** Of the unpacked part. */
  size(path: string): number;
  open(path: string): Promise<Readable>;
  /** A small part as a whole; nothing where it is not there. */
  text(path: string): Promise<string>;
};

/** Parts that are read as a whole are lists of sheets, styles and relations. */
const wholeAtMost = 20 * 1024 * 1024;

export async function openArchive(content: Buffer): Promise<Archive> {
  const zip = await new Promise<ZipFile>((done, failed) =>
    fromBuffer(content, { lazyEntries: true, autoClose: false }, (failure, opened) =>
      failure ? failed(failure) : done(opened),
    ),
  );
  const entries = new Map<string, Entry>();
  await new Promise<void>((done, failed) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => done());
    zip.on('error', failed);
    zip.readEntry();
  });
  const open = (path: string): Promise<Readable> => {
    const entry = entries.get(path);
    if (entry === undefined) return Promise.resolve(Readable.from([]));
    return new Promise((done, failed) =>
      zip.openReadStream(entry, (failure, stream) => (failure ? failed(failure) : done(stream))),
    );
  };
  return {
    has: (path) => entries.has(path),
    size: (path) => entries.get(path)?.uncompressedSize ?? 0,
    open,
    text: async (path) => {
      if ((entries.get(path)?.uncompressedSize ?? 0) > wholeAtMost) throw new Error(`${path} is too large`);
      return text(await open(path));
    },
  };
}

/** The text of a part, a piece after the other: whoever takes no more holds the unpacking back. */
export async function* piecesOf(stream: Readable, onRead?: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const bytes of stream) {
    onRead?.(bytes.length);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}
