/** Bytes as they come, in whatever lengths. */
export type Pieces = AsyncIterable<Buffer>;

/** How many bytes are asked for at once: fewer would cost more turns, more would cost memory. */
export const pieceLength = 64 * 1024;

/** Where pieces wait until there is as much as is wanted at a time. */
export type Shelf = {
  readonly size: number;
  put(piece: Buffer): void;
  /** The first so many bytes; there must be as many. */
  take(length: number): Buffer;
};

export function createShelf(): Shelf {
  let pieces: Buffer[] = [];
  let size = 0;
  return {
    get size() {
      return size;
    },
    put(piece) {
      pieces.push(piece);
      size += piece.length;
    },
    take(length) {
      if (length > size) throw new Error(`asked for ${length} bytes of ${size}`);
      const whole = pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces, size);
      size -= length;
      pieces = size > 0 ? [whole.subarray(length)] : [];
      return whole.subarray(0, length);
    },
  };
}
