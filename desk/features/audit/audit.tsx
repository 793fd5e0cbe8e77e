import './audit.css';
import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { useWords } from '../../app/language/words.tsx';
import { PageFrame } from '../../design-system/page-frame.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { ChangesTable } from './changes-table.tsx';
import { OpeningsTable } from './openings-table.tsx';

const views = ['openings', 'changes'] as const;

/** What the auditor reads: who opened which file, and who changed what of the organisation. */
export function Audit() {
  const { say } = useWords();
  const [params, setParams] = useSearchParams();
  const view = views.find((one) => one === params.get('what')) ?? 'openings';
  return (
    <PageFrame title={say('audit.title')} lead={say('audit.lead')} isWide>
      <div>
        <Segmented
          value={view}
          onChange={(what) => setParams(what === 'openings' ? {} : { what })}
          options={views.map((one) => ({ value: one, label: say(`audit.${one}`) }))}
          aria-label={say('audit.what')}
        />
      </div>
      <AuditFilters key={params.toString()} view={view} />
      {view === 'openings' ? <OpeningsTable /> : <ChangesTable />}
    </PageFrame>
  );
}
