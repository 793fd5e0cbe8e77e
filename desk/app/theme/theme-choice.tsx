import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { antdTheme } from '../../design-system/tokens/antd-theme.ts';
import { paint } from '../../design-system/tokens/paint.ts';
import type { PaletteName } from '../../design-system/tokens/palettes.ts';
import { useWords } from '../language/words.tsx';

export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

type ThemeValue = { choice: ThemeChoice; choose(choice: ThemeChoice): void };
const ThemeContext = createContext<ThemeValue | undefined>(undefined);

const remembered = 'hejie-theme';

/** Ant Design and the desk's own colours follow one choice; without one, what the reader's system asks for. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const { language } = useWords();
  const [choice, setChoice] = useState(rememberedChoice);
  const wished = useSystemPalette();
  const palette = choice === 'system' ? wished : choice;
  useLayoutEffect(() => paint(palette), [palette]);
  const isStill = useSyncExternalStore(followMotion, wantsNoMotion);
  const themeConfig = useMemo(() => antdTheme(palette, isStill), [palette, isStill]);
  const value = useMemo<ThemeValue>(
    () => ({
      choice,
      choose: (chosen) => {
        localStorage.setItem(remembered, chosen);
        setChoice(chosen);
      },
    }),
    [choice],
  );
  return (
    <ThemeContext value={value}>
      <ConfigProvider
        theme={themeConfig}
        locale={language === 'zh' ? zhCN : enUS}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        {children}
      </ConfigProvider>
    </ThemeContext>
  );
}

export function useThemeChoice(): ThemeValue {
  const value = use(ThemeContext);
  if (!value) throw new Error('useThemeChoice needs a ThemeProvider above it');
  return value;
}

function rememberedChoice(): ThemeChoice {
  const choice = localStorage.getItem(remembered);
  return themeChoices.find((known) => known === choice) ?? 'system';
}

function useSystemPalette(): PaletteName {
  const [palette, setPalette] = useState(systemPalette);
  useEffect(() => {
    const queries = [matchMedia('(prefers-color-scheme: dark)'), matchMedia('(prefers-contrast: more)')];
    const follow = () => setPalette(systemPalette());
    for (const query of queries) query.addEventListener('change', follow);
    return () => {
      for (const query of queries) query.removeEventListener('change', follow);
    };
  }, []);
  return palette;
}

const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');

/** Followed while the desk is open: Ant Design waits for the end of a movement that the style sheet no longer makes. */
function followMotion(tell: () => void): () => void {
  lessMotion.addEventListener('change', tell);
  return () => lessMotion.removeEventListener('change', tell);
}

function wantsNoMotion(): boolean {
  return lessMotion.matches;
}

function systemPalette(): PaletteName {
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
