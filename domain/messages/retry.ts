/** How often a message is tried before it counts as failed. */
export const attemptsAtMost = 8;

const firstWaitInSeconds = 60;
const longestWaitInSeconds = 6 * 60 * 60;

/**
 * How many seconds to wait after so many attempts that came to nothing: four times as long each time, six hours at most;
 * null when it is enough. In all about a day, so that a gateway may be away for a night.
 */
export function waitAfter(attempts: number): number | null {
  if (attempts >= attemptsAtMost) return null;
  return Math.min(firstWaitInSeconds * 4 ** (attempts - 1), longestWaitInSeconds);
}
