export type Load = { readonly perSecond: number; readonly latenciesInMs: readonly number[] };

/**
 * One piece of work after another in each of so many lanes at once, until the time is over or there is none left.
 * What is under way at the end is waited for, and so its time counts.
 */
export async function load(
  lanes: number,
  seconds: number,
  work: () => Promise<unknown> | null,
): Promise<Load> {
  const latenciesInMs: number[] = [];
  const start = performance.now();
  const until = start + seconds * 1000;
  const lane = async (): Promise<void> => {
    for (let from = performance.now(); from < until; ) {
      const done = work();
      if (done === null) return;
      await done;
      const now = performance.now();
      latenciesInMs.push(now - from);
      from = now;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { perSecond: latenciesInMs.length / ((performance.now() - start) / 1000), latenciesInMs };
}
