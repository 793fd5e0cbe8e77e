import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { secretAlphabet } from '#domain/matters/party-secret.ts';

/**
 * The keys of a city. All come from one master key, which stands outside the database:
 * a stolen database holds no readable party, and no two centres' look-up hashes can be joined.
 */
export type Keys = {
  /** A fresh key for one matter. */
  newMatterKey(): Buffer;
  /** Closes a matter's key under its holder's; at a transfer it is unwrapped and wrapped for the next. */
  wrapMatterKey(matterKey: Buffer, unitId: string, boundTo: string): Buffer;
  unwrapMatterKey(wrapped: Buffer, unitId: string, boundTo: string): Buffer;
  /** Encrypts under a matter's key. `boundTo` names the place (table, row, field), so that rows cannot be swapped. */
  seal(key: Buffer, plaintext: Buffer | string, boundTo: string): Buffer;
  open(key: Buffer, sealed: Buffer, boundTo: string): Buffer;
  /** Finds a present visitor among one centre's open matters, by exact match only. */
  lookupHash(unitId: string, kind: 'phone' | 'id', value: string): Buffer;
  /** Says that two centres may hold the same dispute; the order of the two sides does not matter. */
  pairHash(cityCode: string, one: string, other: string): Buffer;
  /** What a party keeps beside the code. Computed, so that a lost answer can be repeated. */
  partySecret(partyId: string, generation: number): string;
  /** A key for secrets of the program itself, such as a clerk's drafts. */
  purposeKey(purpose: string): Buffer;
};

const version = 1;
const nonceLength = 12;
const tagLength = 16;
const keyLength = 32;

export function createKeys(masterKey: Buffer): Keys {
  if (masterKey.length !== keyLength)
    throw new Error(`the master key has ${masterKey.length} bytes, not ${keyLength}`);

  const derived = new Map<string, Buffer>();
  function purposeKey(purpose: string): Buffer {
    const known = derived.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', masterKey, '', `hejie/1/${purpose}`, keyLength));
    derived.set(purpose, key);
    return key;
  }
  const centreKey = (unitId: string): Buffer => purposeKey(`centre/${unitId}`);
  const hash = (key: Buffer, text: string): Buffer =>
    createHmac('sha256', keyObject(key)).update(text, 'utf8').digest();

  return {
    purposeKey,
    newMatterKey: () => randomBytes(keyLength),
    wrapMatterKey: (matterKey, unitId, boundTo) => seal(centreKey(unitId), matterKey, boundTo),
    unwrapMatterKey: (wrapped, unitId, boundTo) => open(centreKey(unitId), wrapped, boundTo),
    seal,
    open,
    lookupHash: (unitId, kind, value) => hash(purposeKey(`lookup/${unitId}`), `${kind}\n${value}`),
    pairHash: (cityCode, one, other) => hash(purposeKey(`pair/${cityCode}`), [one, other].sort().join('\n')),
    partySecret: (partyId, generation) =>
      spell(hash(purposeKey('party-secret'), `${partyId}\n${generation}`)),
  };
}

const keyObjects = new WeakMap<Buffer, KeyObject>();

/** Node tries bytes as a key object first and fails with an exception, which costs three times the encryption. */
function keyObject(key: Buffer): KeyObject {
  const known = keyObjects.get(key);
  if (known !== undefined) return known;
  const made = createSecretKey(key);
  keyObjects.set(key, made);
  return made;
}

/** AES-256-GCM; one byte of version, 12 of nonce, the ciphertext, 16 of tag. */
function seal(key: Buffer, plaintext: Buffer | string, boundTo: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', keyObject(key), nonce, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(boundTo, 'utf8'));
  const head = typeof plaintext === 'string' ? cipher.update(plaintext, 'utf8') : cipher.update(plaintext);
  return Buffer.concat([Buffer.of(version), nonce, head, cipher.final(), cipher.getAuthTag()]);
}

function open(key: Buffer, sealed: Buffer, boundTo: string): Buffer {
  if (sealed.length < 1 + nonceLength + tagLength || sealed[0] !== version) {
    throw new Error('sealed content has an unknown form');
  }
  const nonce = sealed.subarray(1, 1 + nonceLength);
  const decipher = createDecipheriv('aes-256-gcm', keyObject(key), nonce, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(boundTo, 'utf8'));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  const head = decipher.update(sealed.subarray(1 + nonceLength, sealed.length - tagLength));
  return Buffer.concat([head, decipher.final()]);
}

/** Ten characters in two groups of five, about 49 bits; every character is equally likely. */
function spell(digest: Buffer): string {
  let number = digest.readBigUInt64BE(0);
  let characters = '';
  for (let place = 0; place < 10; place += 1) {
    characters += secretAlphabet[Number(number % BigInt(secretAlphabet.length))];
    number /= BigInt(secretAlphabet.length);
  }
  return `${characters.slice(0, 5)}-${characters.slice(5)}`;
}
