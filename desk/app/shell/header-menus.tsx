import QuestionCircleOutlined from '@ant-design/icons-svg/es/asn/QuestionCircleOutlined';
import UserOutlined from '@ant-design/icons-svg/es/asn/UserOutlined';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../design-system/acts/button.tsx';
import { Icon } from '../../design-system/acts/icon.tsx';
import { Menu } from '../../design-system/acts/menu.tsx';
import { Tip } from '../../design-system/acts/tip.tsx';
import { useWords } from '../language/words.tsx';
import { ChangePassword } from '../session/change-password.tsx';
import { useSession } from '../session/session.tsx';

export function KeysButton({ onOpen }: { onOpen: () => void }) {
  const { say } = useWords();
  return (
    <Tip title={say('keys.title')}>
      <Button
        type="text"
        className="keys-button"
        icon={<Icon of={QuestionCircleOutlined} />}
        aria-label={say('keys.title')}
        onClick={onOpen}
      />
    </Tip>
  );
}

export function AccountMenu() {
  const { say } = useWords();
  const { me, signOut } = useSession();
  const navigate = useNavigate();
  const [isChanging, setChanging] = useState(false);
  const acts: Record<string, { label: string; run: () => void }> = {
    security: { label: say('security.title'), run: () => void navigate('/security') },
    password: { label: say('password.title'), run: () => setChanging(true) },
    out: { label: say('signIn.out'), run: () => void signOut() },
  };
  const lines = Object.entries(acts).map(([key, { label }]) => ({ key, label }));
  return (
    <>
      <Menu parts={[{ key: 'acts', lines }]} onPick={(key) => acts[key]?.run()} isAtEnd>
        <Button
          type="text"
          icon={<Icon of={UserOutlined} />}
          aria-label={say('shell.account', { name: me.user.name })}
        >
          <span className="account-name">{me.user.name}</span>
        </Button>
      </Menu>
      <ChangePassword isOpen={isChanging} close={() => setChanging(false)} />
    </>
  );
}
