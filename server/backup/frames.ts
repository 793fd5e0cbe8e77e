import { damaged } from './envelope.ts';
import { createShelf, type Pieces } from './pieces.ts';

/** What stands in a backup, one after the other: its head, then each part with its bytes and its end, then the manifest. */
export type Frame =
  | { readonly type: 'head' | 'part' | 'end' | 'manifest'; readonly told: unknown }
  | { readonly type: 'bytes'; readonly bytes: Buffer };

const types = { head: 1, part: 2, bytes: 3, end: 4, manifest: 5 } as const;
const names = new Map<number, Frame['type']>(
  Object.entries(types).map(([name, code]) => [code, name as Frame['type']]),
);
const prefixLength = 5;
/** Nothing longer is ever written but a manifest, which lists tables; a reader keeps no more than that in memory. */
const longest = 64 * 1024 * 1024;

export function* toBytes(frame: Frame): Generator<Buffer> {
  const payload = frame.type === 'bytes' ? frame.bytes : Buffer.from(JSON.stringify(frame.told), 'utf8');
  const prefix = Buffer.alloc(prefixLength);
  prefix.writeUInt8(types[frame.type]);
  prefix.writeUInt32BE(payload.length, 1);
  yield prefix;
  yield payload;
}

export async function* readFrames(bytes: Pieces): AsyncGenerator<Frame> {
  const shelf = createShelf();
  let expected: { type: Frame['type']; length: number } | undefined;
  for await (const piece of bytes) {
    shelf.put(piece);
    for (;;) {
      if (!expected) {
        if (shelf.size < prefixLength) break;
        const prefix = shelf.take(prefixLength);
        const type = names.get(prefix.readUInt8());
        const length = prefix.readUInt32BE(1);
        if (type === undefined || length > longest) throw new Error(damaged('holds something unknown'));
        expected = { type, length };
      }
      if (shelf.size < expected.length) break;
      const payload = shelf.take(expected.length);
      yield expected.type === 'bytes'
        ? { type: 'bytes', bytes: payload }
        : { type: expected.type, told: JSON.parse(payload.toString('utf8')) };
      expected = undefined;
    }
  }
  if (expected || shelf.size > 0) throw new Error(damaged('ends within a part'));
}
