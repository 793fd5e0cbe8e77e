import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useMemo } from 'react';
import { useWords } from '../../app/language/words.tsx';
import { useThemeChoice } from '../../app/theme/theme-choice.tsx';
import { antdTheme } from '../tokens/antd-theme.ts';

/** What of Ant Design stands in it has the desk's colours and the reader's language. */
export function AntdScope({ children }: { children: ReactNode }) {
  const { language } = useWords();
  const { palette, isStill } = useThemeChoice();
  const theme = useMemo(() => antdTheme(palette, isStill), [palette, isStill]);
  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enUS} wave={{ disabled: true }}>
      {children}
    </ConfigProvider>
  );
}
