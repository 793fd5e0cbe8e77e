import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportView, LedgerMap, LookAnswer } from '#contract/imports/imports.ts';
import { type ImportField, importFields } from '#domain/imports/read-row.ts';
import { channels } from '#domain/matters/vocabulary.ts';
import { fieldReason } from '../../app/api/problem.ts';
import { useCity } from '../../app/city/city.ts';
import { useKeptState } from '../../app/kept/kept-state.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { Select } from '../../design-system/antd/select.tsx';
import { Checkbox } from '../../design-system/forms/choices.tsx';
import { Field } from '../../design-system/forms/field.tsx';
import { Input } from '../../design-system/forms/input.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { ImportConflict } from './import-conflict.tsx';
import { lookQuery } from './imports-query.ts';
import { LedgerPreview } from './ledger-preview.tsx';
import { useImportStep } from './use-import-step.ts';

type Props = { readonly one: ImportView; readonly onChecking: () => void };
type Draft = Omit<LedgerMap, 'columns' | 'sheet'> & {
  readonly columns: Partial<Record<ImportField, string>>;
};

const needed: readonly ImportField[] = ['sourceNumber', 'registeredAt', 'story'];

/** Which column means what, beside the first rows as they are read. */
export function ColumnsForm({ one, onChecking }: Props) {
  const { say } = useWords();
  const [sheet, setSheet] = useState(one.map?.sheet);
  const look = useQuery(lookQuery(one.id, one.version, sheet));
  if (look.isPending) return <SkeletonRows />;
  if (look.isError) return <ErrorState error={look.error} retry={() => void look.refetch()} />;
  const { sheets } = look.data;
  const shown = look.data.sheet ?? '';
  return (
    <>
      {sheets.length > 1 && (
        <div className="import-fields">
          <Field label={say('imports.sheet')}>
            {(parts) => (
              <Select
                {...parts}
                value={shown}
                onChange={setSheet}
                options={sheets.map((name) => ({ value: name, label: name }))}
              />
            )}
          </Field>
        </div>
      )}
      <Matching key={shown} one={one} look={look.data} onChecking={onChecking} />
      <LedgerPreview look={look.data} />
    </>
  );
}

function Matching({ one, look, onChecking }: Props & { readonly look: LookAnswer }) {
  const { say, shared, language } = useWords();
  const city = useCity();
  const [draft, setDraft, forget] = useKeptState<Draft>(`import ${one.id} ${look.sheet ?? ''}`, {
    columns: look.columns,
    source: one.map?.source ?? 'ledger',
    channel: one.map?.channel ?? 'window',
    kind: one.map?.kind ?? '99',
    kindFromWords: one.map?.kindFromWords ?? true,
  });
  const [isTried, setTried] = useState(false);
  const step = useImportStep(one, () => {
    forget();
    onChecking();
  });
  const { columns } = draft;
  const isSource = /^[a-z0-9][a-z0-9-]{1,39}$/.test(draft.source);
  const isMissing = (field: ImportField): boolean => needed.includes(field) && !columns[field];
  const headings = look.headings.filter((heading) => heading !== '');
  const submit = () => {
    setTried(true);
    if (needed.some(isMissing) || !isSource) return;
    const said = Object.fromEntries(Object.entries(columns).filter(([, heading]) => heading));
    step.take('check', { map: { ...draft, columns: said, ...(look.sheet && { sheet: look.sheet }) } });
  };
  return (
    <form
      className="card imports-part"
      aria-labelledby="import-columns"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 id="import-columns">{say('imports.columns')}</h2>
      <p className="soft running">{say('imports.columnsHint')}</p>
      {step.conflict && (
        <ImportConflict
          current={step.conflict}
          typed={importFields.flatMap((field) => {
            const value = columns[field];
            return value ? [{ name: say(`imports.field.${field}`), value }] : [];
          })}
          goOn={step.goOn}
        />
      )}
      <div className="import-fields">
        {[...needed, ...importFields.filter((field) => !needed.includes(field))].map((field) => (
          <Field
            key={field}
            label={say(`imports.field.${field}`)}
            fault={isTried && isMissing(field) ? shared.reasons.required : undefined}
          >
            {(parts) => (
              <Select
                {...parts}
                value={columns[field] ?? ''}
                onChange={(heading) => setDraft({ ...draft, columns: { ...columns, [field]: heading } })}
                options={[
                  { value: '', label: say('imports.noColumn') },
                  ...headings.map((heading) => ({ value: heading, label: heading })),
                ]}
              />
            )}
          </Field>
        ))}
        <Field
          label={say('imports.source')}
          hint={say('imports.sourceHint')}
          fault={
            fieldReason(step.error, 'map.source') ??
            (isTried && !isSource ? say('imports.sourceFault') : undefined)
          }
        >
          {(parts) => (
            <Input
              {...parts}
              maxLength={40}
              value={draft.source}
              onChange={({ target }) => setDraft({ ...draft, source: target.value })}
            />
          )}
        </Field>
        <Field label={say('imports.channel')}>
          {(parts) => (
            <Select
              {...parts}
              value={draft.channel}
              onChange={(channel) => setDraft({ ...draft, channel })}
              options={channels.map((one) => ({ value: one, label: shared.channels[one] }))}
            />
          )}
        </Field>
        <Field label={say('imports.kind')}>
          {(parts) => (
            <Select
              {...parts}
              value={draft.kind}
              onChange={(kind) => setDraft({ ...draft, kind })}
              options={(city?.kinds ?? []).map(({ code, name, nameEn }) => ({
                value: code,
                label: language === 'zh' ? name : nameEn,
              }))}
            />
          )}
        </Field>
      </div>
      <Checkbox
        checked={draft.kindFromWords ?? false}
        onChange={(kindFromWords) => setDraft({ ...draft, kindFromWords })}
      >
        {say('imports.kindFromWords')}
      </Checkbox>
      {step.error && <ErrorState error={step.error} />}
      <div>
        <Button type="primary" htmlType="submit" loading={step.isPending}>
          {say('imports.check')}
        </Button>
      </div>
    </form>
  );
}
