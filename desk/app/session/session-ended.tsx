import { useState } from 'react';
import { Modal } from '../../design-system/antd/modal.tsx';
import { queryClient } from '../api/query-client.ts';
import { useWords } from '../language/words.tsx';
import { actUnder } from './acting-posting.ts';
import { meQuery } from './me.ts';
import { answerProof } from './proof.ts';
import { useSession } from './session.tsx';
import { useSignIn } from './sign-in.ts';
import { SignInForm } from './sign-in-form.tsx';
import { useRefusals } from './use-refusals.ts';

/** The session ended while somebody was at work: they sign in over the page, and what they typed stays under it. */
export function SessionEnded() {
  const { say } = useWords();
  const [isEnded, setEnded] = useState(false);
  const { me, acting } = useSession();
  const [whose] = useState(me.user.id);
  const signIn = useSignIn(() => {
    const now = queryClient.getQueryData(meQuery.queryKey);
    // Somebody else at this computer starts afresh: nothing typed by the one before may be theirs to see.
    if (now?.user.id !== whose) return location.assign(import.meta.env.BASE_URL);
    // The posting that is on screen, as long as it is still theirs.
    if (now.postings.some(({ id }) => id === acting?.id)) actUnder(acting?.id);
    setEnded(false);
    // Who has just signed in has proved who they are.
    answerProof(true);
    void queryClient.invalidateQueries();
  });
  useRefusals('not-signed-in', () => setEnded(true));
  return (
    <Modal
      open={isEnded}
      title={say('signIn.endedTitle')}
      footer={null}
      closable={false}
      keyboard={false}
      destroyOnHidden
      zIndex={1150}
    >
      <p className="soft">{say('signIn.endedSentence')}</p>
      <br />
      <SignInForm signIn={signIn} isOverPage />
    </Modal>
  );
}
