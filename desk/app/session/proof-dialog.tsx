import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../../design-system/acts/button.tsx';
import { Modal } from '../../design-system/antd/modal.tsx';
import { Field } from '../../design-system/forms/field.tsx';
import { PasswordInput } from '../../design-system/forms/input.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { request } from '../api/request.ts';
import { useWords } from '../language/words.tsx';
import { myAccessQuery } from './my-access.ts';
import { answerWithPasskey } from './passkey.ts';
import { answerProof, useIsProofAsked } from './proof.ts';
import { useCanUsePasskeys } from './use-can-use-passkeys.ts';
import { SignInFault, useWait } from './wait.tsx';

/** "Is it still you?": one dialog for everything that waits for the answer. Closing it leaves the page as it was. */
export function ProofDialog() {
  const { say } = useWords();
  const isAsked = useIsProofAsked();
  // Without this dialog nobody could answer: what waits is given up.
  useEffect(() => () => answerProof(false), []);
  return (
    <Modal
      open={isAsked}
      title={say('proof.title')}
      footer={null}
      onCancel={() => answerProof(false)}
      mask={{ closable: false }}
      // Without its cross the first thing to stand on is the field.
      closable={false}
      destroyOnHidden
      zIndex={1100}
      width={420}
    >
      <ProofForm />
    </Modal>
  );
}

function ProofForm() {
  const { say } = useWords();
  const access = useQuery(myAccessQuery);
  const canUse = useCanUsePasskeys();
  const [password, setPassword] = useState('');
  const onSuccess = () => answerProof(true);
  const byPassword = useMutation({
    mutationFn: () => request<void>('/api/auth/prove', { method: 'POST', body: { password } }),
    onSuccess,
  });
  const byPasskey = useMutation({ mutationFn: answerWithPasskey, onSuccess });
  const error = byPassword.error ?? byPasskey.error;
  const wait = useWait(error);
  if (access.isPending) return <SkeletonRows count={2} />;
  if (access.isError) return <ErrorState error={access.error} retry={() => void access.refetch()} />;
  const { hasPassword, passkeys } = access.data;
  const hasPasskey = passkeys.length > 0 && canUse;
  const isPending = byPassword.isPending || byPasskey.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    byPasskey.reset();
    byPassword.mutate();
  };
  const takePasskey = () => {
    byPassword.reset();
    byPasskey.mutate();
  };
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{say(hasPassword || hasPasskey ? 'proof.lead' : 'proof.noWay')}</p>
      {hasPassword && (
        <Field label={say('signIn.password')}>
          {(parts) => (
            <PasswordInput
              {...parts}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              autoComplete="current-password"
              autoFocus
              required
              size="large"
            />
          )}
        </Field>
      )}
      <SignInFault error={error} wait={wait} />
      <div className="form-acts">
        {hasPassword && (
          <Button
            type="primary"
            htmlType="submit"
            loading={byPassword.isPending}
            disabled={wait > 0 || byPasskey.isPending}
          >
            {say('proof.act')}
          </Button>
        )}
        {hasPasskey && (
          <Button
            type={hasPassword ? 'default' : 'primary'}
            loading={byPasskey.isPending}
            disabled={isPending && !byPasskey.isPending}
            onClick={takePasskey}
          >
            {say('proof.passkey')}
          </Button>
        )}
        <Button onClick={() => answerProof(false)}>{say('form.cancel')}</Button>
      </div>
    </form>
  );
}
