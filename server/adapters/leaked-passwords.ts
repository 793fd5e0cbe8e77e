import { dictionary } from '@zxcvbn-ts/language-common';
import type { LeakedPasswords } from '#domain/access/password-rule.ts';

/** The passwords that stand in most of the leaks, the commonest first; shipped, so that no password is ever sent to ask. */
export const leakedPasswords: LeakedPasswords = new Set<string>(dictionary['passwords-common']);
