import { createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Keys } from '#server/adapters/keys.ts';

/**
 * The first bytes of a backup, in clear: what it is, of which form, the salt of its key, by which mark the right master
 * key is known, and a checksum, so that a damaged file is not taken for one under another key.
 */
export type Envelope = { readonly bytes: Buffer; readonly key: Buffer };

const magic = Buffer.from('HEJIEBAK', 'latin1');
const form = 1;
const saltLength = 32;
const markLength = 16;
const checksumLength = 8;
const markFrom = magic.length + 1 + saltLength;
const checksumFrom = markFrom + markLength;
export const envelopeLength = checksumFrom + checksumLength;

/** Every backup has a key of its own, so that its chunks may simply be numbered. */
export function newEnvelope(keys: Pick<Keys, 'purposeKey'>): Envelope {
  const salt = randomBytes(saltLength);
  const { key, mark } = derive(keys, salt);
  const told = Buffer.concat([magic, Buffer.of(form), salt, mark]);
  return { key, bytes: Buffer.concat([told, checksum(told)]) };
}

/** Throws a sentence where the file is no backup, is damaged, or belongs to another master key. */
export function readEnvelope(keys: Pick<Keys, 'purposeKey'>, bytes: Buffer): Envelope {
  if (!bytes.subarray(0, magic.length).equals(magic)) throw new Error('This file is not a backup of Hejie.');
  if (bytes.length < envelopeLength) throw new Error(damaged('ends within its first bytes'));
  const told = bytes.subarray(0, checksumFrom);
  if (!checksum(told).equals(bytes.subarray(checksumFrom, envelopeLength)))
    throw new Error(damaged('is changed in its first bytes'));
  if (bytes[magic.length] !== form)
    throw new Error(
      'This backup has a form that this program does not know. Update Hejie to the version that made it, or a newer one.',
    );
  const { key, mark } = derive(keys, bytes.subarray(magic.length + 1, markFrom));
  if (!timingSafeEqual(mark, bytes.subarray(markFrom, checksumFrom)))
    throw new Error(
      'This backup was made under another master key. Give the one of the instance it was made of: HEJIE_MASTER_KEY, ' +
        'or, of a demo, its file master.key in the data folder.',
    );
  return { key, bytes: Buffer.from(bytes.subarray(0, envelopeLength)) };
}

export function damaged(how: string): string {
  return `This backup is damaged or cut short: it ${how}. Use another one.`;
}

function derive(keys: Pick<Keys, 'purposeKey'>, salt: Buffer): { key: Buffer; mark: Buffer } {
  const both = Buffer.from(hkdfSync('sha256', keys.purposeKey('backup'), salt, 'file', 32 + markLength));
  return { key: both.subarray(0, 32), mark: both.subarray(32) };
}

function checksum(told: Buffer): Buffer {
  return createHash('sha256').update(told).digest().subarray(0, checksumLength);
}
