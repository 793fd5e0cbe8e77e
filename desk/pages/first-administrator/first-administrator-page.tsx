import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import type { MakeFirstAdministrator } from '#contract/access/first-administrator.ts';
import { fieldReason } from '../../app/api/problem.ts';
import { request } from '../../app/api/request.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { Field } from '../../design-system/forms/field.tsx';
import { Input } from '../../design-system/forms/input.tsx';
import { PageFrame } from '../../design-system/page-frame.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';

const blank = { name: '', username: '', password: '' };

/** Where the one-time link of the first start leads. Its token stands behind the #, which no server ever logs. */
export function Component() {
  const { say } = useWords();
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('token') ?? '');
  const [typed, setTyped] = useState(blank);
  const making = useMutation({
    mutationFn: (body: MakeFirstAdministrator) =>
      request<void>('/api/v1/first-administrator', { method: 'POST', body }),
  });
  const fields = [
    { key: 'name', label: say('first.name'), hint: undefined, autoComplete: 'name' },
    { key: 'username', label: say('signIn.username'), hint: undefined, autoComplete: 'username' },
    {
      key: 'password',
      label: say('signIn.password'),
      hint: say('first.passwordHint'),
      autoComplete: 'new-password',
    },
  ] as const;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    making.mutate({ token, ...typed });
  };
  return (
    <PageFrame title={say('first.title')} lead={say('first.lead')}>
      {making.isSuccess && (
        <p>
          {say('first.done')} <Link to="/">{say('signIn.title')}</Link>
        </p>
      )}
      {!token && <p className="field-fault">{say('first.noLink')}</p>}
      {token && !making.isSuccess && (
        <form className="form" style={{ maxWidth: 420 }} onSubmit={submit}>
          {fields.map(({ key, label, hint, autoComplete }) => (
            <Field key={key} label={label} hint={hint} fault={fieldReason(making.error, key)}>
              {(parts) => (
                <Input
                  {...parts}
                  size="large"
                  required
                  type={key === 'password' ? 'password' : 'text'}
                  autoComplete={autoComplete}
                  value={typed[key]}
                  onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
                />
              )}
            </Field>
          ))}
          {making.error && <ErrorState error={making.error} />}
          <div>
            <Button type="primary" htmlType="submit" size="large" loading={making.isPending}>
              {say('first.act')}
            </Button>
          </div>
        </form>
      )}
    </PageFrame>
  );
}
