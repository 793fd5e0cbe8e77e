import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Drawer } from '../../design-system/antd/drawer.tsx';
import { Field } from '../../design-system/forms/field.tsx';
import { DrawerForm } from '../../design-system/forms/form-drawer.tsx';
import { PasswordInput } from '../../design-system/forms/input.tsx';
import { useNotice } from '../../design-system/states/notice.tsx';
import { asProblem, fieldReason } from '../api/problem.ts';
import { request } from '../api/request.ts';
import { useWords } from '../language/words.tsx';

type Change = { currentPassword: string; newPassword: string };

/** One's own password: the present one proves who asks, and every other session of it ends. */
export function ChangePassword({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const { say } = useWords();
  return (
    <Drawer
      open={isOpen}
      onClose={close}
      size={480}
      title={say('password.title')}
      destroyOnHidden
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <PasswordForm close={close} />
    </Drawer>
  );
}

function PasswordForm({ close }: { close: () => void }) {
  const { say } = useWords();
  const tell = useNotice();
  const [typed, setTyped] = useState<Change>({ currentPassword: '', newPassword: '' });
  const change = useMutation({
    mutationFn: (body: Change) => request('/api/auth/change-password', { method: 'POST', body }),
    onSuccess: () => {
      tell(say('password.done'));
      close();
    },
  });
  const isWrong = asProblem(change.error)?.code === 'invalid-credentials';
  const faults = {
    currentPassword: isWrong ? say('password.wrong') : undefined,
    newPassword: fieldReason(change.error, 'newPassword') ?? fieldReason(change.error, 'password'),
  };
  const isTold = isWrong || faults.newPassword !== undefined;
  return (
    <DrawerForm
      lead={say('password.lead')}
      sending={{ error: isTold ? null : change.error, isPending: change.isPending, conflict: undefined }}
      submitWord={say('password.act')}
      onSubmit={() => change.mutate(typed)}
      close={close}
    >
      {(['currentPassword', 'newPassword'] as const).map((name) => (
        <Field key={name} label={say(`password.${name}`)} fault={faults[name]}>
          {(parts) => (
            <PasswordInput
              {...parts}
              value={typed[name]}
              autoComplete={name === 'newPassword' ? 'new-password' : 'current-password'}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </DrawerForm>
  );
}
