import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useSession } from './session.tsx';
import { useRefusals } from './use-refusals.ts';

/** Under a posting that asks for two factors nothing opens before there are two: one page with that one task. */
export function SecondFactorGate(props: {
  task: (done: () => Promise<void>) => ReactNode;
  children: ReactNode;
}) {
  const queryClient = useQueryClient();
  const { acting } = useSession();
  const [asking, setAsking] = useState<string>();
  useRefusals('second-factor-needed', () => setAsking(acting?.id));
  if (asking === undefined || asking !== acting?.id) return props.children;
  const done = async () => {
    // What was refused is asked again as the pages come back.
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    await queryClient.invalidateQueries({ queryKey: ['me'] });
    setAsking(undefined);
  };
  return props.task(done);
}
