import { type KeyboardEvent, useRef, useState } from 'react';
import type { ActionBody } from '#contract/matters/actions.ts';
import type { MatterPresent, MatterView } from '#contract/matters/matter.ts';
import { type StepKind, stepKinds } from '#domain/matters/vocabulary.ts';
import { asProblem } from '../../../app/api/problem.ts';
import { useSubmission } from '../../../app/api/submission.ts';
import { useKeptState } from '../../../app/kept/kept-state.ts';
import { useKeys } from '../../../app/keys/use-keys.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { Segmented } from '../../../design-system/forms/segmented.tsx';
import { TextArea } from '../../../design-system/forms/text-area.tsx';
import { KeyHint } from '../../../design-system/marks/key-hint.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { useKeepPresent } from './matter-query.ts';

type Draft = { kind: StepKind; text: string; occurredAt: string };
const blank: Draft = { kind: 'phone', text: '', occurredAt: '' };

/** One note: what kind of contact, what was said, and when if it was not just now. */
export function Composer({ matter }: { matter: MatterView }) {
  const { say, shared } = useWords();
  const tell = useNotice();
  const keepPresent = useKeepPresent();
  const [draft, setDraft, forget] = useKeptState(`log ${matter.id}`, blank);
  const [isDated, setDated] = useState(draft.occurredAt !== '');
  const field = useRef<HTMLTextAreaElement>(null);
  useKeys({ l: () => field.current?.focus() });
  const submission = useSubmission<MatterPresent>((answer) => {
    keepPresent(answer);
    forget();
    setDated(false);
    tell(say('composer.done'));
  });
  const isStale = asProblem(submission.error)?.code === 'stale-version';
  const save = () => {
    if (!draft.text.trim() || submission.isPending) return;
    const body: ActionBody<'log-step'> = {
      version: matter.version,
      kind: draft.kind,
      text: draft.text.trim(),
      // What is typed is city time, whatever zone the browser is in.
      ...(isDated && draft.occurredAt && { occurredAt: `${draft.occurredAt}:00+08:00` }),
    };
    submission.mutate({ path: `/api/v1/matters/${matter.id}/actions/log-step`, body });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    if (event.key === 'Escape') field.current?.blur();
  };
  return (
    <div className="composer not-printed">
      <Segmented
        size="small"
        value={draft.kind}
        onChange={(kind) => setDraft({ ...draft, kind })}
        options={stepKinds.map((kind) => ({ value: kind, label: shared.stepKinds[kind] }))}
        aria-label={say('composer.kind')}
      />
      <TextArea
        ref={field}
        lines={{ least: 2, most: 10 }}
        value={draft.text}
        maxLength={4000}
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
        onKeyDown={onKey}
        placeholder={say('composer.placeholder')}
        aria-label={say('composer.text')}
      />
      {submission.error && (
        <ErrorState error={submission.error} kept={say('composer.kept')} {...(isStale && { retry: save })} />
      )}
      <div className="form-acts">
        <Button onClick={save} disabled={!draft.text.trim()} loading={submission.isPending}>
          {say('composer.save')} <KeyHint keys="Ctrl Enter" />
        </Button>
        {isDated ? (
          <input
            type="datetime-local"
            className="native-field"
            value={draft.occurredAt}
            onChange={(event) => setDraft({ ...draft, occurredAt: event.target.value })}
            aria-label={say('composer.occurredAt')}
          />
        ) : (
          <button type="button" className="text-button" onClick={() => setDated(true)}>
            {say('composer.notNow')}
          </button>
        )}
      </div>
    </div>
  );
}
