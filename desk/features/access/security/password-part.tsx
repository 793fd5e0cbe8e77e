import { useState } from 'react';
import type { MyAccess } from '#contract/access/getting-in.ts';
import { useWords } from '../../../app/language/words.tsx';
import { ChangePassword } from '../../../app/session/change-password.tsx';
import { useSession } from '../../../app/session/session.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { SecurityPart } from './security-part.tsx';

export function PasswordPart({ access }: { access: MyAccess }) {
  const { say } = useWords();
  const { username } = useSession().me.user;
  const [isChanging, setChanging] = useState(false);
  return (
    <SecurityPart
      title={say('security.password')}
      lead={access.hasPassword ? say('security.passwordThere', { username }) : say('security.passwordNone')}
      act={access.hasPassword && <Button onClick={() => setChanging(true)}>{say('password.title')}</Button>}
    >
      <ChangePassword isOpen={isChanging} close={() => setChanging(false)} />
    </SecurityPart>
  );
}
