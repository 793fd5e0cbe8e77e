import { type RefObject, useEffect, useLayoutEffect } from 'react';

const positions = new Map<string, number>();

/** Keeps a list's scroll position under a name while the window is open, through leaving and coming back. */
export function useKeptScroll(list: RefObject<HTMLElement | null>, name: string, isFilled: boolean): void {
  useLayoutEffect(() => {
    if (isFilled && list.current) list.current.scrollTop = positions.get(name) ?? 0;
  }, [list, name, isFilled]);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    // A list that is hidden on a narrow screen reports 0; that is not where its reader was.
    const keep = () => element.offsetParent && positions.set(name, element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    const shown = new ResizeObserver(() => {
      if (element.offsetParent && element.scrollTop === 0) element.scrollTop = positions.get(name) ?? 0;
    });
    shown.observe(element);
    return () => {
      element.removeEventListener('scroll', keep);
      shown.disconnect();
    };
  }, [list, name]);
}
