import './audit.css';
import { useSearchParams } from 'react-router';
import { useWords } from '../../app/language/words.tsx';
import { Segmented } from '../../design-system/forms/segmented.tsx';
import { PageFrame } from '../../design-system/page-frame.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { BehindNote } from './behind-note.tsx';
import { ChangesTable } from './changes-table.tsx';
import { LooksTable } from './looks-table.tsx';
import { OpeningsTable } from './openings-table.tsx';
import { RefusedFilesTable } from './refused-files-table.tsx';
import { UnusualFacts } from './unusual-facts.tsx';

const views = ['openings', 'changes', 'unusual', 'refused', 'looks'] as const;

/**
 * What the auditor reads: who opened which file, what of that is unusual, who changed what, which files were refused, and
 * who looked at all this.
 */
export function Audit() {
  const { say } = useWords();
  const [params, setParams] = useSearchParams();
  const view = views.find((one) => one === params.get('what')) ?? 'openings';
  return (
    <PageFrame title={say('audit.title')} lead={say('audit.lead')} isWide>
      <div className="audit-views">
        <Segmented
          value={view}
          onChange={(what) => setParams(what === 'openings' ? {} : { what })}
          options={views.map((one) => ({ value: one, label: say(`audit.${one}`) }))}
          aria-label={say('audit.what')}
        />
      </div>
      {view !== 'looks' && <AuditFilters key={params.toString()} view={view} />}
      {view === 'openings' && (
        <>
          <BehindNote />
          <OpeningsTable />
        </>
      )}
      {view === 'changes' && <ChangesTable />}
      {view === 'unusual' && <UnusualFacts />}
      {view === 'refused' && (
        <>
          <p className="soft running">{say('audit.refusedLead')}</p>
          <RefusedFilesTable />
        </>
      )}
      {view === 'looks' && (
        <>
          <p className="soft running">{say('audit.looksLead')}</p>
          <LooksTable />
        </>
      )}
    </PageFrame>
  );
}
