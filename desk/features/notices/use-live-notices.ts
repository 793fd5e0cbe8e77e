import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { requestHeaders } from '../../app/api/request.ts';
import { noticesQuery } from './notices-query.ts';
import { readEvents } from './read-events.ts';

const waits = [1_000, 3_000, 10_000, 30_000];
const askedAgainEveryMs = 60_000;

/**
 * Keeps notices and lists as new as the server has them: it says when something is new, and the queries ask for it.
 * Not an `EventSource`, which can say neither posting nor language. While it is cut, the bell asks once a minute.
 */
export function useLiveNotices(postingId: string | undefined): boolean {
  const queryClient = useQueryClient();
  const [isLive, setLive] = useState(true);
  useEffect(() => {
    if (postingId === undefined) return;
    const hangUp = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    const refresh = () => {
      void queryClient.invalidateQueries({ queryKey: noticesQuery.queryKey });
      // Lists only: fetching an open file anew would be another opening on its record.
      void queryClient.invalidateQueries({ queryKey: ['matters', 'queue'] });
    };
    const listen = async () => {
      const headers = requestHeaders();
      headers.set('accept', 'text/event-stream');
      try {
        const answer = await fetch('/api/v1/notices/stream', {
          headers,
          credentials: 'same-origin',
          signal: hangUp.signal,
        });
        // Whoever may listen no longer is told so by the answer to what is asked now, not a minute later.
        if (answer.status === 401 || answer.status === 403) refresh();
        if (answer.ok && answer.body) {
          await readEvents(answer.body, (name) => {
            // What happened while nobody listened is fetched on coming back.
            if (name === 'notice' || (name === 'open' && failures > 0)) refresh();
            if (name === 'open') {
              failures = 0;
              setLive(true);
            }
          });
        }
      } catch {
        // The network: it is asked again below.
      }
      if (hangUp.signal.aborted) return;
      failures += 1;
      if (failures > 1) setLive(false);
      timer = setTimeout(() => void listen(), waits[Math.min(failures - 1, waits.length - 1)]);
    };
    void listen();
    return () => {
      hangUp.abort();
      clearTimeout(timer);
    };
  }, [postingId, queryClient]);
  useEffect(() => {
    if (isLive) return;
    const timer = setInterval(
      () => void queryClient.invalidateQueries({ queryKey: noticesQuery.queryKey }),
      askedAgainEveryMs,
    );
    return () => clearInterval(timer);
  }, [isLive, queryClient]);
  return isLive;
}
