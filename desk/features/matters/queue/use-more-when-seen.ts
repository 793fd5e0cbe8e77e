import { type RefObject, useEffect, useRef } from 'react';

/** Asks for more shortly before the reader reaches the element that ends the list. */
export function useMoreWhenSeen(hasMore: boolean, more: () => void): RefObject<HTMLDivElement | null> {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(more);
  useEffect(() => {
    latest.current = more;
  });
  useEffect(() => {
    if (!hasMore || !end.current) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      // The list scrolls by itself; a margin around the window would not reach into it.
      root: end.current.parentElement,
      rootMargin: '600px 0px',
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [hasMore]);
  return end;
}
