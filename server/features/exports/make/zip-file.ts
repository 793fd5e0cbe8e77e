import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export type Packed = {
  readonly path: string;
  /** Opened when its turn comes, one after another: memory holds no two. */
  readonly open: () => AsyncIterable<Buffer>;
  /** Pictures and films are packed already. */
  readonly compress?: boolean;
};

/** Packs files as a stream; what goes wrong in one of them ends the whole. */
export async function* zipFile(files: readonly Packed[], madeAt: Date): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  // yazl tells of a source that broke, and then waits for it for ever.
  zip.on('error', (failure: Error) => output.destroy(failure));
  for (const { path, open, compress = true } of files) {
    zip.addReadStreamLazy(path, { mtime: madeAt, mode: 0o100644, compress }, (take) => {
      const source = Readable.from(open(), { objectMode: false });
      source.once('error', (failure) => output.destroy(failure));
      take(null, source);
    });
  }
  zip.end();
  for await (const part of output) yield part as Buffer;
}
