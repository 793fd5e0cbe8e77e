import type { WaitRule } from '#domain/access/growing-wait.ts';
import { networkOf } from '#server/app/network-of.ts';
import type { Services } from '#server/app/services.ts';
import { createLimit } from '../limits.ts';

const hour = 3600;

/** How fast one address may be wrong: five times in a row, then 5, 10, 20 … seconds apart, at most two minutes. */
export const addressRule: WaitRule = {
  freeTries: 5,
  firstWaitInSeconds: 5,
  longestWaitInSeconds: 120,
  forgottenAfterSeconds: hour,
};
/** How long whoever was wrong waits before the same code again; it grows with everybody's wrong tries on that code. */
export const codeRule: WaitRule = {
  freeTries: 10,
  firstWaitInSeconds: 2,
  longestWaitInSeconds: 60,
  forgottenAfterSeconds: hour,
};
/** What one party may send in: generous for a person, useless for a flood. */
export const sendingRule: WaitRule = {
  freeTries: 20,
  firstWaitInSeconds: 10,
  longestWaitInSeconds: 600,
  forgottenAfterSeconds: hour,
};

/** Wrong tries in a minute, from everywhere together, from which on everybody takes the waiting step. */
export const alarmAt = 120;
const alarmWindowMs = 60_000;
const alarmLastsMs = 10 * 60_000;

export type DoorLimits = ReturnType<typeof createDoorLimits>;

/**
 * Slows those who guess without shutting out whom they guess at: an address waits for its own wrong tries; the wait of a
 * code meets only addresses that were wrong themselves, and has an end at a minute. So whoever types their own code and
 * secret right the first time gets in at once, whatever others do to that code.
 */
export function createDoorLimits(services: Pick<Services, 'clock' | 'keys'>) {
  const byAddress = createLimit(services, 'door-address', addressRule);
  const byCode = createLimit(services, 'door-code', codeRule);
  const nowMs = (): number => services.clock.now().epochMilliseconds;
  let wrong: number[] = [];
  let alarmedUntilMs = 0;
  return {
    secondsToWait(ip: string, code: string): number {
      const address = networkOf(ip);
      const ofCode = byAddress.tries(address) > 0 ? byCode.secondsToWait(code) : 0;
      return Math.max(byAddress.secondsToWait(address), ofCode);
    },
    countWrong(ip: string, code: string): void {
      byAddress.count(networkOf(ip));
      byCode.count(code);
      const now = nowMs();
      wrong = [...wrong.filter((at) => now - at < alarmWindowMs), now].slice(-alarmAt);
      if (wrong.length >= alarmAt) alarmedUntilMs = now + alarmLastsMs;
    },
    /** Whether guessing goes on at large just now. */
    isAlarmed: (): boolean => nowMs() < alarmedUntilMs,
  };
}
