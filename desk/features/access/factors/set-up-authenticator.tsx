import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import type { BeginTotpAnswer, MyAccess } from '#contract/access/getting-in.ts';
import { fieldReason } from '../../../app/api/problem.ts';
import { request } from '../../../app/api/request.ts';
import { useWords } from '../../../app/language/words.tsx';
import { myAccessQuery } from '../../../app/session/my-access.ts';
import { SignInFault, useWait } from '../../../app/session/wait.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { Field } from '../../../design-system/forms/field.tsx';
import { OneTimeCode } from '../../../design-system/forms/one-time-code.tsx';
import { copyText } from '../../../design-system/marks/copy-text.ts';
import { groupCode } from '../../../design-system/marks/group-code.ts';
import { QrCode } from '../../../design-system/marks/qr-code.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../design-system/states/skeleton-rows.tsx';
import { CodesToKeep } from './codes-to-keep.tsx';

const path = '/api/v1/me/second-factor/totp';

/** The app learns the secret, proves it by a code, and the reader keeps the recovery codes: in that order. */
export function SetUpAuthenticator({ done, cancel }: { done: () => void; cancel: () => void }) {
  const { say } = useWords();
  const queryClient = useQueryClient();
  const begin = useMutation({
    mutationFn: () => request<BeginTotpAnswer>(path, { method: 'POST', body: {} }),
  });
  const [isConfirmed, setConfirmed] = useState(false);
  const { mutate } = begin;
  useEffect(() => mutate(), [mutate]);
  if (begin.isError) {
    return (
      <>
        <ErrorState error={begin.error} retry={() => begin.mutate()} />
        <div>
          <Button onClick={cancel}>{say('form.cancel')}</Button>
        </div>
      </>
    );
  }
  if (!begin.data) return <SkeletonRows count={3} />;
  if (isConfirmed) return <CodesToKeep codes={begin.data.recoveryCodes} onKept={done} />;
  const onConfirmed = (access: MyAccess) => {
    setConfirmed(true);
    queryClient.setQueryData(myAccessQuery.queryKey, access);
  };
  return <ShowSecret begun={begin.data} onConfirmed={onConfirmed} cancel={cancel} />;
}

function ShowSecret(props: {
  begun: BeginTotpAnswer;
  onConfirmed: (access: MyAccess) => void;
  cancel: () => void;
}) {
  const { say } = useWords();
  const { address, secret } = props.begun;
  const [code, setCode] = useState('');
  const [isCopied, setCopied] = useState(false);
  const confirm = useMutation({
    mutationFn: (typed: string) =>
      request<MyAccess>(`${path}/actions/confirm`, { method: 'POST', body: { code: typed } }),
    onSuccess: props.onConfirmed,
    onError: () => setCode(''),
  });
  const wait = useWait(confirm.error);
  const fault = fieldReason(confirm.error, 'code');
  const send = (typed: string) => {
    if (!confirm.isPending && wait === 0) confirm.mutate(typed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(code);
  };
  return (
    <form className="form" onSubmit={submit}>
      <ol className="factor-steps">
        <li>
          <p>{say('totp.scan')}</p>
          <QrCode content={address} label={say('totp.qr')} />
        </li>
        <li>
          <p>{say('totp.typed')}</p>
          <p className="typed-secret">
            <code>{groupCode(secret)}</code>
            <button
              type="button"
              className="text-button"
              onClick={async () => setCopied(await copyText(secret))}
            >
              <span role="status">{say(isCopied ? 'copy.done' : 'totp.copySecret')}</span>
            </button>
          </p>
        </li>
        <li>
          <Field label={say('totp.confirm')} fault={fault}>
            {(parts) => <OneTimeCode parts={parts} value={code} onChange={setCode} onFull={send} />}
          </Field>
        </li>
      </ol>
      {!fault && <SignInFault error={confirm.error} wait={wait} />}
      <div className="form-acts">
        <Button type="primary" htmlType="submit" loading={confirm.isPending} disabled={wait > 0}>
          {say('totp.act')}
        </Button>
        <Button onClick={props.cancel}>{say('form.cancel')}</Button>
      </div>
    </form>
  );
}
