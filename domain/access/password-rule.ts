export const passwordLength = { least: 10, most: 128 } as const;

export const passwordRefusals = [
  'password-too-short',
  'password-too-long',
  'password-has-name',
  'password-leaked',
] as const;
export type PasswordRefusal = (typeof passwordRefusals)[number];

/** Words that everybody who guesses tries first; all in lower case. */
export type LeakedPasswords = { has(word: string): boolean };

/**
 * Why a password may not be set, or null where it may. Length does most of the work; what is left are the words that a
 * guesser begins with, plain or dressed up with digits and signs at either end (Hejie2026!), and the account's own name.
 */
export function refusalOfPassword(
  password: string,
  username: string,
  leaked: LeakedPasswords,
): PasswordRefusal | null {
  if (password.length < passwordLength.least) return 'password-too-short';
  if (password.length > passwordLength.most) return 'password-too-long';
  const whole = folded(password);
  const bare = undressed(whole);
  const name = folded(username);
  if (whole === name || (bare !== '' && bare === undressed(name))) return 'password-has-name';
  return leaked.has(whole) || leaked.has(bare) ? 'password-leaked' : null;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** What is left between the first letter and the last. */
function undressed(text: string): string {
  return /\p{L}.*\p{L}|\p{L}/su.exec(text)?.[0] ?? '';
}
