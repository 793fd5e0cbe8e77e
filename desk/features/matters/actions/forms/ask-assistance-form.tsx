import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../../app/language/words.tsx';
import { NumberInput } from '../../../../design-system/antd/number-input.tsx';
import { Field } from '../../../../design-system/forms/field.tsx';
import { ErrorState } from '../../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../../design-system/states/skeleton-rows.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { destinationsQuery } from './places-query.ts';
import { ReadersThere } from './readers-field.tsx';
import { UnitPicker } from './unit-picker.tsx';

type Values = { unitId: string; text: string; days: number | null; readerUserIds: string[] };
const blank: Values = { unitId: '', text: '', days: null, readerUserIds: [] };

/** Which office is asked for what, and by when if not within the city's own limit. */
export function AskAssistanceForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action: 'ask-assistance', blank, close });
  const destinations = useQuery(destinationsQuery(matter.id));
  const { unitId, days, readerUserIds } = doing.values;
  const readers = matter.seal && readerUserIds.length > 0 ? { readerUserIds } : {};
  const text = doing.values.text.trim();
  const atWork = [
    matter.lead.id,
    matter.holder.id,
    ...matter.tasks.filter((task) => task.isOpen).map(({ unit }) => unit.id),
  ];
  const units = destinations.data?.units.filter(({ id }) => !atWork.includes(id));
  const chosen = units?.find(({ id }) => id === unitId);
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.ask-assistance')}
      submitWord={chosen ? say('joint.ask', { unit: chosen.name }) : shared.actions['ask-assistance']}
      typed={[
        { name: say('act.unit'), value: chosen?.name ?? '' },
        { name: say('joint.asked'), value: text },
      ]}
      onSubmit={() =>
        doing.send(unitId && text ? { unitId, text, ...(days && { days }), ...readers } : undefined)
      }
    >
      {destinations.isPending && <SkeletonRows count={4} />}
      {destinations.isError && (
        <ErrorState error={destinations.error} retry={() => void destinations.refetch()} />
      )}
      {units && (
        <UnitPicker
          units={units}
          value={unitId}
          onChange={(value) => doing.set({ unitId: value, readerUserIds: [] })}
          fault={doing.fault('unitId') ?? (doing.isTried && !unitId ? shared.reasons.required : undefined)}
        />
      )}
      <ReadersThere
        matter={matter}
        unitId={unitId}
        value={readerUserIds}
        onChange={(chosenReaders) => doing.set({ readerUserIds: chosenReaders })}
        fault={doing.fault('readerUserIds')}
      />
      <TextField
        label={say('joint.asked')}
        hint={say('joint.askedHint')}
        value={doing.values.text}
        onChange={(value) => doing.set({ text: value })}
        fault={doing.fault('text')}
        mustHave
        isTried={doing.isTried}
      />
      <Field
        label={say('joint.days')}
        hint={say('joint.daysHint')}
        isOptional={say('form.optional')}
        fault={doing.fault('days')}
      >
        {(parts) => (
          <NumberInput
            {...parts}
            min={1}
            max={60}
            precision={0}
            value={days}
            onChange={(value) => doing.set({ days: value })}
          />
        )}
      </Field>
    </ActionForm>
  );
}
