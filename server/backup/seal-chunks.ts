import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { damaged, type Envelope, envelopeLength, readEnvelope } from './envelope.ts';
import type { Pieces } from './pieces.ts';
import { createShelf } from './pieces.ts';

const chunkLength = 256 * 1024;
const tagLength = 16;
const nonceLength = 12;
const algorithm = 'aes-256-gcm';

/**
 * AES-256-GCM chunk by chunk: the nonce is the chunk's number and whether it is the last, and every chunk is bound to the
 * envelope. So none can be changed, left out, put elsewhere or taken from another file, and a file cut short has no last one.
 */
export async function* sealChunks({ key, bytes }: Envelope, plain: Pieces): AsyncGenerator<Buffer> {
  yield bytes;
  const secret = createSecretKey(key);
  const shelf = createShelf();
  let number = 0;
  for await (const piece of plain) {
    shelf.put(piece);
    // The last chunk must be known as such, so one is held back.
    while (shelf.size > chunkLength) yield seal(secret, bytes, number++, false, shelf.take(chunkLength));
  }
  yield seal(secret, bytes, number, true, shelf.take(shelf.size));
}

/** What was sealed; `open` tells from the envelope under which key. Throws a sentence at the first chunk that is not as it was. */
export async function* openChunks(
  sealed: Pieces,
  keys: Parameters<typeof readEnvelope>[0],
): AsyncGenerator<Buffer> {
  const shelf = createShelf();
  let open: ((isLast: boolean, chunk: Buffer) => Buffer) | undefined;
  for await (const piece of sealed) {
    shelf.put(piece);
    if (!open) {
      if (shelf.size < envelopeLength) continue;
      open = opener(readEnvelope(keys, shelf.take(envelopeLength)));
    }
    while (shelf.size > chunkLength + tagLength) yield open(false, shelf.take(chunkLength + tagLength));
  }
  open ??= opener(readEnvelope(keys, shelf.take(shelf.size)));
  yield open(true, shelf.take(shelf.size));
}

function opener({ key, bytes }: Envelope): (isLast: boolean, chunk: Buffer) => Buffer {
  const secret = createSecretKey(key);
  let number = 0;
  return (isLast, chunk) => {
    if (chunk.length < tagLength) throw new Error(damaged('ends too early'));
    const decipher = createDecipheriv(algorithm, secret, nonceOf(number, isLast), {
      authTagLength: tagLength,
    });
    decipher.setAAD(bytes);
    decipher.setAuthTag(chunk.subarray(chunk.length - tagLength));
    const plain = decipher.update(chunk.subarray(0, chunk.length - tagLength));
    try {
      decipher.final();
    } catch (cause) {
      const how = isLast ? 'ends too early, or is changed at its end' : `is changed in its chunk ${number}`;
      throw new Error(damaged(how), { cause });
    }
    number += 1;
    return plain;
  };
}

function seal(secret: KeyObject, bound: Buffer, number: number, isLast: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv(algorithm, secret, nonceOf(number, isLast), { authTagLength: tagLength });
  cipher.setAAD(bound);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(nonceLength);
  nonce.writeBigUInt64BE(BigInt(number), 3);
  nonce[nonceLength - 1] = isLast ? 1 : 0;
  return nonce;
}
