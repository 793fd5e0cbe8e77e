import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createRemembered } from './remembered.ts';

function counter() {
  let counted = 0;
  return {
    count: async () => ++counted,
    fails: async (): Promise<number> => Promise.reject(new Error(`${++counted}`)),
  };
}

describe('a remembered count', () => {
  it('is one for all who ask at once and soon after, for each key', async () => {
    const remembered = createRemembered();
    const { count } = counter();
    expect(await Promise.all([remembered.of('a', count), remembered.of('a', count)])).toEqual([1, 1]);
    expect(await remembered.of('a', count)).toBe(1);
    expect(await remembered.of('b', count)).toBe(2);
  });

  it('is made anew after a change, also one that came while it was made', async () => {
    const remembered = createRemembered();
    const { count } = counter();
    const gate = Promise.withResolvers<number>();
    const slow = remembered.of('a', () => gate.promise);
    remembered.forget();
    expect(await remembered.of('a', count)).toBe(1);
    gate.resolve(0);
    expect(await slow).toBe(0);
    expect(await remembered.of('a', count)).toBe(1);
  });

  it('is made anew after its time, and after a failure', async () => {
    const remembered = createRemembered(20);
    const { count, fails } = counter();
    await expect(remembered.of('a', fails)).rejects.toThrow('1');
    expect(await remembered.of('a', count)).toBe(2);
    await expect
      .poll(async () => {
        await wait(5);
        return remembered.of('a', count);
      })
      .toBeGreaterThan(2);
  });
});
