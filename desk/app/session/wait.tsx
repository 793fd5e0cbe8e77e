import { useEffect, useState } from 'react';
import { useProblemSentence } from '../../design-system/states/error-state.tsx';
import { asProblem } from '../api/problem.ts';
import { type Say, useWords } from '../language/words.tsx';

/** How many seconds the server still wants to be left alone, counting down. */
export function useWait(error: Error | null): number {
  const asked = asProblem(error)?.waitSeconds ?? 0;
  const [passed, setPassed] = useState<{ error: Error | null; seconds: number }>({ error, seconds: 0 });
  useEffect(() => {
    if (!error || asked === 0) return;
    const began = Date.now();
    const timer = setInterval(() => {
      const seconds = Math.floor((Date.now() - began) / 1000);
      setPassed({ error, seconds });
      if (seconds >= asked) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [error, asked]);
  return Math.max(0, asked - (passed.error === error ? passed.seconds : 0));
}

/** Why signing in did not go on. A wait counts down before the eyes, and is read aloud once. */
export function SignInFault({ error, wait }: { error: Error | null; wait: number }) {
  const { say } = useWords();
  const sentence = useProblemSentence(error);
  if (!error) return null;
  const asked = asProblem(error)?.waitSeconds ?? 0;
  if (asked === 0) {
    return (
      <p className="field-fault" role="alert">
        {sentence}
      </p>
    );
  }
  if (wait === 0) {
    return (
      <p className="soft" role="status">
        {say('signIn.waitOver')}
      </p>
    );
  }
  return (
    <p className="field-fault">
      <span className="only-read-aloud" role="alert">
        {say('signIn.wait', { time: timeWords(asked, say) })}
      </span>
      <span aria-hidden="true">{say('signIn.wait', { time: timeWords(wait, say) })}</span>
    </p>
  );
}

function timeWords(seconds: number, say: Say): string {
  if (seconds < 60) return say('signIn.seconds', { seconds });
  return say('signIn.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}
