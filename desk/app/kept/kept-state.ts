import { useCallback, useState } from 'react';

const kept = new Map<string, unknown>();

/**
 * State that outlives the form it belongs to: closing a drawer, Esc or going to another matter loses nothing that was
 * typed. It lives in this window's memory only, because a shared counter PC keeps nothing.
 */
export function useKeptState<T>(name: string, initial: T) {
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : initial));
  const set = useCallback(
    (next: T) => {
      kept.set(name, next);
      setValue(next);
    },
    [name],
  );
  const forget = useCallback(() => {
    kept.delete(name);
    setValue(initial);
  }, [name, initial]);
  return [value, set, forget] as const;
}

/** Fills in a form before it opens. */
export function keepForLater<T>(name: string, value: T): void {
  kept.set(name, value);
}

/** What a form that is closed now was left with. */
export function keptBefore<T>(name: string): T | undefined {
  return kept.get(name) as T | undefined;
}

/** Nothing typed under one posting may be shown under another, or to the next person at this computer. */
export function forgetEverythingKept(): void {
  kept.clear();
}
