import { useQuery } from '@tanstack/react-query';
import { parseMatterCode } from '#domain/matters/matter-code.ts';
import { type LinkReason, linkReasons } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Radios } from '../../../../design-system/forms/choices.tsx';
import { Field, FieldGroup } from '../../../../design-system/forms/field.tsx';
import { Input } from '../../../../design-system/forms/input.tsx';
import { groupCode } from '../../../../design-system/marks/group-code.ts';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { matterByCodeQuery } from './places-query.ts';

type Values = { code: string; linkReason: LinkReason | '' };
const blank: Values = { code: '', linkReason: '' };

/** Which other matter stands beside this one, and why. */
export function LinkForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action: 'link', blank, close });
  const { code, linkReason } = doing.values;
  const parsed = parseMatterCode(code);
  const found = useQuery(matterByCodeQuery(parsed.ok ? parsed.code : ''));
  const other = parsed.ok ? found.data?.matters[0] : undefined;
  const codeFault =
    doing.fault('code') ??
    (parsed.ok && found.isSuccess && !other ? shared.errors['link-not-found'] : undefined) ??
    (doing.isTried && !parsed.ok ? say('side.linkCodeMissing') : undefined);
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.link')}
      submitWord={shared.actions.link}
      typed={[{ name: say('side.linkCode'), value: code }]}
      onSubmit={() => doing.send(parsed.ok && linkReason ? { code: parsed.code, linkReason } : undefined)}
    >
      <Field label={say('side.linkCode')} hint={say('side.linkCodeHint')} fault={codeFault}>
        {(parts) => (
          <Input
            {...parts}
            className="fixed-width"
            value={code}
            maxLength={20}
            autoFocus
            placeholder="2026-0000-0000"
            onChange={(event) => doing.set({ code: event.target.value })}
          />
        )}
      </Field>
      {other && (
        <p className="merge-into">
          <strong>{other.subject}</strong>
          <span className="soft">
            {other.statusLabel} · {other.holder.name}
          </span>
        </p>
      )}
      <FieldGroup
        legend={say('side.linkReason')}
        fault={
          doing.fault('linkReason') ?? (doing.isTried && !linkReason ? shared.reasons.required : undefined)
        }
      >
        <Radios
          className="choices"
          value={linkReason}
          onChange={(chosen) => doing.set({ linkReason: chosen })}
          options={linkReasons.map((one) => ({ value: one, label: shared.linkReasons[one] }))}
        />
      </FieldGroup>
    </ActionForm>
  );
}

/** Which link was a mistake, and why. */
export function UnlinkForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const mine = matter.links.filter(({ id }) => id !== null);
  const doing = useAction({
    matter,
    action: 'unlink',
    blank: { otherId: mine.length === 1 ? (mine[0]?.id ?? '') : '', reason: '' },
    close,
  });
  const { otherId } = doing.values;
  const reason = doing.values.reason.trim();
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.unlink')}
      submitWord={shared.actions.unlink}
      typed={[{ name: say('act.reason'), value: reason }]}
      onSubmit={() => doing.send(otherId && reason ? { otherId, reason } : undefined)}
    >
      <FieldGroup
        legend={say('side.unlinkWhich')}
        fault={doing.fault('otherId') ?? (doing.isTried && !otherId ? shared.reasons.required : undefined)}
      >
        <Radios
          className="choices"
          value={otherId}
          onChange={(chosen) => doing.set({ otherId: chosen })}
          options={mine.map(({ id, code, subject }) => ({
            value: id ?? '',
            label: `${groupCode(code)} ${subject ?? ''}`,
          }))}
        />
      </FieldGroup>
      <TextField
        label={say('act.reason')}
        value={doing.values.reason}
        onChange={(value) => doing.set({ reason: value })}
        fault={doing.fault('reason')}
        mustHave
        isTried={doing.isTried}
      />
    </ActionForm>
  );
}
