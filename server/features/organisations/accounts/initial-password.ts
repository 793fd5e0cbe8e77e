import { randomInt } from 'node:crypto';

/** Letters and digits that nobody confuses when reading them aloud or copying them by hand. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/** Sixteen characters in four groups, about 79 bits: safe until it is changed, and can be read over a counter. */
export function makeInitialPassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
