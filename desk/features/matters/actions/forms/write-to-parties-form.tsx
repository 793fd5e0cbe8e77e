import { useWords } from '../../../../app/language/words.tsx';
import { Checkboxes } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';

type Values = { partyIds: string[]; text: string };
const blank: Values = { partyIds: [], text: '' };

/** Words for some of the parties, which the others never see. Nobody is chosen until somebody chooses. */
export function WriteToPartiesForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action: 'write-to-parties', blank, close });
  const { partyIds } = doing.values;
  const text = doing.values.text.trim();
  const isNobody = partyIds.length === 0;
  const names = matter.parties.filter(({ id }) => partyIds.includes(id)).map(({ name }) => name);
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.write-to-parties')}
      submitWord={shared.actions['write-to-parties']}
      typed={[
        { name: say('act.recipients'), value: names.join('、') },
        { name: say('act.letter'), value: text },
      ]}
      onSubmit={() => doing.send(isNobody || !text ? undefined : { partyIds, text })}
    >
      <FieldGroup
        legend={say('act.recipients')}
        fault={
          doing.fault('partyIds') ??
          doing.fault('seats') ??
          (doing.isTried && isNobody ? shared.errors['recipients-missing'] : undefined)
        }
      >
        <Checkboxes
          className="radio-column"
          value={partyIds}
          onChange={(chosen) => doing.set({ partyIds: chosen as string[] })}
          options={matter.parties.map(({ id, name, seatLabel }) => ({
            value: id,
            label: `${name} · ${seatLabel}`,
          }))}
        />
      </FieldGroup>
      <TextField
        label={say('act.letter')}
        hint={say('act.letterHint')}
        value={doing.values.text}
        onChange={(value) => doing.set({ text: value })}
        fault={doing.fault('text')}
        mustHave
        isTried={doing.isTried}
        rows={5}
      />
    </ActionForm>
  );
}
