import { useEffect, useRef } from 'react';
import { asProblem } from '../api/problem.ts';
import { queryClient } from '../api/query-client.ts';

type CacheEvent = { type: string; action?: { type: string; error?: unknown }; query?: unknown };

/** Hears of every refusal with this code, whichever page it was that asked. */
export function useRefusals(code: string, onRefusal: () => void): void {
  const latest = useRef(onRefusal);
  useEffect(() => {
    latest.current = onRefusal;
  });
  useEffect(() => {
    const watch = (event: CacheEvent) => {
      const [name] = (event.query as { queryKey: readonly unknown[] } | undefined)?.queryKey ?? [];
      // Only as it is answered: what is asked again after signing in still holds the answer of before.
      const isAnswer = event.type === 'updated' && event.action?.type === 'error';
      if (isAnswer && name !== 'me' && asProblem(event.action?.error)?.code === code) latest.current();
    };
    const stops = [
      queryClient.getQueryCache().subscribe(watch),
      queryClient.getMutationCache().subscribe(watch),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [code]);
}
