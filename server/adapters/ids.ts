import { createHmac } from 'node:crypto';
import { v7 } from 'uuid';
import type { Clock } from './clock.ts';

/** Makes a UUIDv7: sorts by time of making, so indexes grow at one end. */
export type NewId = () => string;

export const randomIds: NewId = () => v7();

/** The same ids in the same order for the same seed and clock: the demo is the same on every machine. */
export function seededIds(seed: string, clock: Clock): NewId {
  let count = 0;
  return () => {
    count += 1;
    const random = createHmac('sha256', seed).update(String(count)).digest().subarray(0, 16);
    // The sequence keeps ids of one millisecond in the order of their making.
    return v7({ msecs: clock.now().epochMilliseconds, seq: count, random });
  };
}
