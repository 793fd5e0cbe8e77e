import { createHmac, randomInt } from 'node:crypto';
import { recoveryCodeCount } from '#domain/access/two-factors.ts';
import type { Services } from '#server/app/services.ts';

/** Letters and digits that nobody confuses on paper. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/** Ten characters each, about 49 bits; shown once, for paper that is kept apart. */
export function makeRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: recoveryCodeCount }, () => `${group()}-${group()}`);
}

/** What is kept of a code: keyed, so that a stolen database is no help in guessing it. */
export function recoveryCodeHash({ keys }: Services, userId: string, code: string): Buffer {
  const plain = code.toLowerCase().replace(/[^0-9a-z]/g, '');
  return createHmac('sha256', keys.purposeKey('recovery-code')).update(`${userId}\n${plain}`).digest();
}
