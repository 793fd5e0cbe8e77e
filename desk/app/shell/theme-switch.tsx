import BgColorsOutlined from '@ant-design/icons-svg/es/asn/BgColorsOutlined';
import { Button } from '../../design-system/acts/button.tsx';
import { Icon } from '../../design-system/acts/icon.tsx';
import { Menu } from '../../design-system/acts/menu.tsx';
import { useWords } from '../language/words.tsx';
import { type ThemeChoice, themeChoices, useThemeChoice } from '../theme/theme-choice.tsx';

export function ThemeSwitch() {
  const { say } = useWords();
  const { choice, choose } = useThemeChoice();
  return (
    <Menu
      parts={[
        { key: 'themes', lines: themeChoices.map((one) => ({ key: one, label: say(`theme.${one}`) })) },
      ]}
      chosen={choice}
      onPick={(key) => choose(key as ThemeChoice)}
      isAtEnd
    >
      <Button type="text" icon={<Icon of={BgColorsOutlined} />} aria-label={say('theme.label')} />
    </Menu>
  );
}
