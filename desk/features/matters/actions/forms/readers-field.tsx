import { useQuery } from '@tanstack/react-query';
import type { MatterView } from '#contract/matters/matter.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Checkbox } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { ErrorState } from '../../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../../design-system/states/skeleton-rows.tsx';
import { destinationsQuery, readersQuery } from './places-query.ts';

type Choosing = {
  value: readonly string[];
  onChange: (userIds: string[]) => void;
  fault?: string | undefined;
};

/** Colleagues by office, of whom some are to read a sealed file. */
export function ReadersField(
  props: Choosing & { matterId: string; unitId?: string; legend: string; hint: string; always?: string },
) {
  const { say } = useWords();
  const readers = useQuery(readersQuery(props.matterId, props.unitId));
  if (readers.isPending) return <SkeletonRows count={3} />;
  if (readers.isError) return <ErrorState error={readers.error} retry={() => void readers.refetch()} />;
  const toggle = (userId: string, isChosen: boolean) =>
    props.onChange(isChosen ? [...props.value, userId] : props.value.filter((id) => id !== userId));
  return (
    <FieldGroup legend={props.legend} hint={props.hint} fault={props.fault}>
      {readers.data.units.map(({ unit, people }) => (
        <fieldset key={unit.id} className="readers">
          <legend className="soft">{unit.name}</legend>
          {people.length === 0 && <p className="faint">{say('side.readersNone')}</p>}
          {people.map((person) => (
            <Checkbox
              key={person.userId}
              checked={props.value.includes(person.userId) || person.userId === props.always}
              disabled={person.userId === props.always}
              onChange={(isChecked) => toggle(person.userId, isChecked)}
            >
              {person.name}{' '}
              <span className="faint">
                {person.roleLabel}
                {person.isAbsent && ` · ${say('side.away')}`}
              </span>
            </Checkbox>
          ))}
        </fieldset>
      ))}
    </FieldGroup>
  );
}

/** Asked only of a sealed matter: who may read it where it goes. */
export function ReadersThere(props: Choosing & { matter: MatterView; unitId: string }) {
  const { say } = useWords();
  if (props.matter.seal === null || props.unitId === '') return null;
  const { matter, ...choosing } = props;
  return (
    <ReadersField
      {...choosing}
      matterId={matter.id}
      legend={say('side.readersThere')}
      hint={say('side.readersThereHint')}
    />
  );
}

/** The same where it goes up: the centre above is the only place it can go. */
export function ReadersAbove(props: Choosing & { matter: MatterView }) {
  const destinations = useQuery({
    ...destinationsQuery(props.matter.id),
    enabled: props.matter.seal !== null,
  });
  const upper = destinations.data?.units.find(({ relation }) => relation === 'upper');
  return upper ? <ReadersThere {...props} unitId={upper.id} /> : null;
}
