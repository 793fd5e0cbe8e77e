/** How tries are slowed: so many are free within the window, then each waits twice as long as the one before. */
export type WaitRule = {
  readonly freeTries: number;
  readonly firstWaitInSeconds: number;
  readonly longestWaitInSeconds: number;
  /** After so long without a try the count begins anew. */
  readonly forgottenAfterSeconds: number;
};

/** The seconds to wait after the given number of tries; none while they are free. */
export function waitAfter(tries: number, rule: WaitRule): number {
  const over = tries - rule.freeTries;
  if (over < 0) return 0;
  // 2^30 is past every sensible limit, and exact.
  return Math.min(rule.firstWaitInSeconds * 2 ** Math.min(over, 30), rule.longestWaitInSeconds);
}

/** How many tries somebody who never rests gets through in the given time: the sum of docs/threat-model.md. */
export function triesWithin(seconds: number, rule: WaitRule): number {
  let tries = 0;
  for (let passed = 0; passed <= seconds; passed += waitAfter(tries, rule)) {
    tries += 1;
    const wait = waitAfter(tries, rule);
    if (wait === rule.longestWaitInSeconds) return tries + Math.floor((seconds - passed) / wait);
  }
  return tries;
}
