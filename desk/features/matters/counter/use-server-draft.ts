import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '#contract/intake/intake.ts';
import { request } from '../../../app/api/request.ts';
import type { IntakeDraft } from './intake-draft.ts';

export type DraftState = 'none' | 'waiting' | 'saving' | 'saved' | 'not-saved';

const address = '/api/v1/intake/draft';
const pauseBeforeSaving = 900;

/**
 * The form, kept on the server under the clerk shortly after each change, because a shared counter PC keeps nothing.
 * Until the stored one has been read there is no form, so that an empty one can never overwrite it.
 */
export function useServerDraft(blank: () => IntakeDraft) {
  const queryClient = useQueryClient();
  const stored = useQuery({
    queryKey: ['intake', 'draft'],
    queryFn: ({ signal }) => request<Draft>(address, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [draft, setDraft] = useState<IntakeDraft>();
  const [state, setState] = useState<DraftState>('none');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<IntakeDraft>(undefined);
  const sending = useRef<Promise<unknown>>(undefined);

  useEffect(() => {
    if (draft || !stored.isSuccess) return;
    const { content } = stored.data;
    setDraft(content ? { ...blank(), ...(content as Partial<IntakeDraft>) } : blank());
    if (content) setState('saved');
  }, [draft, stored.isSuccess, stored.data, blank]);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const content = unsaved.current;
    if (!content) return;
    unsaved.current = undefined;
    setState('saving');
    try {
      sending.current = request(address, { method: 'PUT', body: { content } });
      await sending.current;
      setState(unsaved.current ? 'waiting' : 'saved');
    } catch {
      unsaved.current ??= content;
      setState('not-saved');
      timer.current = setTimeout(() => void save(), 5000);
    }
  }, []);

  useEffect(() => () => void save(), [save]);

  const change = useCallback(
    (next: IntakeDraft) => {
      setDraft(next);
      unsaved.current = next;
      setState('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), pauseBeforeSaving);
    },
    [save],
  );

  /** Throws the draft away: it was registered, or the clerk starts anew. */
  const discard = useCallback(async () => {
    clearTimeout(timer.current);
    unsaved.current = undefined;
    setDraft(blank());
    setState('none');
    // A save still on its way would bring the draft back after it was thrown away.
    await sending.current?.catch(() => undefined);
    await request(address, { method: 'DELETE' }).catch(() => undefined);
    queryClient.removeQueries({ queryKey: ['intake', 'draft'] });
  }, [blank, queryClient]);

  return { draft, state, change, discard, unread: stored.error, readAgain: stored.refetch };
}
