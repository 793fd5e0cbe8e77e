import type { Role } from '#domain/access/vocabulary.ts';
import { useWords } from '../../app/language/words.tsx';
import type { DemoAccount, SignIn } from '../../app/session/sign-in.ts';

/** The demo's accounts under the centre where each works. */
export function DemoAccounts(props: { accounts: readonly DemoAccount[]; signIn: SignIn }) {
  const { say, shared } = useWords();
  const byPlace = Map.groupBy(props.accounts, (account) => account.region);
  return (
    <section className="demo-accounts" aria-label={say('signIn.demoTitle')}>
      <header>
        <h2>{say('signIn.demoTitle')}</h2>
        <p className="soft">{say('signIn.demoLead')}</p>
      </header>
      {[...byPlace].map(([place, accounts]) => (
        <section key={place}>
          <h3>{place}</h3>
          <ul>
            {accounts.map((account) => (
              <li key={account.username}>
                <button
                  type="button"
                  className="demo-account"
                  disabled={props.signIn.byPassword.isPending}
                  onClick={() =>
                    props.signIn.byPassword.mutate({ username: account.username, password: account.password })
                  }
                >
                  <strong>{shared.roles[account.role as Role] ?? account.role}</strong>
                  <span>{account.name}</span>
                  <span className="faint demo-unit">{account.username}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
