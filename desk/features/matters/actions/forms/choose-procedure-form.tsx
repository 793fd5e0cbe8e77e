import { seats } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Checkboxes, Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { type Fields, useAction } from '../use-action.ts';
import { blankChoice, type ChoiceFields } from './blank-forms.ts';
import { ProposalPicker } from './proposal-picker.tsx';
import { faultAt, type RefusedAt } from './refused-at.ts';
import { RemediesField } from './remedies-field.tsx';

const places: RefusedAt = { procedure: ['not-of-this-kind', 'not-a-successor'], choice: ['not-voluntary'] };

/** Which lawful way the parties choose; or that one of them does not want a voluntary one, and was told the others. */
export function ChooseProcedureForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action: 'choose-procedure', blank: blankChoice, close });
  const { values } = doing;
  const { required } = shared.reasons;
  const proposals = matter.roadmap.next;
  const proposal = proposals.find(({ procedure }) => procedure.code === values.procedure);
  const here = seats.filter((seat) => matter.parties.some((party) => party.seat === seat));
  const isRefused = values.choice === 'refused' && proposal?.isVoluntary !== false;
  const fault = (field: string, isMissing = false) =>
    faultAt(doing.error, places, field) ?? (doing.isTried && isMissing ? required : undefined);
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.choose-procedure')}
      submitWord={shared.actions['choose-procedure']}
      typed={[
        { name: say('procedure.which'), value: proposal?.procedure.label ?? '' },
        {
          name: say('procedure.choice'),
          value: values.choice ? shared.procedureChoices[values.choice] : '',
        },
        { name: say('procedure.inTheirWords'), value: values.text.trim() },
      ]}
      onSubmit={() => doing.send(fieldsOf(values, proposal !== undefined, isRefused))}
    >
      <ProposalPicker
        proposals={proposals}
        value={values.procedure}
        onChange={(procedure) => doing.set({ procedure })}
        fault={fault('procedure', proposal === undefined)}
        mayPickRefused
      />
      <FieldGroup legend={say('procedure.choice')} fault={fault('choice', values.choice === '')}>
        <Radios
          value={isRefused ? 'refused' : values.choice === 'chosen' ? 'chosen' : undefined}
          onChange={(chosen) => doing.set({ choice: chosen })}
          options={(['chosen', 'refused'] as const)
            .filter((one) => one === 'chosen' || proposal?.isVoluntary !== false)
            .map((one) => ({ value: one, label: shared.procedureChoices[one] }))}
        />
      </FieldGroup>
      <FieldGroup legend={say('procedure.saidBy')} fault={fault('seats', values.seats.length === 0)}>
        <Checkboxes
          value={values.seats}
          onChange={(chosen) => doing.set({ seats: chosen })}
          options={here.map((seat) => ({ value: seat, label: shared.seats[seat] }))}
        />
      </FieldGroup>
      {isRefused && (
        <RemediesField
          value={values.remedies}
          onChange={(remedies) => doing.set({ remedies })}
          fault={fault('remedies', values.remedies.length === 0)}
        />
      )}
      <TextField
        label={say('procedure.inTheirWords')}
        value={values.text}
        onChange={(text) => doing.set({ text })}
        fault={fault('text')}
      />
    </ActionForm>
  );
}

/** Remedies are told only where somebody refuses. */
function fieldsOf(
  values: ChoiceFields,
  isKnown: boolean,
  isRefused: boolean,
): Fields<'choose-procedure'> | undefined {
  const { procedure, choice, remedies } = values;
  const text = values.text.trim();
  const isChosen = choice === 'chosen';
  if (!isKnown || values.seats.length === 0 || (!isChosen && !isRefused)) return undefined;
  if (isRefused && remedies.length === 0) return undefined;
  return {
    procedure,
    isRefused,
    seats: values.seats,
    ...(isRefused && { remedies }),
    ...(text && { text }),
  };
}
