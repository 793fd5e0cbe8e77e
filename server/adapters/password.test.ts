import { expect, it } from 'vitest';
import { hashPassword, isPassword } from './password.ts';

it('knows a password again, and no other', async () => {
  const hashed = await hashPassword('柠檬 & lemon 2026');
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword('柠檬 & lemon 2026', hashed)).toBe(true);
  expect(await isPassword('柠檬 & lemon 2027', hashed)).toBe(false);
  expect(await hashPassword('柠檬 & lemon 2026')).not.toBe(hashed);
  expect(await isPassword('', 'plain text')).toBe(false);
});
