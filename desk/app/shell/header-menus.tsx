import QuestionCircleOutlined from '@ant-design/icons/es/icons/QuestionCircleOutlined';
import UserOutlined from '@ant-design/icons/es/icons/UserOutlined';
import { Button, Dropdown, Tooltip } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../language/words.tsx';
import { ChangePassword } from '../session/change-password.tsx';
import { useSession } from '../session/session.tsx';

export function KeysButton({ onOpen }: { onOpen: () => void }) {
  const { say } = useWords();
  return (
    <Tooltip title={say('keys.title')}>
      <Button
        type="text"
        className="keys-button"
        icon={<QuestionCircleOutlined />}
        aria-label={say('keys.title')}
        onClick={onOpen}
      />
    </Tooltip>
  );
}

export function AccountMenu() {
  const { say } = useWords();
  const { me, signOut } = useSession();
  const navigate = useNavigate();
  const [isChanging, setChanging] = useState(false);
  const items = [
    { key: 'security', label: say('security.title'), onClick: () => navigate('/security') },
    { key: 'password', label: say('password.title'), onClick: () => setChanging(true) },
    { key: 'out', label: say('signIn.out'), onClick: () => void signOut() },
  ];
  return (
    <>
      <Dropdown trigger={['click']} placement="bottomRight" menu={{ items }}>
        <Button type="text" icon={<UserOutlined />} aria-label={say('shell.account', { name: me.user.name })}>
          <span className="account-name">{me.user.name}</span>
        </Button>
      </Dropdown>
      <ChangePassword isOpen={isChanging} close={() => setChanging(false)} />
    </>
  );
}
