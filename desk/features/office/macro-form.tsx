import { useState } from 'react';
import type { Problem } from '#contract/errors/problem.ts';
import type { CreateMacroBody, MacroView } from '#contract/office/macros.ts';
import type { OfficeStep } from '#contract/office/steps.ts';
import { type MacroAction, macroActions, macroStepsAtMost } from '#domain/matters/macros.ts';
import { asProblem, fieldReason } from '../../app/api/problem.ts';
import { useSubmission } from '../../app/api/submission.ts';
import { useKeptState } from '../../app/kept/kept-state.ts';
import { useWords } from '../../app/language/words.tsx';
import { StepFields } from '../../app/office/step-fields.tsx';
import { blankStep, type StepValues, stepOf, valuesOf } from '../../app/office/step-values.ts';
import { Button } from '../../design-system/acts/button.tsx';
import { Select } from '../../design-system/antd/select.tsx';
import { Field } from '../../design-system/forms/field.tsx';
import { DrawerForm } from '../../design-system/forms/form-drawer.tsx';
import { Input } from '../../design-system/forms/input.tsx';
import { useNotice } from '../../design-system/states/notice.tsx';
import { useOfficeChoices } from './use-office-choices.ts';

type Line = { readonly key: number; readonly action: MacroAction | ''; readonly values: StepValues };
type Values = { readonly name: string; readonly lines: readonly Line[] };

function linesOf(macro: MacroView | undefined): readonly Line[] {
  const steps = macro?.steps ?? [];
  return steps.length === 0
    ? [{ key: 0, action: '', values: blankStep }]
    : steps.map(({ action, body }, key) => ({ key, action, values: valuesOf(body) }));
}

/** A name, and the steps in their order. */
export function MacroForm({ macro, close }: { macro?: MacroView; close: () => void }) {
  const { say, shared } = useWords();
  const tell = useNotice();
  const choices = useOfficeChoices();
  const [blank] = useState<Values>(() => ({ name: macro?.name ?? '', lines: linesOf(macro) }));
  const [values, setValues, forget] = useKeptState(`macro ${macro?.id ?? ''}`, blank);
  const [seen, setSeen] = useState(macro);
  const [isTried, setTried] = useState(false);
  const submission = useSubmission<MacroView>(({ name }) => {
    forget();
    tell(say(macro ? 'macros.edited' : 'macros.created', { name }));
    close();
  });
  const { lines } = values;
  const setLines = (next: readonly Line[]) => setValues({ ...values, lines: next });
  const change = (key: number, by: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...by } : line)));
  const problem: (Problem & { current?: unknown }) | undefined = asProblem(submission.error)?.problem;
  const current = problem?.code === 'stale-version' ? (problem.current as MacroView) : undefined;

  const submit = () => {
    setTried(true);
    const steps = lines.map(({ action, values: said }) => (action === '' ? undefined : stepOf(action, said)));
    const name = values.name.trim();
    if (!name || steps.some((step) => step === undefined)) return;
    const body: CreateMacroBody = { name, steps: steps as OfficeStep[] };
    submission.mutate(
      seen === undefined
        ? { path: '/api/v1/office/macros', body }
        : {
            path: `/api/v1/office/macros/${seen.id}/actions/edit`,
            body: { version: seen.version, ...body },
          },
    );
  };
  return (
    <DrawerForm
      lead={say('macros.formLead', { limit: macroStepsAtMost })}
      sending={{
        error: submission.error,
        isPending: submission.isPending,
        conflict: current && {
          sentence: problem?.detail ?? '',
          goOn: () => {
            setSeen(current);
            submission.reset();
          },
        },
      }}
      typed={[
        { name: say('macros.name'), value: values.name },
        {
          name: say('macros.steps'),
          value: wordsOf(lines.map(({ action }) => (action ? shared.actions[action] : ''))),
        },
      ]}
      stored={
        current === undefined
          ? []
          : [
              { name: say('macros.name'), value: current.name },
              {
                name: say('macros.steps'),
                value: wordsOf(current.steps.map(({ actionLabel }) => actionLabel)),
              },
            ]
      }
      submitWord={say('macros.save')}
      close={close}
      onSubmit={submit}
    >
      <Field
        label={say('macros.name')}
        fault={
          fieldReason(submission.error, 'name') ??
          (isTried && !values.name.trim() ? shared.reasons.required : undefined)
        }
      >
        {(parts) => (
          <Input
            {...parts}
            autoFocus
            autoComplete="off"
            maxLength={40}
            value={values.name}
            onChange={(event) => setValues({ ...values, name: event.target.value })}
          />
        )}
      </Field>
      {lines.map((line, index) => (
        <fieldset key={line.key} className="macro-line">
          <legend>{say('macros.step', { step: index + 1 })}</legend>
          <Field
            label={say('macros.action')}
            fault={isTried && line.action === '' ? shared.reasons.required : undefined}
            aside={
              lines.length > 1 && (
                <button
                  type="button"
                  className="text-button"
                  onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
                >
                  {say('macros.removeStep')}
                </button>
              )
            }
          >
            {(parts) => (
              <Select
                {...parts}
                {...(line.action && { value: line.action })}
                placeholder={say('organisation.choose')}
                onChange={(action: MacroAction) => change(line.key, { action })}
                options={macroActions.map((action) => ({ value: action, label: shared.actions[action] }))}
              />
            )}
          </Field>
          {line.action && (
            <StepFields
              action={line.action}
              values={line.values}
              set={(by) => change(line.key, { values: { ...line.values, ...by } })}
              units={choices.units}
              people={choices.people}
              isTried={isTried}
            />
          )}
        </fieldset>
      ))}
      {lines.length < macroStepsAtMost && (
        <div>
          <Button
            onClick={() =>
              setLines([
                ...lines,
                { key: Math.max(...lines.map(({ key }) => key)) + 1, action: '', values: blankStep },
              ])
            }
          >
            {say('macros.addStep')}
          </Button>
        </div>
      )}
    </DrawerForm>
  );
}

function wordsOf(steps: readonly string[]): string {
  return steps.filter(Boolean).join(' → ');
}
