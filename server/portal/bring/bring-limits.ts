import type { WaitRule } from '#domain/access/growing-wait.ts';
import { networkOf } from '#server/app/network-of.ts';
import type { Services } from '#server/app/services.ts';
import { createLimit } from '../limits.ts';

const hour = 3600;

/** Drafts begun from one address: a family, a service point, an office behind one line. */
export const beginRule: WaitRule = {
  freeTries: 30,
  firstWaitInSeconds: 5,
  longestWaitInSeconds: 300,
  forgottenAfterSeconds: hour,
};
/** Matters sent from one address. */
export const sendRule: WaitRule = {
  freeTries: 10,
  firstWaitInSeconds: 30,
  longestWaitInSeconds: 900,
  forgottenAfterSeconds: hour,
};
/** Uploads from one address; each may hold several files. */
export const uploadRule: WaitRule = {
  freeTries: 60,
  firstWaitInSeconds: 10,
  longestWaitInSeconds: 300,
  forgottenAfterSeconds: hour,
};

/** So many matters from everywhere within a minute are a flood, not a city; then everybody takes the waiting step. */
export const floodAt = 30;
const floodWindowMs = 60_000;
const floodLastsMs = 10 * 60_000;
export const waitingSeconds = 10;

export function createBringLimits(services: Pick<Services, 'clock' | 'keys'>) {
  const begun = createLimit(services, 'bring-begin', beginRule);
  const sent = createLimit(services, 'bring-send', sendRule);
  const uploaded = createLimit(services, 'bring-upload', uploadRule);
  const nowMs = (): number => services.clock.now().epochMilliseconds;
  let recent: number[] = [];
  let floodUntilMs = 0;
  return {
    secondsToBegin: (ip: string): number => begun.secondsToWait(networkOf(ip)),
    countBegun: (ip: string): void => begun.count(networkOf(ip)),
    secondsToUpload: (ip: string): number => uploaded.secondsToWait(networkOf(ip)),
    countUpload: (ip: string): void => uploaded.count(networkOf(ip)),
    secondsToSend: (ip: string): number => sent.secondsToWait(networkOf(ip)),
    countSent(ip: string): void {
      sent.count(networkOf(ip));
      const now = nowMs();
      recent = [...recent.filter((at) => now - at < floodWindowMs), now].slice(-floodAt);
      if (recent.length >= floodAt) floodUntilMs = now + floodLastsMs;
    },
    isFlooded: (): boolean => nowMs() < floodUntilMs,
  };
}
