import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { DemoAccounts } from '#contract/access/demo-accounts.ts';
import { asProblem } from '../api/problem.ts';
import { request } from '../api/request.ts';
import { actUnder } from './acting-posting.ts';
import { meQuery } from './me.ts';

export type Credentials = { username: string; password: string };

export function useSignIn(onDone?: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) =>
      request('/api/auth/sign-in/username', { method: 'POST', body: credentials }),
    onSuccess: async () => {
      actUnder(undefined);
      await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
      onDone?.();
    },
  });
}

export type DemoAccount = DemoAccounts[number];

/** In production there is no such list, and no list is what the page then shows. */
export const demoAccountsQuery = queryOptions({
  queryKey: ['me', 'demo-accounts'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }): Promise<DemoAccounts> => {
    try {
      return await request<DemoAccounts>('/api/v1/demo/accounts', { signal });
    } catch (error) {
      if (asProblem(error)?.status === 404) return [];
      throw error;
    }
  },
});
