import '../organisation.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { UnitView } from '#contract/organisations/units.ts';
import { useCity, useNameOf } from '../../../app/city/city.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { FormDrawer } from '../../../design-system/forms/form-drawer.tsx';
import { PageFrame } from '../../../design-system/page-frame.tsx';
import { EmptyState } from '../../../design-system/states/empty-state.tsx';
import { PagedTable } from '../../../design-system/table/paged-table.tsx';
import { unitsQuery } from '../queries.ts';
import { AddDepartmentForm } from './add-department-form.tsx';
import { EditUnitForm } from './edit-unit-form.tsx';
import { PackNote } from './pack-note.tsx';
import { RegionList } from './region-list.tsx';
import { SwitchUnitForm } from './switch-unit-form.tsx';

type Task =
  | { readonly act: 'add'; readonly centreId: string }
  | { readonly act: 'edit' | 'activate' | 'deactivate'; readonly unit: UnitView };

/** The centres and their departments, region by region: the system administrator's page. */
export function Units() {
  const { say, shared } = useWords();
  const city = useCity();
  const nameOf = useNameOf();
  const [params, setParams] = useSearchParams();
  const region = params.get('region') ?? city?.code ?? '';
  const [task, setTask] = useState<Task>();
  const query = useInfiniteQuery({ ...unitsQuery(region), enabled: region !== '' });
  const close = () => setTask(undefined);
  const centre = city?.units.find(({ kind, regionCode }) => kind === 'centre' && regionCode === region);
  const place = city?.regions.find(({ code }) => code === region);
  return (
    <PageFrame
      title={say('units.title')}
      lead={say('units.lead')}
      isWide
      acts={
        centre?.isActive && (
          <Button type="primary" onClick={() => setTask({ act: 'add', centreId: centre.id })}>
            {say('units.add')}
          </Button>
        )
      }
    >
      <div className="unit-page">
        <RegionList region={region} choose={(code) => setParams({ region: code })} />
        <section className="units-of-region" aria-label={place ? nameOf(place) : say('units.title')}>
          <PagedTable
            caption={place ? nameOf(place) : say('units.title')}
            query={query}
            rowsOf={(page) => page.units}
            empty={<EmptyState>{say('units.none')}</EmptyState>}
            columns={[
              { key: 'name', head: say('units.name'), cell: (unit) => <NameCell unit={unit} /> },
              { key: 'nameEn', head: say('units.nameEn'), cell: ({ nameEn }) => nameEn || '—' },
              {
                key: 'presence',
                head: say('units.presence'),
                cell: ({ presence, kind }) =>
                  presence ? shared.presences[presence] : shared.unitKinds[kind],
              },
              {
                key: 'state',
                head: say('units.state'),
                cell: ({ isActive }) => say(isActive ? 'units.active' : 'units.inactive'),
              },
              {
                key: 'acts',
                cell: (unit) => <Acts unit={unit} choose={(act) => setTask({ act, unit })} />,
              },
            ]}
          />
        </section>
      </div>
      <FormDrawer task={task} close={close} titleOf={({ act }) => say(`units.${act}`)}>
        {(chosen) => {
          if (chosen.act === 'add') return <AddDepartmentForm centreId={chosen.centreId} close={close} />;
          if (chosen.act === 'edit') return <EditUnitForm unit={chosen.unit} close={close} />;
          return <SwitchUnitForm unit={chosen.unit} act={chosen.act} close={close} />;
        }}
      </FormDrawer>
    </PageFrame>
  );
}

function NameCell({ unit }: { unit: UnitView }) {
  return (
    <>
      {unit.kind === 'centre' ? <strong>{unit.name}</strong> : unit.name}
      <PackNote unit={unit} />
    </>
  );
}

function Acts({
  unit,
  choose,
}: {
  unit: UnitView;
  choose: (act: 'edit' | 'activate' | 'deactivate') => void;
}) {
  const { say } = useWords();
  const act = (name: 'edit' | 'activate' | 'deactivate') => (
    <button type="button" className="text-button" onClick={() => choose(name)}>
      {say(`units.${name}`)}
      <span className="only-read-aloud"> {unit.name}</span>
    </button>
  );
  return (
    <div className="row-acts">
      {act('edit')}
      {act(unit.isActive ? 'deactivate' : 'activate')}
    </div>
  );
}
