import './exports.css';
import { useState } from 'react';
import type { ExportFilter } from '#contract/exports/exports.ts';
import { useWords } from '../../app/language/words.tsx';
import { FormDrawer } from '../../design-system/forms/form-drawer.tsx';
import { ExportListForm } from './export-list-form.tsx';
import { useMayExport } from './use-may-export.ts';

/** Beside the filters of a queue: the list as a file. */
export function ExportListButton({ filter }: { filter: ExportFilter }) {
  const { say } = useWords();
  const [asking, ask] = useState<ExportFilter>();
  if (!useMayExport()) return null;
  return (
    <>
      <button type="button" className="filter-chip" onClick={() => ask(filter)}>
        {say('exports.ask')}
      </button>
      <FormDrawer task={asking} titleOf={() => say('exports.askTitle')} close={() => ask(undefined)}>
        {(chosen) => <ExportListForm filter={chosen} close={() => ask(undefined)} />}
      </FormDrawer>
    </>
  );
}
