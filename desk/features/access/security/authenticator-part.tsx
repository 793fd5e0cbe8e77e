import { useState } from 'react';
import type { MyAccess } from '#contract/access/getting-in.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { SetUpAuthenticator } from '../factors/set-up-authenticator.tsx';
import type { AccessAct } from './access-act-form.tsx';
import { SecurityPart } from './security-part.tsx';

/** The app on one's phone. Setting up stands in the page itself: Esc must not lose the recovery codes. */
export function AuthenticatorPart(props: { access: MyAccess; begin: (task: AccessAct) => void }) {
  const { say } = useWords();
  const tell = useNotice();
  const [isSettingUp, setSettingUp] = useState(false);
  const { hasTotp } = props.access;
  const takeAway = () =>
    props.begin({
      title: say('factor.totp'),
      lead: say('security.totpTakeAwayLead'),
      act: say('security.takeAway'),
      path: 'second-factor/totp/actions/remove',
      done: say('security.totpTaken'),
    });
  const act = hasTotp ? (
    <Button onClick={takeAway}>{say('security.takeAway')}</Button>
  ) : (
    <Button onClick={() => setSettingUp(true)}>{say('security.setUp')}</Button>
  );
  return (
    <SecurityPart
      title={say('factor.totp')}
      lead={say('factor.totpWhat')}
      state={say(hasTotp ? 'security.totpOn' : 'security.totpOff')}
      act={!isSettingUp && act}
    >
      {isSettingUp && (
        <SetUpAuthenticator
          done={() => {
            setSettingUp(false);
            tell(say('factor.done'));
          }}
          cancel={() => setSettingUp(false)}
        />
      )}
    </SecurityPart>
  );
}
