import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../acts/button.tsx';
import { Drawer } from '../antd/drawer.tsx';
import { KeyHint } from '../marks/key-hint.tsx';
import { type ConflictFact, ConflictPanel } from '../states/conflict-panel.tsx';
import { ErrorState } from '../states/error-state.tsx';

/** A form beside the list that it belongs to. Esc closes it; what was typed is there when it opens again. */
export function FormDrawer<Task>(props: {
  task: Task | undefined;
  titleOf: (task: Task) => string;
  close: () => void;
  children: (task: Task) => ReactNode;
}) {
  // While the drawer slides out it still shows what it held.
  const [shown, setShown] = useState(props.task);
  useEffect(() => {
    if (props.task) setShown(props.task);
  }, [props.task]);
  return (
    <Drawer
      open={props.task !== undefined}
      onClose={props.close}
      size={480}
      title={shown === undefined ? '' : props.titleOf(shown)}
      destroyOnHidden
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {shown !== undefined && props.children(shown)}
    </Drawer>
  );
}

/** Where the sending of a form stands. */
export type Sending = {
  readonly error: Error | null;
  readonly isPending: boolean;
  /** Somebody else has changed the same thing since it was read. */
  readonly conflict: { readonly sentence: string; readonly goOn: () => void } | undefined;
};

/** What all such forms share: what follows from it, the fields, what went wrong, and one button. */
export function DrawerForm(props: {
  lead: ReactNode;
  sending: Sending;
  submitWord: string;
  onSubmit: () => void;
  close: () => void;
  /** For the two sides of a conflict. */
  typed?: readonly ConflictFact[];
  stored?: readonly ConflictFact[];
  children?: ReactNode;
}) {
  const { say } = useWords();
  const { conflict, error, isPending } = props.sending;
  const submit = () => {
    if (!isPending && !conflict) props.onSubmit();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const latest = useRef(submit);
  useEffect(() => {
    latest.current = submit;
  });
  // From wherever the focus is: a form that only says what follows has no field to stand in.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      <p className="soft">{props.lead}</p>
      {conflict && (
        <ConflictPanel
          title={say('organisation.changed')}
          sentence={conflict.sentence}
          typed={(props.typed ?? []).filter(({ value }) => value !== '')}
          stored={props.stored ?? []}
          onContinue={conflict.goOn}
        />
      )}
      {props.children}
      {error && !conflict && <ErrorState error={error} kept={say('act.kept')} />}
      <div className="form-acts">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={conflict !== undefined}>
          {props.submitWord} <KeyHint keys="Ctrl Enter" />
        </Button>
        <Button onClick={props.close}>{say('form.cancel')}</Button>
      </div>
    </form>
  );
}
