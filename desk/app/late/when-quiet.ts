const readingForMs = 800;
const atLatestMs = 10_000;

/** Does what can wait once the page has stood for a while and the browser has nothing else to do. Answers how to give it up. */
export function whenQuiet(act: () => void): () => void {
  let idle: number | undefined;
  const timer = setTimeout(() => {
    // Safari has no such thing, and is quick enough.
    if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(act, { timeout: atLatestMs });
    else act();
  }, readingForMs);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
