import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkBody, BulkWork } from '#contract/office/bulk.ts';
import type { MacroView } from '#contract/office/macros.ts';
import type { BulkAction } from '#domain/matters/bulk.ts';
import { useKeptState } from '../../../app/kept/kept-state.ts';
import { useWords } from '../../../app/language/words.tsx';
import { macrosQuery } from '../../../app/office/macros-query.ts';
import { StepFields } from '../../../app/office/step-fields.tsx';
import { blankStep, type StepValues, stepOf } from '../../../app/office/step-values.ts';
import { Button } from '../../../design-system/acts/button.tsx';
import { Select } from '../../../design-system/antd/select.tsx';
import { Field } from '../../../design-system/forms/field.tsx';
import { EmptyState } from '../../../design-system/states/empty-state.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../design-system/states/skeleton-rows.tsx';
import { colleaguesQuery, destinationsQuery } from '../actions/forms/places-query.ts';
import { BulkRows } from './bulk-rows.tsx';
import { bulkChoicesQuery, type Selected, usePreview, useRun } from './use-bulk.ts';

const macroPrefix = 'macro ';
const blank = { chosen: '', step: blankStep };

/** First what to do; then what it would do to each; then what it did. */
export default function BulkForm(props: {
  matters: readonly Selected[];
  isMacroOnly: boolean;
  onDone: () => void;
  close: () => void;
}) {
  const { say } = useWords();
  const { matters } = props;
  const preview = usePreview();
  const [body, setBody] = useState<BulkBody>();
  // Kept until it is used: after a look at what it would do, somebody may well go back and select anew.
  const [values, setValues, forget] = useKeptState(props.isMacroOnly ? 'macro on one' : 'bulk', blank);
  const running = useRun(forget);

  if (running.data) {
    const { done, rows } = running.data;
    return (
      <div className="form">
        <p role="status">{say('bulk.reportLead', { done, left: rows.length - done })}</p>
        <BulkRows matters={matters} rows={rows} isMacro={body?.work.action === 'macro'} isDone />
        <div className="form-acts">
          <Button type="primary" onClick={props.close} autoFocus>
            {say('bulk.close')}
          </Button>
        </div>
      </div>
    );
  }
  if (preview.data && body) {
    const { done, rows } = preview.data;
    return (
      <div className="form">
        <p role="status">{say('bulk.previewLead')}</p>
        <BulkRows matters={matters} rows={rows} isMacro={body.work.action === 'macro'} isDone={false} />
        {running.error && <ErrorState error={running.error} kept={say('act.kept')} />}
        <div className="form-acts">
          <Button
            type="primary"
            autoFocus
            disabled={done === 0}
            loading={running.isPending}
            onClick={() => {
              props.onDone();
              // Only those that can go through: what was refused in the preview needs another look first.
              const able = new Set(
                rows.filter(({ state }) => state === 'ok').map(({ matterId }) => matterId),
              );
              running.run({ ...body, matters: body.matters.filter(({ id }) => able.has(id)) });
            }}
          >
            {say('bulk.run', { count: done })}
          </Button>
          <Button onClick={() => preview.reset()}>{say('bulk.back')}</Button>
        </div>
      </div>
    );
  }
  return (
    <Choosing
      {...props}
      chosen={values.chosen}
      choose={(chosen) => setValues({ ...values, chosen })}
      values={values.step}
      setValues={(step) => setValues({ ...values, step })}
      isPending={preview.isPending}
      error={preview.error}
      onPreview={(work) => {
        const asked = { matters: matters.map(({ id, version }) => ({ id, version })), work };
        setBody(asked);
        preview.mutate(asked);
      }}
    />
  );
}

function Choosing(props: {
  matters: readonly Selected[];
  isMacroOnly: boolean;
  chosen: string;
  choose: (chosen: string) => void;
  values: StepValues;
  setValues: (values: StepValues) => void;
  isPending: boolean;
  error: Error | null;
  onPreview: (work: BulkWork) => void;
  close: () => void;
}) {
  const { say, shared } = useWords();
  const { values, isMacroOnly } = props;
  const [isTried, setTried] = useState(false);
  const [first] = props.matters;
  const choices = useQuery({
    ...bulkChoicesQuery(props.matters.map(({ id }) => id)),
    enabled: !isMacroOnly,
  });
  const macros = useQuery(macrosQuery);
  const options = [
    ...(choices.data?.choices ?? []).map((one) => ({
      value: one.action as string,
      label: say('bulk.choice', { label: one.label, count: one.count }),
    })),
    ...(macros.data?.macros ?? []).map(({ id, name }) => ({
      value: `${macroPrefix}${id}`,
      label: say('bulk.macroNamed', { name }),
    })),
  ];
  // What was chosen for other matters may fit none of these.
  const chosen = options.some(({ value }) => value === props.chosen) ? props.chosen : '';
  const action = chosen.startsWith(macroPrefix) || !chosen ? undefined : (chosen as BulkAction);
  const destinations = useQuery({
    ...destinationsQuery(first?.id ?? ''),
    enabled: action === 'route' && first !== undefined,
  });
  const colleagues = useQuery({
    ...colleaguesQuery(first?.id ?? ''),
    enabled: action === 'assign' && first !== undefined,
  });
  const macro = macros.data?.macros.find(({ id }) => chosen === `${macroPrefix}${id}`);
  const failed = choices.error ?? macros.error;
  if (failed) return <ErrorState error={failed} retry={() => void macros.refetch()} />;
  if ((!isMacroOnly && choices.isPending) || macros.isPending) return <SkeletonRows count={3} />;

  if (options.length === 0) {
    return <EmptyState>{say(isMacroOnly ? 'bulk.noMacros' : 'bulk.nothing')}</EmptyState>;
  }
  const submit = () => {
    setTried(true);
    const work = workOf(macro, action, values);
    if (work !== undefined) props.onPreview(work);
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={say('bulk.what')} fault={isTried && !chosen ? shared.reasons.required : undefined}>
        {(parts) => (
          <Select
            {...parts}
            {...(chosen && { value: chosen })}
            autoFocus
            placeholder={say('organisation.choose')}
            onChange={props.choose}
            options={options}
          />
        )}
      </Field>
      {macro && <MacroSteps macro={macro} />}
      {action && (
        <StepFields
          action={action}
          values={values}
          set={(change) => props.setValues({ ...values, ...change })}
          units={(destinations.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          people={(colleagues.data?.people ?? []).map(({ userId, name, roleLabel }) => ({
            value: userId,
            label: `${name} · ${roleLabel}`,
          }))}
          isTried={isTried}
        />
      )}
      {props.error && <ErrorState error={props.error} kept={say('act.kept')} />}
      <div className="form-acts">
        <Button type="primary" htmlType="submit" loading={props.isPending}>
          {say('bulk.preview')}
        </Button>
        <Button onClick={props.close}>{say('form.cancel')}</Button>
      </div>
    </form>
  );
}

function MacroSteps({ macro }: { macro: MacroView }) {
  return (
    <ol className="macro-steps">
      {macro.steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same step may stand there twice, and its place is what it is
        <li key={index}>
          <strong>{step.actionLabel}</strong> <span className="soft">{step.summary}</span>
        </li>
      ))}
    </ol>
  );
}

function workOf(
  macro: MacroView | undefined,
  action: BulkAction | undefined,
  values: StepValues,
): BulkWork | undefined {
  if (macro !== undefined) return { action: 'macro', id: macro.id, version: macro.version };
  if (action === undefined) return undefined;
  return stepOf(action, values) as BulkWork | undefined;
}
