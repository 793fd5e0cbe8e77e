import '../organisation.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AbsenceView } from '#contract/organisations/absences.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { FormDrawer } from '../../../design-system/forms/form-drawer.tsx';
import { PageFrame } from '../../../design-system/page-frame.tsx';
import { EmptyState } from '../../../design-system/states/empty-state.tsx';
import { PagedTable } from '../../../design-system/table/paged-table.tsx';
import { cityDay } from '../../../design-system/time/day-words.ts';
import { ChoiceInput } from '../choice-input.tsx';
import { DaySpanWords } from '../day-span.tsx';
import { absencesQuery } from '../queries.ts';
import { CancelAbsenceForm } from './cancel-absence-form.tsx';
import { CreateAbsenceForm } from './create-absence-form.tsx';
import { useAbsenceUnits } from './use-absence-units.ts';

type Task = { readonly act: 'create' } | { readonly act: 'cancel'; readonly absence: AbsenceView };

/** Who is away at an office, and in whose queue their work stands meanwhile. */
export function Absences() {
  const { say } = useWords();
  const { units, ownUnitId } = useAbsenceUnits();
  const [params, setParams] = useSearchParams();
  const unitId = units.find(({ value }) => value === params.get('unit'))?.value ?? ownUnitId;
  const [task, setTask] = useState<Task>();
  const query = useInfiniteQuery(absencesQuery(unitId));
  const close = () => setTask(undefined);
  const create = () => setTask({ act: 'create' });
  return (
    <PageFrame
      title={say('absences.title')}
      lead={say('absences.lead')}
      acts={
        <Button type="primary" onClick={create}>
          {say('absences.create')}
        </Button>
      }
    >
      {units.length > 1 && (
        <div className="search-line">
          <ChoiceInput
            label={say('people.unit')}
            value={unitId}
            onChange={(unit) => setParams({ unit }, { replace: true })}
            choices={units}
            mustHave
          />
        </div>
      )}
      <PagedTable
        caption={say('absences.title')}
        query={query}
        rowsOf={(page) => page.absences}
        empty={<EmptyState>{say('absences.none')}</EmptyState>}
        columns={[
          {
            key: 'person',
            head: say('absences.person'),
            cell: ({ person }) => <strong>{person.name}</strong>,
          },
          { key: 'deputy', head: say('absences.deputy'), cell: ({ deputy }) => deputy.name },
          { key: 'days', head: say('absences.days'), cell: (absence) => <DaySpanWords {...absence} /> },
          {
            key: 'now',
            head: say('absences.state'),
            cell: (absence) => say(stateOf(absence)),
          },
          {
            key: 'acts',
            cell: (absence) =>
              absence.mayCancel && (
                <button
                  type="button"
                  className="text-button"
                  onClick={() => setTask({ act: 'cancel', absence })}
                >
                  {say('absences.cancel')}
                  <span className="only-read-aloud"> {absence.person.name}</span>
                </button>
              ),
          },
        ]}
      />
      <FormDrawer task={task} close={close} titleOf={({ act }) => say(`absences.${act}`)}>
        {(chosen) =>
          chosen.act === 'create' ? (
            <CreateAbsenceForm key={unitId} unitId={unitId} close={close} />
          ) : (
            <CancelAbsenceForm absence={chosen.absence} close={close} />
          )
        }
      </FormDrawer>
    </PageFrame>
  );
}

function stateOf({ isNow, fromDay }: AbsenceView) {
  if (isNow) return 'absences.now';
  return fromDay > cityDay() ? 'absences.toCome' : 'absences.past';
}
