import { describe, expect, it } from 'vitest';
import { embeddedTools } from './server-tools.ts';
import { losePrimary } from './standby.ts';

describe('a standby promoted', () => {
  it('has all that was acknowledged, once; the program finds it and answers "try again" meanwhile', async () => {
    const { acknowledgedBefore, acknowledged, refusals } = await losePrimary(await embeddedTools(), 100);
    expect(acknowledgedBefore).toBeGreaterThanOrEqual(100);
    expect(acknowledged - acknowledgedBefore).toBeGreaterThanOrEqual(100);
    expect(refusals).toEqual(['503 database-away']);
  }, 180_000);
});
