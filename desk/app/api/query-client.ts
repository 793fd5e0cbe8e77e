import { QueryClient } from '@tanstack/react-query';
import { isPassing } from './problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    // A cut network is answered with a sentence, not with waiting in silence until it is back.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (failures, error) => isPassing(error) && failures < 2,
      refetchOnWindowFocus: true,
    },
  },
});
