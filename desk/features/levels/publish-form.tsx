import { type FormEvent, useState } from 'react';
import type { Problem } from '#contract/errors/problem.ts';
import type { LevelRows, LevelRulesView } from '#contract/levels/level-rules.ts';
import { asProblem, fieldReason } from '../../app/api/problem.ts';
import { useSubmission } from '../../app/api/submission.ts';
import { useKeptState } from '../../app/kept/kept-state.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { Field } from '../../design-system/forms/field.tsx';
import { Input } from '../../design-system/forms/input.tsx';
import { TextArea } from '../../design-system/forms/text-area.tsx';
import { ConflictPanel } from '../../design-system/states/conflict-panel.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { useNotice } from '../../design-system/states/notice.tsx';
import { dayWords } from '../../design-system/time/day-words.ts';
import { useRuleWords } from './rule-words.ts';

type Props = {
  view: LevelRulesView;
  rows: LevelRows;
  isInOrder: boolean;
  showFaults: () => void;
  done: () => void;
};

/** Publishes the draft with a day in force and the reason. */
export function PublishForm({ view, rows, isInOrder, showFaults, done }: Props) {
  const { say, shared, language } = useWords();
  const tell = useNotice();
  const inWords = useRuleWords();
  const [blank] = useState({ inForceFrom: view.today, note: '' });
  const [values, setValues, forget] = useKeptState('level rules publication', blank);
  // What the draft was made from: only the reader's own word moves it on to a version of somebody else's.
  const [seen, setSeen] = useState(view.latestVersion);
  const [isTried, setTried] = useState(false);
  const submission = useSubmission<LevelRulesView>((after) => {
    forget();
    tell(
      say('levels.published', { version: after.latestVersion, day: dayWords(values.inForceFrom, language) }),
    );
    done();
  });
  const { error, isPending } = submission;
  const problem: (Problem & { current?: unknown }) | undefined = asProblem(error)?.problem;
  const current = problem?.code === 'stale-version' ? (problem.current as LevelRulesView) : undefined;
  const latest = current && [...current.upcoming, current.inForce, ...current.earlier];
  const theirs = latest?.find(({ version }) => version === current?.latestVersion);
  const listed = (table: LevelRows) =>
    table.map(({ level, when }) => `${say(`level.${level}`)}：${inWords(when)}`).join('\n');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isInOrder) showFaults();
    const note = values.note.trim();
    if (!isInOrder || note === '' || values.inForceFrom === '' || isPending) return;
    const body = { version: seen, rows, inForceFrom: values.inForceFrom, note };
    submission.mutate({ path: '/api/v1/levels/versions', body });
  };
  const missing = (value: string) => (isTried && value.trim() === '' ? shared.reasons.required : undefined);
  return (
    <form className="form publish-form" onSubmit={submit} noValidate>
      <h3>{say('levels.publishTitle')}</h3>
      <p className="soft">{say('levels.publishLead')}</p>
      {current && theirs && (
        <ConflictPanel
          title={say('levels.conflict')}
          sentence={problem?.detail ?? ''}
          typed={[{ name: say('levels.draft'), value: listed(rows) }]}
          stored={[
            { name: say('levels.note'), value: theirs.note },
            {
              name: say('levels.rulesOf', { version: theirs.version }),
              value: listed(theirs.rows),
            },
          ]}
          onContinue={() => {
            setSeen(current.latestVersion);
            submission.reset();
          }}
        />
      )}
      <div className="publish-fields">
        <Field
          label={say('levels.day')}
          fault={fieldReason(error, 'inForceFrom') ?? missing(values.inForceFrom)}
        >
          {(parts) => (
            <Input
              {...parts}
              type="date"
              min={view.today}
              value={values.inForceFrom}
              onChange={(event) => setValues({ ...values, inForceFrom: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('levels.note')} fault={fieldReason(error, 'note') ?? missing(values.note)}>
          {(parts) => (
            <TextArea
              {...parts}
              lines={{ least: 1, most: 5 }}
              maxLength={500}
              value={values.note}
              onChange={(event) => setValues({ ...values, note: event.target.value })}
            />
          )}
        </Field>
      </div>
      {error && !current && <ErrorState error={error} kept={say('levels.kept')} />}
      <div className="form-acts">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={current !== undefined}>
          {say('levels.publish')}
        </Button>
      </div>
    </form>
  );
}
