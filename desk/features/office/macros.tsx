import './office.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MacroView } from '#contract/office/macros.ts';
import { useWords } from '../../app/language/words.tsx';
import { macrosQuery } from '../../app/office/macros-query.ts';
import { Button } from '../../design-system/acts/button.tsx';
import { FormDrawer } from '../../design-system/forms/form-drawer.tsx';
import { PageFrame } from '../../design-system/page-frame.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { Instant } from '../../design-system/time/instant.tsx';
import { MacroForm } from './macro-form.tsx';
import { RetireMacroForm } from './retire-macro-form.tsx';

type Task = { readonly act: 'create' } | { readonly act: 'edit' | 'retire'; readonly macro: MacroView };

/** The set steps of one's own office. */
export function Macros() {
  const { say } = useWords();
  const [task, setTask] = useState<Task>();
  const query = useQuery(macrosQuery);
  const close = () => setTask(undefined);
  const create = (
    <Button type="primary" onClick={() => setTask({ act: 'create' })}>
      {say('macros.create')}
    </Button>
  );
  const macros = query.data?.macros ?? [];
  return (
    <PageFrame title={say('macros.title')} lead={say('macros.lead')} acts={query.data?.mayKeep && create}>
      {query.isPending && <SkeletonRows />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && macros.length === 0 && <EmptyState>{say('macros.none')}</EmptyState>}
      <ul className="macro-cards">
        {macros.map((macro) => (
          <li key={macro.id} className="card macro-card">
            <header>
              <h2>{macro.name}</h2>
              {query.data?.mayKeep && (
                <span className="row-acts">
                  {(['edit', 'retire'] as const).map((act) => (
                    <button
                      key={act}
                      type="button"
                      className="text-button"
                      onClick={() => setTask({ act, macro })}
                    >
                      {say(`macros.${act}`)}
                      <span className="only-read-aloud"> {macro.name}</span>
                    </button>
                  ))}
                </span>
              )}
            </header>
            <ol>
              {macro.steps.map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same step may stand there twice, and its place is what it is
                <li key={index}>
                  <strong>{step.actionLabel}</strong> <span className="soft">{step.summary}</span>
                </li>
              ))}
            </ol>
            <p className="faint">
              {say('macros.author')} {macro.author} · <Instant at={macro.changedAt} />
            </p>
          </li>
        ))}
      </ul>
      <FormDrawer task={task} close={close} titleOf={({ act }) => say(`macros.${act}`)}>
        {(chosen) => {
          if (chosen.act === 'create') return <MacroForm close={close} />;
          if (chosen.act === 'edit')
            return <MacroForm key={chosen.macro.id} macro={chosen.macro} close={close} />;
          return <RetireMacroForm macro={chosen.macro} close={close} />;
        }}
      </FormDrawer>
    </PageFrame>
  );
}
