import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app understands it: SHA-1, six digits, thirty seconds. */
const usual = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** A clock may be one step ahead or behind. */
const stepsAround = 1;
export const secretBytes = 20;

/**
 * The step of time for which a code is right, or null. Only steps after `usedStep` count: each serves one code. One that
 * no code can have by now was used while the clock ran ahead, and is no reason to keep somebody out until it comes.
 */
export function stepOfCode(secret: Buffer, code: string, atSeconds: number, usedStep: number): number | null {
  // The library compares by bytes: digits of another script would be of another length.
  if (!/^\d{6}$/.test(code)) return null;
  const totp = new TOTP({ ...usual, secret: secretOf(secret) });
  const timestamp = atSeconds * 1000;
  const ahead = totp.validate({ token: code, timestamp, window: stepsAround });
  if (ahead === null) return null;
  const step = totp.counter({ timestamp }) + ahead;
  const isFromAhead = usedStep > totp.counter({ timestamp }) + stepsAround;
  return step > usedStep || isFromAhead ? step : null;
}

/** Base32, for people who type the secret. */
export function spellSecret(secret: Buffer): string {
  return secretOf(secret).base32;
}

/** What the QR code holds. */
export function totpAddress(secret: Buffer, issuer: string, username: string): string {
  return new TOTP({ ...usual, issuer, label: username, secret: secretOf(secret) }).toString();
}

function secretOf(secret: Buffer): Secret {
  return new Secret({ buffer: new Uint8Array(secret).buffer });
}
