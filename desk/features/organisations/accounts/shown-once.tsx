import type { ReactNode } from 'react';
import type { AccountView } from '#contract/organisations/accounts.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';

/** The password that was just made. It is told this once, so it stays until the reader closes it. */
export function ShownOnce(props: {
  account: AccountView;
  password: string | null;
  close: () => void;
  next?: ReactNode;
}) {
  const { say } = useWords();
  return (
    <section className="shown-once" role="status">
      <dl>
        <dt>{say('people.name')}</dt>
        <dd>{props.account.name}</dd>
        <dt>{say('people.username')}</dt>
        <dd>{props.account.username}</dd>
        {props.password !== null && (
          <>
            <dt>{say('people.initialPassword')}</dt>
            <dd className="initial-password">{props.password}</dd>
          </>
        )}
      </dl>
      <p className="soft">{say(props.password === null ? 'people.notShown' : 'people.shownOnce')}</p>
      <div className="form-acts">
        {props.next}
        <Button onClick={props.close}>{say('organisation.done')}</Button>
      </div>
    </section>
  );
}
