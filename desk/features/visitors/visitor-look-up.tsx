import './visitor-look-up.css';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { LookUpAnswer, LookUpBody } from '#contract/intake/intake.ts';
import type { ListMattersAnswer } from '#contract/matters/list-matters.ts';
import { fieldReason } from '../../app/api/problem.ts';
import { request } from '../../app/api/request.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { Field } from '../../design-system/forms/field.tsx';
import { Input } from '../../design-system/forms/input.tsx';
import { Segmented } from '../../design-system/forms/segmented.tsx';
import { MatterCode } from '../../design-system/marks/matter-code.tsx';
import { PageFrame } from '../../design-system/page-frame.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';

const ways = ['phone', 'residentId', 'creditCode'] as const;
type Way = (typeof ways)[number];

/**
 * A person who is present gets their own codes back. The number is sent once and kept nowhere in the browser: not in
 * the address, not in a cache, and not on screen once somebody leaves the page.
 */
export function VisitorLookUp() {
  const { say } = useWords();
  const [way, setWay] = useState<Way>('phone');
  const [number, setNumber] = useState('');
  const lookUp = useMutation({
    mutationFn: (body: LookUpBody) =>
      request<LookUpAnswer>('/api/v1/visitors/look-up', { method: 'POST', body }),
    gcTime: 0,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (number.trim()) lookUp.mutate({ [way]: number.trim() });
  };
  const fault = fieldReason(lookUp.error, way);
  return (
    <PageFrame title={say('visitor.title')} lead={say('visitor.lead')}>
      <form className="form visitor-form" onSubmit={submit}>
        <Segmented
          value={way}
          onChange={(chosen) => {
            setWay(chosen);
            setNumber('');
            lookUp.reset();
          }}
          options={ways.map((one) => ({ value: one, label: say(`visitor.${one}`) }))}
          aria-label={say('visitor.by')}
        />
        <Field label={say(`visitor.${way}`)} fault={fault}>
          {(parts) => (
            <Input
              {...parts}
              autoFocus
              autoComplete="off"
              maxLength={30}
              size="large"
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
        <div>
          <Button type="primary" htmlType="submit" loading={lookUp.isPending}>
            {say('visitor.act')}
          </Button>
        </div>
      </form>
      {lookUp.error && !fault && <ErrorState error={lookUp.error} />}
      {lookUp.data && <FoundMatters found={lookUp.data} />}
    </PageFrame>
  );
}

function FoundMatters({ found }: { found: LookUpAnswer }) {
  const { say } = useWords();
  if (found.matters.length === 0) return <EmptyState>{say('visitor.none')}</EmptyState>;
  return (
    <section className="card visitor-found" aria-live="polite">
      <h2>{say('visitor.found', { count: found.matters.length })}</h2>
      <ul>
        {found.matters.map((matter) => (
          <li key={matter.code}>
            <MatterCode code={matter.code} /> <strong>{matter.stage}</strong>{' '}
            <span className="soft">{matter.office}</span> <OpenByCode code={matter.code} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The answer holds no more than code, stage and office: the file is opened by its code, on record as always. */
function OpenByCode({ code }: { code: string }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const open = useMutation({
    mutationFn: () => request<ListMattersAnswer>('/api/v1/matters', { query: { code } }),
    onSuccess: ({ matters: [found] }) => {
      if (found) void navigate(`/matters/${found.id}`);
    },
  });
  return (
    <button type="button" className="text-button" onClick={() => open.mutate()}>
      {say('receipt.open')}
    </button>
  );
}
