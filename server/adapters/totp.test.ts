import { randomBytes } from 'node:crypto';
import { Secret, TOTP, URI } from 'otpauth';
import { expect, it } from 'vitest';
import { spellSecret, stepOfCode, totpAddress } from './totp.ts';

const secret = randomBytes(20);
const app = new TOTP({ secret: Secret.fromBase32(spellSecret(secret)) });
const at = 1_772_413_200;
const code = (seconds: number) => app.generate({ timestamp: seconds * 1000 });

it('takes the code of an authenticator app, one step early or late, and no other', () => {
  for (const shift of [-30, 0, 30])
    expect(stepOfCode(secret, code(at + shift), at, 0)).toBe(Math.floor((at + shift) / 30));
  for (const shift of [-60, 60, 3600]) expect(stepOfCode(secret, code(at + shift), at, 0)).toBeNull();
  expect(stepOfCode(randomBytes(20), code(at), at, 0)).toBeNull();
  for (const wrong of ['', 'abcdef', '12345', '      ', '０１２３４５'])
    expect(stepOfCode(secret, wrong, at, 0)).toBeNull();
});

it('gives each step of time to one code', () => {
  const step = stepOfCode(secret, code(at), at, 0) ?? 0;
  expect(stepOfCode(secret, code(at), at, step)).toBeNull();
  expect(stepOfCode(secret, code(at - 30), at, step)).toBeNull();
  expect(stepOfCode(secret, code(at + 30), at + 30, step)).toBe(step + 1);
});

it('keeps nobody out over a step that was used while the clock ran ahead', () => {
  const step = stepOfCode(secret, code(at), at, 0) ?? 0;
  const yearLater = step + 365 * 2880;
  expect(stepOfCode(secret, code(at), at, yearLater)).toBe(step);
  // One step ahead of ours is a clock like any other.
  expect(stepOfCode(secret, code(at), at, step + 1)).toBeNull();
});

it('knows the test values of RFC 6238', () => {
  const known = Buffer.from('12345678901234567890');
  for (const [seconds, eight] of [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [2_000_000_000, '69279037'],
  ] as const)
    expect(stepOfCode(known, eight.slice(2), seconds, 0)).toBe(Math.floor(seconds / 30));
});

it('writes an address that an app reads back', () => {
  const read = URI.parse(totpAddress(secret, '和解 Hejie', 'wang.security'));
  expect(read).toMatchObject({ issuer: '和解 Hejie', label: 'wang.security', digits: 6 });
  expect((read as TOTP).generate({ timestamp: at * 1000 })).toBe(code(at));
});
