import { expect, it } from 'vitest';
import { isWithin } from './token-bounds.ts';

const bounds = { scope: ['register-matter', 'be-posted'], isReadOnly: false, postingId: 'p' };
const reading = { isReading: true, isDangerous: false };
const writing = { isReading: false, isDangerous: false };

it.each([
  ['a door in its scope', { policy: 'register-matter', ...writing }, true, false],
  ['the same to read', { policy: 'be-posted', ...reading }, true, true],
  ['another door', { policy: 'work-on-matters', ...reading }, false, false],
  ['a dangerous act', { policy: 'register-matter', isReading: true, isDangerous: true }, false, false],
  ['what one asks about oneself', { policy: 'signed-in', ...reading }, true, true],
  ['what one changes of oneself', { policy: 'signed-in', ...writing }, false, false],
] as const)('%s', (_, use, isOpen, isOpenToReader) => {
  expect(isWithin(bounds, use)).toBe(isOpen);
  expect(isWithin({ ...bounds, isReadOnly: true }, use)).toBe(isOpenToReader);
});
