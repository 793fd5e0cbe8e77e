import { type SealGround, sealGrounds } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { useSession } from '../../../../app/session/session.tsx';
import { Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { ReadersField } from './readers-field.tsx';

type Values = { ground: SealGround | ''; reason: string; readerUserIds: string[] };

/** Why only named colleagues may read it, and which. */
export function SealForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const { me } = useSession();
  const blank: Values = {
    ground: matter.seal?.ground.code ?? '',
    reason: '',
    readerUserIds:
      matter.seal?.readers.map(({ userId }) => userId) ?? (matter.handler ? [matter.handler.userId] : []),
  };
  const doing = useAction({ matter, action: 'seal', blank, close });
  const { ground, readerUserIds } = doing.values;
  const reason = doing.values.reason.trim();
  const mine = me?.user.id ?? '';
  const readers = [...new Set([...readerUserIds, mine])].filter(Boolean);
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.seal')}
      submitWord={shared.actions.seal}
      typed={[
        { name: say('side.ground'), value: ground ? shared.sealGrounds[ground] : '' },
        { name: say('act.reason'), value: reason },
      ]}
      onSubmit={() => doing.send(ground && reason ? { ground, reason, readerUserIds: readers } : undefined)}
    >
      <FieldGroup
        legend={say('side.ground')}
        fault={doing.fault('ground') ?? (doing.isTried && !ground ? shared.reasons.required : undefined)}
      >
        <Radios
          className="choices"
          value={ground}
          onChange={(chosen) => doing.set({ ground: chosen })}
          options={sealGrounds.map((one) => ({ value: one, label: shared.sealGrounds[one] }))}
        />
      </FieldGroup>
      <TextField
        label={say('act.reason')}
        value={doing.values.reason}
        onChange={(value) => doing.set({ reason: value })}
        fault={doing.fault('reason')}
        mustHave
        isTried={doing.isTried}
        rows={2}
      />
      <ReadersField
        matterId={matter.id}
        legend={say('side.readers')}
        hint={say('side.readersHint')}
        always={mine}
        value={readerUserIds}
        onChange={(chosen) => doing.set({ readerUserIds: chosen })}
        fault={doing.fault('readerUserIds')}
      />
    </ActionForm>
  );
}
