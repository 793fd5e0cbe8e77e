import { chineseFirst, fixedWidth } from './fonts.ts';
import { type PaletteName, palettes } from './palettes.ts';

/** Writes the palette's colours onto the page as custom properties: `inkSoft` becomes `--ink-soft`. */
export function paint(name: PaletteName): void {
  const root = document.documentElement;
  for (const [key, value] of Object.entries(palettes[name])) {
    root.style.setProperty(`--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  }
  root.style.setProperty('--sans', chineseFirst);
  root.style.setProperty('--fixed', fixedWidth);
  root.style.colorScheme = name === 'dark' ? 'dark' : 'light';
  root.dataset.palette = name;
}
