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
    const watch = (event: { type: string; action?: { type: string; error?: unknown }; query?: unknown }) => {
      const [name] = (event.query as { queryKey: readonly unknown[] } | undefined)?.queryKey ?? [];
      // Only as it is answered: what is asked again after signing in still holds the answer of before.
      const isAnswer = event.type === 'updated' && event.action?.type === 'error';
      if (isAnswer && name !== 'me' && asProblem(event.action?.error)?.code === 'not-signed-in')
        setEnded(true);
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
