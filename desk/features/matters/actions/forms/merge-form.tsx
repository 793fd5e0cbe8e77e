import { useQuery } from '@tanstack/react-query';
import { parseMatterCode } from '#domain/matters/matter-code.ts';
import { seats } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Select } from '../../../../design-system/antd/select.tsx';
import { Field, FieldGroup } from '../../../../design-system/forms/field.tsx';
import { Input } from '../../../../design-system/forms/input.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { type Fields, useAction } from '../use-action.ts';
import { blankMerge } from './blank-forms.ts';
import { matterByCodeQuery } from './places-query.ts';

/** Into which matter it goes, at which seat each party sits there, and why it is the same dispute. */
export function MergeForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action: 'merge', blank: blankMerge, close });
  const { values } = doing;
  const reason = values.reason.trim();
  const parsed = parseMatterCode(values.code);
  const found = useQuery(matterByCodeQuery(parsed.ok ? parsed.code : ''));
  const into = parsed.ok ? found.data?.matters[0] : undefined;
  const codeFault =
    doing.fault('intoId') ??
    (parsed.ok && found.isSuccess && !into ? shared.errors['into-not-found'] : undefined) ??
    (doing.isTried && !into ? say('merge.codeMissing') : undefined);
  const fields = (): Fields<'merge'> | undefined => {
    if (!into || !reason) return undefined;
    const moved = matter.parties.flatMap(({ id, seat }) => {
      const there = values.seats[id];
      return there && there !== seat ? [{ partyId: id, seat: there }] : [];
    });
    return {
      intoId: into.id,
      intoVersion: into.version,
      reason,
      ...(moved.length > 0 && { seats: moved }),
    };
  };
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.merge')}
      submitWord={shared.actions.merge}
      typed={[
        { name: say('merge.into'), value: values.code },
        { name: say('act.reason'), value: reason },
      ]}
      onSubmit={() => doing.send(fields())}
    >
      <Field label={say('merge.into')} hint={say('merge.intoHint')} fault={codeFault}>
        {(parts) => (
          <Input
            {...parts}
            className="fixed-width"
            value={values.code}
            maxLength={20}
            autoFocus={values.code === ''}
            placeholder="2026-0000-0000"
            onChange={(event) => doing.set({ code: event.target.value })}
          />
        )}
      </Field>
      {into && (
        <p className="merge-into">
          <strong>{into.subject}</strong>
          <span className="soft">
            {into.statusLabel} · {into.holder.name}
          </span>
        </p>
      )}
      <FieldGroup legend={say('merge.seats')} hint={say('merge.seatsHint')} fault={doing.fault('seats')}>
        <ul className="merge-seats">
          {matter.parties.map(({ id, name, seat }) => (
            <li key={id}>
              <span>{name}</span>
              <Select
                value={values.seats[id] ?? seat}
                onChange={(there) => doing.set({ seats: { ...values.seats, [id]: there } })}
                options={seats.map((one) => ({ value: one, label: shared.seats[one] }))}
                aria-label={say('merge.seatOf', { name })}
                popupMatchSelectWidth={false}
              />
            </li>
          ))}
        </ul>
      </FieldGroup>
      <TextField
        label={say('act.reason')}
        hint={say('merge.reasonHint')}
        value={values.reason}
        onChange={(value) => doing.set({ reason: value })}
        fault={doing.fault('reason')}
        mustHave
        isTried={doing.isTried}
      />
    </ActionForm>
  );
}
