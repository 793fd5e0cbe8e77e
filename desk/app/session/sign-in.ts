import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DemoAccounts } from '#contract/access/demo-accounts.ts';
import type { SignInAnswer, WaysIn } from '#contract/access/getting-in.ts';
import { asProblem } from '../api/problem.ts';
import { request } from '../api/request.ts';
import { actUnder } from './acting-posting.ts';
import { meQuery } from './me.ts';
import { useSecondStep } from './use-second-step.ts';

export type Credentials = { username: string; password: string };
export type SignIn = ReturnType<typeof useSignIn>;

/** From name and password, and the code where one is asked for, or from a passkey, to somebody signed in. */
export function useSignIn(onDone?: () => void) {
  const queryClient = useQueryClient();
  const [offers, setOffers] = useState<SignInAnswer['offers']>([]);
  const arrive = async () => {
    // Who signs in may be another person, to whom the posting of the one before means nothing.
    actUnder(undefined);
    await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
    onDone?.();
  };
  const goOn = async (answer: SignInAnswer) => {
    setOffers(answer.offers);
    if (answer.next === 'signed-in') await arrive();
  };
  const byPassword = useMutation({
    mutationFn: (body: Credentials) =>
      request<SignInAnswer>('/api/auth/sign-in/username', { method: 'POST', body }),
    onMutate: () => second.reset(),
    onSuccess: goOn,
  });
  const second = useSecondStep({
    onSuccess: goOn,
    onError: (error) => {
      if (asProblem(error)?.code === 'sign-in-again') setOffers([]);
    },
  });
  return {
    byPassword,
    second,
    /** How the second step can be taken; none before the first. */
    offers,
    /** For who has signed in by another window. */
    arrive,
    startOver: () => {
      second.reset();
      setOffers([]);
    },
  };
}

/** Under `me`, as what is read before anybody is signed in. */
export const waysInQuery = queryOptions({
  queryKey: ['me', 'ways-in'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => request<WaysIn>('/api/auth/ways', { signal }),
});

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
