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
import { paint } from '../../design-system/tokens/paint.ts';
import type { PaletteName } from '../../design-system/tokens/palettes.ts';

export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

type ThemeValue = {
  choice: ThemeChoice;
  choose(choice: ThemeChoice): void;
  /** What the choice comes to. */
  palette: PaletteName;
  /** The reader's system asks for no movement. */
  isStill: boolean;
};
const ThemeContext = createContext<ThemeValue | undefined>(undefined);

const remembered = 'hejie-theme';

/** The desk's colours follow one choice; without one, what the reader's system asks for. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(rememberedChoice);
  const wished = useSystemPalette();
  const palette = choice === 'system' ? wished : choice;
  useLayoutEffect(() => paint(palette), [palette]);
  const isStill = useSyncExternalStore(followMotion, wantsNoMotion);
  const value = useMemo<ThemeValue>(
    () => ({
      choice,
      choose: (chosen) => {
        localStorage.setItem(remembered, chosen);
        setChoice(chosen);
      },
      palette,
      isStill,
    }),
    [choice, palette, isStill],
  );
  return <ThemeContext value={value}>{children}</ThemeContext>;
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
