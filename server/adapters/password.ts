import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

// OWASP's first recommendation for argon2id; about 30 ms, off the main thread, four at a time.
const memoryInKibibytes = 19_456;
const passes = 2;
const parallelism = 1;
const tagLength = 32;

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

/** In the usual written form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const cost = { memory: memoryInKibibytes, passes, parallelism, tagLength };
  const hash = await derive('argon2id', { message: password.normalize('NFKC'), nonce, ...cost });
  const settings = `m=${memoryInKibibytes},t=${passes},p=${parallelism}`;
  return ['', 'argon2id', 'v=19', settings, unpadded(nonce), unpadded(hash)].join('$');
}

/** Reads the cost from the hash, so that a later change of cost leaves old passwords valid. */
export async function isPassword(password: string, hashed: string): Promise<boolean> {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hashed);
  if (!found) return false;
  const [, memory, time, lanes, salt = '', expected = ''] = found;
  const hash = Buffer.from(expected, 'base64');
  const cost = {
    memory: Number(memory),
    passes: Number(time),
    parallelism: Number(lanes),
    tagLength: hash.length,
  };
  const nonce = Buffer.from(salt, 'base64');
  return timingSafeEqual(
    await derive('argon2id', { message: password.normalize('NFKC'), nonce, ...cost }),
    hash,
  );
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/={1,2}$/, '');
}
