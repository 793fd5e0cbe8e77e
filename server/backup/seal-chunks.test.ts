import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeys } from '#server/adapters/keys.ts';
import { envelopeLength, newEnvelope } from './envelope.ts';
import { openChunks, sealChunks } from './seal-chunks.ts';

const keys = createKeys(randomBytes(32));
const chunk = 256 * 1024;
const sealedChunk = chunk + 16;

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const seal = (plain: Buffer): Promise<Buffer> =>
  whole(sealChunks(newEnvelope(keys), inPieces(plain, 70_001)));
const open = (sealed: Buffer, by = keys): Promise<Buffer> => whole(openChunks(inPieces(sealed, 65_536), by));

it.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 5])(
  'opens what it sealed: %i bytes',
  async (length) => {
    const plain = randomBytes(length);
    const sealed = await seal(plain);
    if (length >= 64) expect(sealed.includes(plain.subarray(0, 64))).toBe(false);
    expect((await open(sealed)).equals(plain)).toBe(true);
  },
);

it('never seals two files alike', async () => {
  const plain = Buffer.from('the same');
  expect((await seal(plain)).equals(await seal(plain))).toBe(false);
});

describe('a file that is not as it was', () => {
  const plain = randomBytes(3 * chunk + 100);
  const at = (number: number): number => envelopeLength + number * sealedChunk;
  const damages: [string, (sealed: Buffer, other: Buffer) => Buffer, RegExp][] = [
    [
      'cut after a whole chunk',
      (sealed) => sealed.subarray(0, at(2)),
      /damaged or cut short: it ends too early/,
    ],
    [
      'cut within a chunk',
      (sealed) => sealed.subarray(0, at(1) + 77),
      /damaged or cut short: it ends too early/,
    ],
    [
      'cut before its last byte',
      (sealed) => sealed.subarray(0, -1),
      /damaged or cut short: it ends too early/,
    ],
    ['cut after its envelope', (sealed) => sealed.subarray(0, envelopeLength), /ends too early/],
    ['cut within its envelope', (sealed) => sealed.subarray(0, 30), /ends within its first bytes/],
    ['longer', (sealed) => Buffer.concat([sealed, randomBytes(20)]), /damaged/],
    [
      'with two chunks in each other’s place',
      (sealed) =>
        Buffer.concat([
          sealed.subarray(0, at(0)),
          sealed.subarray(at(1), at(2)),
          sealed.subarray(at(0), at(1)),
          sealed.subarray(at(2)),
        ]),
      /changed in its chunk 0/,
    ],
    [
      'without one of its chunks',
      (sealed) => Buffer.concat([sealed.subarray(0, at(1)), sealed.subarray(at(2))]),
      /changed in its chunk 1/,
    ],
    [
      'with a chunk of another backup',
      (sealed, other) =>
        Buffer.concat([sealed.subarray(0, at(1)), other.subarray(at(1), at(2)), sealed.subarray(at(2))]),
      /changed in its chunk 1/,
    ],
    ['with another bit', (sealed) => flipped(sealed, at(2) + 5), /changed in its chunk 2/],
    ['with another bit in its end', (sealed) => flipped(sealed, sealed.length - 1), /changed at its end/],
    ['with another bit in its envelope', (sealed) => flipped(sealed, 20), /changed in its first bytes/],
    ['something else', () => Buffer.from('PK\x03\x04 an archive'), /is not a backup of Hejie/],
    ['empty', () => Buffer.alloc(0), /is not a backup of Hejie/],
  ];

  it.each(damages)('is refused: %s', async (_how, damage, sentence) => {
    const [sealed, other] = await Promise.all([seal(plain), seal(plain)]);
    await expect(open(damage(sealed, other))).rejects.toThrow(sentence);
  });

  it('is told from one under another master key', async () => {
    await expect(open(await seal(plain), createKeys(randomBytes(32)))).rejects.toThrow(
      'This backup was made under another master key.',
    );
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(at) ^ 4, at);
  return changed;
}
