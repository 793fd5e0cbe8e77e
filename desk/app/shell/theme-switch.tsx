import BgColorsOutlined from '@ant-design/icons/es/icons/BgColorsOutlined';
import { Button, Dropdown } from 'antd';
import { useWords } from '../language/words.tsx';
import { type ThemeChoice, themeChoices, useThemeChoice } from '../theme/theme-choice.tsx';

export function ThemeSwitch() {
  const { say } = useWords();
  const { choice, choose } = useThemeChoice();
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: themeChoices.map((one) => ({ key: one, label: say(`theme.${one}`) })),
        selectable: true,
        selectedKeys: [choice],
        onClick: ({ key }) => choose(key as ThemeChoice),
      }}
    >
      <Button type="text" icon={<BgColorsOutlined />} aria-label={say('theme.label')} aria-haspopup="menu" />
    </Dropdown>
  );
}
