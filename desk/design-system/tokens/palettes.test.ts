import { describe, expect, it } from 'vitest';
import { contrastRatio } from './contrast.ts';
import { type Palette, palettes } from './palettes.ts';

const words: [keyof Palette, keyof Palette][] = [
  ['ink', 'surface'],
  ['ink', 'chosen'],
  ['inkSoft', 'surface'],
  ['inkSoft', 'canvas'],
  ['inkSoft', 'chosen'],
  ['inkFaint', 'surface'],
  ['inkFaint', 'canvas'],
  ['inkFaint', 'sunken'],
  ['inkFaint', 'hover'],
  ['inkFaint', 'chosen'],
  ['brand', 'surface'],
  ['brand', 'canvas'],
  ['brand', 'brandSoft'],
  ['onBrand', 'brand'],
  ['onBrand', 'brandHover'],
  ['fault', 'surface'],
  ['fault', 'faultSoft'],
  ['blue', 'blueSoft'],
  ['yellow', 'yellowSoft'],
  ['orange', 'orangeSoft'],
  ['red', 'redSoft'],
  ...(['blue', 'yellow', 'orange', 'red'] as const).flatMap((level): [keyof Palette, keyof Palette][] => [
    [level, 'surface'],
    [level, 'chosen'],
    [level, 'hover'],
  ]),
];

const lines: [keyof Palette, keyof Palette][] = [
  ['lineStrong', 'surface'],
  ['lineStrong', 'canvas'],
  ['yellowMark', 'surface'],
  ['yellowMark', 'yellowSoft'],
];

describe.each(Object.entries(palettes))('the %s palette', (_name, palette) => {
  it.each(words)('%s on %s can be read (4.5 : 1)', (ink, ground) => {
    expect(contrastRatio(palette[ink], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(lines)('%s on %s can be seen (3 : 1)', (line, ground) => {
    expect(contrastRatio(palette[line], palette[ground])).toBeGreaterThanOrEqual(3);
  });
});
