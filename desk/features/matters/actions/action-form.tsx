import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import type { MatterPresent, MatterView } from '#contract/matters/matter.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { KeyHint } from '../../../design-system/marks/key-hint.tsx';
import { type ConflictFact, ConflictPanel } from '../../../design-system/states/conflict-panel.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { dayWords } from '../../../design-system/time/day-words.ts';

type Doing = {
  error: Error | null;
  isPending: boolean;
  isStillOffered: boolean;
  conflict: { sentence: string; current: MatterPresent | undefined } | undefined;
  goOn: () => void;
};

export type ActionFormProps = { matter: MatterView; close: () => void };

/** What all forms of an action share: what follows from it, the fields, what went wrong, and one button. */
export function ActionForm(props: {
  matter: MatterView;
  doing: Doing;
  lead: string;
  submitWord: string;
  typed: readonly ConflictFact[];
  onSubmit: () => void;
  close: () => void;
  children?: ReactNode;
}) {
  const { say } = useWords();
  const { doing } = props;
  const stored = useStandingNow(doing.conflict?.current ?? props.matter);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) props.onSubmit();
  };
  return (
    <form className="form" onSubmit={submit} onKeyDown={onKey} noValidate>
      <p className="soft">{props.lead}</p>
      {doing.conflict && (
        <ConflictPanel
          sentence={doing.conflict.sentence}
          typed={props.typed.filter(({ value }) => value !== '')}
          stored={stored}
          onContinue={doing.goOn}
        />
      )}
      {!doing.isStillOffered && !doing.conflict && (
        <p className="field-fault" role="alert">
          {say('act.notOffered')}
        </p>
      )}
      {props.children}
      {doing.error && !doing.conflict && <ErrorState error={doing.error} kept={say('act.kept')} />}
      <div className="form-acts">
        <Button
          type="primary"
          htmlType="submit"
          loading={doing.isPending}
          disabled={doing.conflict !== undefined || !doing.isStillOffered}
        >
          {props.submitWord} <KeyHint keys="Ctrl Enter" />
        </Button>
        <Button onClick={props.close}>{say('form.cancel')}</Button>
      </div>
    </form>
  );
}

function useStandingNow(now: MatterPresent): ConflictFact[] {
  const { language, say } = useWords();
  return [
    { name: say('act.now.status'), value: now.statusLabel },
    { name: say('act.now.holder'), value: now.holder.name },
    { name: say('act.now.due'), value: now.dueOn ? dayWords(now.dueOn, language) : say('due.none') },
    { name: say('act.now.next'), value: now.allowedActions.map(({ label }) => label).join('、') || '—' },
  ];
}
