import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MyAccess } from '#contract/access/getting-in.ts';
import { request } from '../../../app/api/request.ts';
import { myAccessQuery } from '../../../app/session/my-access.ts';

/** An act upon one's own ways in; it is answered by all of them as they are now. */
export function useAccessAct() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (path: string) => request<MyAccess>(`/api/v1/me/${path}`, { method: 'POST', body: {} }),
    onSuccess: (access) => queryClient.setQueryData(myAccessQuery.queryKey, access),
    // It may have been done by another window already: what is on screen is old news.
    onError: () => void queryClient.invalidateQueries({ queryKey: myAccessQuery.queryKey }),
  });
}
