import type { Keys } from './keys.ts';

/** So much plain content is sealed at a time; memory holds one piece, however large the file. */
const pieceBytes = 64 * 1024;
/** Version, nonce and tag around each piece. */
const sealedPieceBytes = pieceBytes + 29;

/**
 * Seals a file piece by piece. Each is bound to its number and to whether it is the last, so that pieces can be neither
 * swapped nor dropped, nor the file cut short, without the opening failing.
 */
export async function* sealStream(
  keys: Pick<Keys, 'seal'>,
  key: Buffer,
  boundTo: string,
  content: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { piece, isLast } of pieces(content, pieceBytes)) {
    yield keys.seal(key, piece, placeOf(boundTo, number, isLast));
    number += 1;
  }
}

/** Opens what `sealStream` sealed; throws where a byte of it is not as it was. */
export async function* openStream(
  keys: Pick<Keys, 'open'>,
  key: Buffer,
  boundTo: string,
  sealed: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { piece, isLast } of pieces(sealed, sealedPieceBytes)) {
    yield keys.open(key, piece, placeOf(boundTo, number, isLast));
    number += 1;
  }
}

const placeOf = (boundTo: string, number: number, isLast: boolean): string =>
  `${boundTo}/${number}/${isLast ? 'last' : 'more'}`;

/** Cuts a stream into pieces of one size; the last may be shorter, and there is always one. */
async function* pieces(
  content: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const part of content) {
    waiting.push(part);
    length += part.length;
    if (length <= size) continue;
    const whole = Buffer.concat(waiting);
    let at = 0;
    // The piece at the very end waits: only then is it known to be the last.
    for (; whole.length - at > size; at += size) {
      yield { piece: whole.subarray(at, at + size), isLast: false };
    }
    waiting = [whole.subarray(at)];
    length = whole.length - at;
  }
  yield { piece: Buffer.concat(waiting), isLast: true };
}
