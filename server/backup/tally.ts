import { createHash } from 'node:crypto';
import type { FilesTally, Tally } from './contents.ts';
import type { Pieces } from './pieces.ts';

const lineEnd = 10;

/** Lets bytes pass and counts them. COPY ends each row with a line end and writes those within a row otherwise. */
export async function* counted(
  content: Pieces,
  isTable: boolean,
  onEnd: (tally: Tally) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  for await (const piece of content) {
    hash.update(piece);
    bytes += piece.length;
    if (isTable)
      for (let at = piece.indexOf(lineEnd); at >= 0; at = piece.indexOf(lineEnd, at + 1)) rows += 1;
    yield piece;
  }
  onEnd({ rows, bytes, sha256: hash.digest('hex') });
}

/** The list of the store's files, which may be millions, as one hash. */
export function createFilesTally(): { add(address: string, bytes: number): void; end(): FilesTally } {
  const hash = createHash('sha256');
  let count = 0;
  let bytes = 0;
  return {
    add(address, length) {
      hash.update(`${address} ${length}\n`);
      count += 1;
      bytes += length;
    },
    end: () => ({ count, bytes, sha256: hash.digest('hex') }),
  };
}
