import { type FormEvent, useState } from 'react';
import { organisationChanges } from '#domain/organisations/changes.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { Select } from '../../design-system/antd/select.tsx';
import { Field } from '../../design-system/forms/field.tsx';
import { Input } from '../../design-system/forms/input.tsx';
import { type FilterName, useAuditFilters } from './use-audit-filters.ts';

/** By whom, of which matter or of which kind, between which days. */
export function AuditFilters({ view }: { view: 'openings' | 'changes' | 'unusual' | 'refused' }) {
  const { say, shared } = useWords();
  const { filters, set } = useAuditFilters();
  const [typed, setTyped] = useState(filters);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set({ ...typed, user: typed.user?.trim() ?? '', code: typed.code?.trim() ?? '' });
  };
  const line = (name: Exclude<FilterName, 'behind' | 'region'>, type: 'text' | 'date') => (
    <Field label={say(`audit.${name}`)}>
      {(parts) => (
        <Input
          {...parts}
          type={type}
          autoComplete="off"
          maxLength={60}
          value={typed[name] ?? ''}
          onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form className="audit-filters" onSubmit={submit} aria-label={say('audit.filters')}>
      {(view === 'openings' || view === 'changes') && line('user', 'text')}
      {view === 'openings' && line('code', 'text')}
      {view === 'changes' && (
        <Field label={say('audit.type')}>
          {(parts) => (
            <Select
              {...parts}
              value={typed.type ?? ''}
              onChange={(type) => setTyped({ ...typed, type })}
              options={[
                { value: '', label: say('filter.any') },
                ...organisationChanges.map((one) => ({ value: one, label: shared.organisationChanges[one] })),
              ]}
            />
          )}
        </Field>
      )}
      {line('fromDay', 'date')}
      {line('untilDay', 'date')}
      <Button htmlType="submit">{say('audit.show')}</Button>
    </form>
  );
}
