import { useMutation } from '@tanstack/react-query';
import type { SecondFactorBody, SignInAnswer } from '#contract/access/getting-in.ts';
import { request } from '../api/request.ts';
import { answerWithPasskey } from './passkey.ts';

export type SecondStep = ReturnType<typeof useSecondStep>;

/** A code or a passkey: the second step of a sign-in, or what a session of one step still lacks. */
export function useSecondStep(options: {
  onSuccess: (answer: SignInAnswer) => Promise<void>;
  onError?: (error: Error) => void;
}) {
  const byCode = useMutation({
    mutationFn: (body: SecondFactorBody) =>
      request<SignInAnswer>('/api/auth/second-factor', { method: 'POST', body }),
    ...options,
  });
  const byPasskey = useMutation({ mutationFn: answerWithPasskey, ...options });
  return {
    byCode,
    byPasskey,
    reset: () => {
      byCode.reset();
      byPasskey.reset();
    },
  };
}
