import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { asProblem } from '../api/problem.ts';
import { queryClient } from '../api/query-client.ts';
import { useWords } from '../language/words.tsx';
import { meQuery } from './me.ts';
import { useSession } from './session.tsx';
import { useSignIn } from './sign-in.ts';
import { SignInForm } from './sign-in-form.tsx';

/** The session ended while somebody was at work: they sign in over the page, and what they typed stays under it. */
export function SessionEnded() {
  const { say } = useWords();
  const [isEnded, setEnded] = useState(false);
  const { me } = useSession();
  const [whose] = useState(me.user.id);
  const signIn = useSignIn(() => {
    // Somebody else at this computer starts afresh: nothing typed by the one before may be theirs to see.
    if (queryClient.getQueryData(meQuery.queryKey)?.user.id !== whose)
      return location.assign(import.meta.env.BASE_URL);
    setEnded(false);
    void queryClient.invalidateQueries();
  });
  useEffect(() => {
    const watch = (event: { type: string; query?: unknown; mutation?: unknown }) => {
      const holder = (event.query ?? event.mutation) as
        | { state?: { error?: unknown }; queryKey?: unknown[] }
        | undefined;
      const isPastMe = Array.isArray(holder?.queryKey) && holder.queryKey[0] === 'me';
      if (
        event.type === 'updated' &&
        !isPastMe &&
        asProblem(holder?.state?.error)?.code === 'not-signed-in'
      ) {
        setEnded(true);
      }
    };
    const stops = [
      queryClient.getQueryCache().subscribe(watch),
      queryClient.getMutationCache().subscribe(watch),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return (
    <Modal
      open={isEnded}
      title={say('signIn.endedTitle')}
      footer={null}
      closable={false}
      keyboard={false}
      destroyOnHidden
    >
      <p className="soft">{say('signIn.endedSentence')}</p>
      <br />
      <SignInForm signIn={signIn} />
    </Modal>
  );
}
