import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  doors,
  type MakeTokenAnswer,
  type MakeTokenBody,
  tokenDaysAtMost,
} from '#contract/access/getting-in.ts';
import { isPermitted, type PermissionName } from '#domain/access/permissions.ts';
import { fieldReason } from '../../../app/api/problem.ts';
import { useSubmission } from '../../../app/api/submission.ts';
import { useKeptState } from '../../../app/kept/kept-state.ts';
import { useWords } from '../../../app/language/words.tsx';
import { myAccessQuery } from '../../../app/session/my-access.ts';
import { useSession } from '../../../app/session/session.tsx';
import { Select } from '../../../design-system/antd/select.tsx';
import { Checkbox, Checkboxes } from '../../../design-system/forms/choices.tsx';
import { Field, FieldGroup } from '../../../design-system/forms/field.tsx';
import { DrawerForm } from '../../../design-system/forms/form-drawer.tsx';
import { Input } from '../../../design-system/forms/input.tsx';

type Typed = { label: string; postingId: string; scope: PermissionName[]; isReadOnly: boolean; days: string };

/** One posting, the doors that the program needs of it, and an end. */
export function MakeTokenForm(props: { close: () => void; onMade: (answer: MakeTokenAnswer) => void }) {
  const { say, shared } = useWords();
  const queryClient = useQueryClient();
  const { me, acting } = useSession();
  const [blank] = useState<Typed>({
    label: '',
    postingId: acting?.id ?? '',
    scope: [],
    isReadOnly: true,
    days: '90',
  });
  const [typed, setTyped, forget] = useKeptState('make-token', blank);
  const [isTried, setTried] = useState(false);
  const making = useSubmission<MakeTokenAnswer>((answer) => {
    forget();
    void queryClient.invalidateQueries({ queryKey: myAccessQuery.queryKey });
    props.onMade(answer);
  });
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const posting = me.postings.find(({ id }) => id === typed.postingId);
  const open = doors.filter((door) => posting !== undefined && isPermitted(door, posting));
  const scope = typed.scope.filter((door) => open.includes(door));
  const days = Number(typed.days);
  const isDays = Number.isInteger(days) && days >= 1 && days <= tokenDaysAtMost;
  const label = typed.label.trim();
  const told = (field: string, missing: false | string | undefined) =>
    fieldReason(making.error, field) ?? ((isTried && missing) || undefined);
  const submit = () => {
    setTried(true);
    if (!label || scope.length === 0 || !isDays || making.isPending) return;
    const body: MakeTokenBody = {
      label,
      postingId: typed.postingId,
      scope,
      isReadOnly: typed.isReadOnly,
      days,
    };
    making.mutate({ path: '/api/v1/me/tokens', body });
  };
  return (
    <DrawerForm
      lead={say('tokens.makeLead')}
      sending={{ error: making.error, isPending: making.isPending, conflict: undefined }}
      submitWord={say('tokens.makeAct')}
      onSubmit={submit}
      close={props.close}
    >
      <Field
        label={say('tokens.name')}
        hint={say('tokens.nameHint')}
        fault={told('label', !label && shared.reasons.required)}
      >
        {(parts) => (
          <Input
            {...parts}
            value={typed.label}
            maxLength={60}
            autoComplete="off"
            autoFocus
            onChange={(event) => set({ label: event.target.value })}
          />
        )}
      </Field>
      <Field label={say('tokens.posting')} fault={told('postingId', undefined)}>
        {(parts) => (
          <Select
            {...parts}
            value={typed.postingId}
            onChange={(postingId) => set({ postingId })}
            options={me.postings.map(({ id, unitName, roleLabel }) => ({
              value: id,
              label: `${unitName} · ${roleLabel}`,
            }))}
          />
        )}
      </Field>
      <FieldGroup
        legend={say('tokens.doors')}
        hint={say('tokens.doorsHint')}
        fault={told('scope', scope.length === 0 && say('tokens.doorsMissing'))}
      >
        <Checkboxes
          className="door-choices"
          value={scope}
          onChange={(chosen) => set({ scope: chosen as PermissionName[] })}
          options={open.map((door) => ({ value: door, label: say(`door.${door}`) }))}
        />
      </FieldGroup>
      <Checkbox checked={typed.isReadOnly} onChange={(isChecked) => set({ isReadOnly: isChecked })}>
        {say('tokens.readOnly')}
      </Checkbox>
      <Field
        label={say('tokens.days')}
        hint={say('tokens.daysHint', { most: tokenDaysAtMost })}
        fault={told('days', !isDays && say('tokens.daysWrong', { most: tokenDaysAtMost }))}
      >
        {(parts) => (
          <Input
            {...parts}
            inputMode="numeric"
            value={typed.days}
            maxLength={3}
            autoComplete="off"
            onChange={(event) => set({ days: event.target.value })}
          />
        )}
      </Field>
    </DrawerForm>
  );
}
