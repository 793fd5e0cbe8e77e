import './sign-in-page.css';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useWords } from '../../app/language/words.tsx';
import { demoAccountsQuery, useSignIn } from '../../app/session/sign-in.ts';
import { SignInForm } from '../../app/session/sign-in-form.tsx';
import { DemoBanner } from '../../app/shell/demo-banner.tsx';
import { LanguageSwitch } from '../../app/shell/language-switch.tsx';
import { ThemeSwitch } from '../../app/shell/theme-switch.tsx';
import { BrandMark } from '../../design-system/marks/brand-mark.tsx';
import { usePageTitle } from '../../design-system/page-frame.tsx';
import { DemoAccounts } from './demo-accounts.tsx';

/** Who is at the desk? In a demo the accounts stand beside the form, and one click is enough. */
export function SignInPage() {
  const { say } = useWords();
  usePageTitle(say('signIn.title'));
  const signIn = useSignIn();
  const { data: accounts = [] } = useQuery(demoAccountsQuery);
  return (
    <div className="sign-in">
      {accounts.length > 0 && <DemoBanner />}
      <div className="sign-in-tools">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <main className={`sign-in-sides${accounts.length > 0 ? ' sign-in-with-demo' : ''}`}>
        <section className="sign-in-form">
          <BrandMark size={44} />
          <div>
            <h1>{say('signIn.name')}</h1>
            <p className="soft">{say('signIn.lead')}</p>
          </div>
          {signIn.offers.length === 0 && <CityRefusal />}
          <SignInForm signIn={signIn} />
          <p>
            <a href="/p/">{say('signIn.portal')}</a>
          </p>
        </section>
        {accounts.length > 0 && <DemoAccounts accounts={accounts} signIn={signIn} />}
      </main>
    </div>
  );
}

/** Said by the address to which the city's own sign-in came back without having let anybody in. */
function CityRefusal() {
  const { say } = useWords();
  const [params] = useSearchParams();
  const refused = params.get('refused');
  if (refused !== 'city-sign-in-failed' && refused !== 'city-sign-in-unknown') return null;
  return (
    <p className="field-fault" role="alert">
      {say(refused === 'city-sign-in-failed' ? 'signIn.cityFailed' : 'signIn.cityUnknown')}
    </p>
  );
}
