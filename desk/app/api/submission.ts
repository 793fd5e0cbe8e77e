import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { asProblem, isPassing } from './problem.ts';
import { request } from './request.ts';

/**
 * Sends something that must happen once. The key belongs to what is sent: a retry after a lost answer carries the
 * same key and is answered by what the first one did; changed content is a new submission with a new key.
 */
export function useSubmission<Answer>(onDone?: (answer: Answer) => void) {
  const queryClient = useQueryClient();
  const last = useRef<{ content: string; key: string }>(undefined);
  return useMutation<
    Answer,
    Error,
    { path: string; body: unknown; method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE' }
  >({
    mutationFn: ({ path, body, method = 'POST' }) => {
      const content = `${method} ${path} ${JSON.stringify(body)}`;
      if (last.current?.content !== content) last.current = { content, key: newKey() };
      return request<Answer>(path, { method, body, idempotencyKey: last.current.key });
    },
    retry: (failures, error) => isPassing(error) && failures < 3,
    retryDelay: (failures) => 400 * 2 ** failures,
    onError: (error) => {
      // What is on screen is old news; fetch the new so that both can be compared.
      if (asProblem(error)?.status === 409) void queryClient.invalidateQueries({ queryKey: ['matters'] });
    },
    onSuccess: async (answer, { path }) => {
      last.current = undefined;
      onDone?.(answer);
      // The city's lists are the longest there are, and only the organisation's own forms change them.
      const stay = path.startsWith('/api/v1/organisation/') ? ['me'] : ['me', 'city'];
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => !stay.includes(`${queryKey[0]}`) });
    },
  });
}

/** Not `crypto.randomUUID`, which is missing where a small office serves the desk over plain HTTP. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
