import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../../app/language/words.tsx';
import { myAccessQuery } from '../../../app/session/my-access.ts';
import { addPasskey } from '../../../app/session/passkey.ts';
import { SignInFault, useWait } from '../../../app/session/wait.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { Field } from '../../../design-system/forms/field.tsx';
import { Input } from '../../../design-system/forms/input.tsx';

/** A name by which the reader knows the device later; then the browser asks for finger, face or key. */
export function AddPasskeyForm({ done, cancel }: { done: (label: string) => void; cancel: () => void }) {
  const { say, shared } = useWords();
  const queryClient = useQueryClient();
  const [label, setLabel] = useState('');
  const [isTried, setTried] = useState(false);
  const adding = useMutation({
    mutationFn: addPasskey,
    onSuccess: (access, added) => {
      queryClient.setQueryData(myAccessQuery.queryKey, access);
      done(added);
    },
  });
  const wait = useWait(adding.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (label.trim() && !adding.isPending) adding.mutate(label.trim());
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p className="soft">{say('passkeys.addLead')}</p>
      <Field
        label={say('passkeys.name')}
        hint={say('passkeys.nameHint')}
        fault={isTried && !label.trim() ? shared.reasons.required : undefined}
      >
        {(parts) => (
          <Input
            {...parts}
            value={label}
            maxLength={60}
            autoComplete="off"
            autoFocus
            onChange={(event) => setLabel(event.target.value)}
          />
        )}
      </Field>
      <SignInFault error={adding.error} wait={wait} />
      <div className="form-acts">
        <Button type="primary" htmlType="submit" loading={adding.isPending} disabled={wait > 0}>
          {say('passkeys.addAct')}
        </Button>
        <Button onClick={cancel}>{say('form.cancel')}</Button>
      </div>
    </form>
  );
}
