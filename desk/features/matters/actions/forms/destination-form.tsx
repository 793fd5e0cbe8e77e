import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../../app/language/words.tsx';
import { ErrorState } from '../../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../../design-system/states/skeleton-rows.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { destinationsQuery } from './places-query.ts';
import { UnitPicker } from './unit-picker.tsx';

const blank = { unitId: '', words: '' };

/** To whom it goes: routed with a word to the receiving office, or decided with the reason for both sides. */
export function DestinationForm({ matter, action, close }: ActionFormProps & { action: 'route' | 'decide' }) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action, blank, close });
  const destinations = useQuery(destinationsQuery(matter.id));
  const { unitId } = doing.values;
  const words = doing.values.words.trim();
  const mustExplain = action === 'decide';
  const wordsName = say(mustExplain ? 'act.reason' : 'act.noteToUnit');
  const chosen = destinations.data?.units.find(({ id }) => id === unitId);
  const submit = () => {
    if (!unitId || (mustExplain && !words)) return doing.send(undefined);
    doing.send(mustExplain ? { unitId, reason: words } : { unitId, ...(words && { note: words }) });
  };
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say(`lead.${action}`)}
      submitWord={chosen ? say('act.routeTo', { unit: chosen.name }) : shared.actions[action]}
      typed={[
        { name: say('act.unit'), value: chosen?.name ?? '' },
        { name: wordsName, value: words },
      ]}
      onSubmit={submit}
    >
      {destinations.isPending && <SkeletonRows count={4} />}
      {destinations.isError && (
        <ErrorState error={destinations.error} retry={() => void destinations.refetch()} />
      )}
      {destinations.data && (
        <UnitPicker
          units={destinations.data.units}
          value={unitId}
          onChange={(value) => doing.set({ unitId: value })}
          fault={doing.fault('unitId') ?? (doing.isTried && !unitId ? shared.reasons.required : undefined)}
        />
      )}
      <TextField
        label={wordsName}
        value={doing.values.words}
        onChange={(value) => doing.set({ words: value })}
        fault={doing.fault(mustExplain ? 'reason' : 'note')}
        mustHave={mustExplain}
        isTried={doing.isTried}
      />
    </ActionForm>
  );
}
