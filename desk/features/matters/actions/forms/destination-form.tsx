import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../../app/language/words.tsx';
import { ErrorState } from '../../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../../design-system/states/skeleton-rows.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { destinationsQuery } from './places-query.ts';
import { ReadersThere } from './readers-field.tsx';
import { UnitPicker } from './unit-picker.tsx';

const blank = { unitId: '', words: '', readerUserIds: [] as string[] };

type DestinationAction = 'route' | 'decide' | 'transfer';

/** To whom it goes: routed with a word to the receiving office, decided or passed on with the reason for both sides. */
export function DestinationForm({ matter, action, close }: ActionFormProps & { action: DestinationAction }) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action, blank, close });
  const destinations = useQuery(destinationsQuery(matter.id));
  const { unitId, readerUserIds } = doing.values;
  const readers = matter.seal && readerUserIds.length > 0 ? { readerUserIds } : {};
  const words = doing.values.words.trim();
  const mustExplain = action !== 'route';
  const wordsName = say(mustExplain ? 'act.reason' : 'act.noteToUnit');
  const units = destinations.data?.units.filter(({ id }) => action !== 'transfer' || id !== matter.holder.id);
  const chosen = units?.find(({ id }) => id === unitId);
  const submit = () => {
    if (!unitId || (mustExplain && !words)) return doing.send(undefined);
    doing.send(
      mustExplain
        ? { unitId, reason: words, ...readers }
        : { unitId, ...(words && { note: words }), ...readers },
    );
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
