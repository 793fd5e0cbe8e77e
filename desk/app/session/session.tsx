import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { Role } from '#domain/access/vocabulary.ts';
import { asProblem } from '../api/problem.ts';
import { request } from '../api/request.ts';
import { forgetEverythingKept } from '../kept/kept-state.ts';
import { actingPosting, actUnder } from './acting-posting.ts';
import { type Me, meQuery, type Posting } from './me.ts';

type Session = {
  me: Me;
  /** The posting under which everything on screen is seen and done. */
  acting: Posting | null;
  actAs(postingId: string): Promise<void>;
  signOut(): Promise<void>;
};

const SessionContext = createContext<Session | undefined>(undefined);

/** Shows its children to somebody signed in, `signIn` to everybody else. */
export function SessionProvider(props: {
  children: ReactNode;
  signIn: ReactNode;
  waiting: ReactNode;
  failed: (error: Error, retry: () => void) => ReactNode;
}) {
  const queryClient = useQueryClient();
  const { data: me, error, refetch } = useQuery(meQuery);
  const [chosen, choose] = useState(actingPosting);
  const session = useMemo<Session | undefined>(() => {
    if (!me) return undefined;
    return {
      me,
      acting: me.postings.find(({ id }) => id === (chosen ?? me.acting)) ?? me.postings[0] ?? null,
      actAs: async (postingId) => {
        actUnder(postingId);
        choose(postingId);
        forgetEverythingKept();
        // Everything on screen was shown to the other posting; nothing of it may stay.
        queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
        await queryClient.invalidateQueries();
      },
      signOut: async () => {
        await request('/api/auth/sign-out', { method: 'POST', body: {} });
        actUnder(undefined);
        queryClient.clear();
        location.assign(import.meta.env.BASE_URL);
      },
    };
  }, [me, chosen, queryClient]);

  if (session) return <SessionContext value={session}>{props.children}</SessionContext>;
  const problem = asProblem(error);
  if (problem?.status === 401) return props.signIn;
  if (problem?.code === 'not-your-posting' && actingPosting()) {
    // The posting remembered in this window has ended; the first one in force takes its place.
    actUnder(undefined);
    void refetch();
    return props.waiting;
  }
  if (error) return props.failed(error, () => void refetch());
  return props.waiting;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

export function useRole(): Role | undefined {
  return useSession().acting?.role;
}
