/**
 * Every colour of the desk. The four levels are the only loud ones, and mean level and nothing else;
 * what went wrong is therefore told in plum, which is none of the four.
 * `palettes.test.ts` holds each pair to its contrast.
 */
export type Palette = {
  canvas: string;
  surface: string;
  sunken: string;
  hover: string;
  chosen: string;
  ink: string;
  inkSoft: string;
  inkFaint: string;
  line: string;
  lineStrong: string;
  brand: string;
  brandHover: string;
  brandSoft: string;
  onBrand: string;
  fault: string;
  faultSoft: string;
  blue: string;
  blueSoft: string;
  yellow: string;
  yellowMark: string;
  yellowSoft: string;
  orange: string;
  orangeSoft: string;
  red: string;
  redSoft: string;
  shadow: string;
};

const light: Palette = {
  canvas: '#f3f5f5',
  surface: '#ffffff',
  sunken: '#f7f9f9',
  hover: '#eef3f2',
  chosen: '#e0efee',
  ink: '#17211f',
  inkSoft: '#4b5755',
  inkFaint: '#5f6b69',
  line: '#dde3e2',
  lineStrong: '#7f8b89',
  brand: '#0b6e6e',
  brandHover: '#085757',
  brandSoft: '#e0efee',
  onBrand: '#ffffff',
  fault: '#9c2555',
  faultSoft: '#fbeef3',
  blue: '#0f59c4',
  blueSoft: '#e9f1fd',
  yellow: '#705a00',
  yellowMark: '#ad8b00',
  yellowSoft: '#fffbe6',
  orange: '#a84a00',
  orangeSoft: '#fff1e4',
  red: '#c4121f',
  redSoft: '#fdecec',
  shadow: '0 6px 24px rgb(0 0 0 / 14%)',
};

const dark: Palette = {
  canvas: '#101514',
  surface: '#1a2120',
  sunken: '#151b1a',
  hover: '#222b2a',
  chosen: '#17302f',
  ink: '#e6ecea',
  inkSoft: '#b3bebc',
  inkFaint: '#97a4a1',
  line: '#2c3635',
  lineStrong: '#738180',
  brand: '#4fb3ae',
  brandHover: '#74c8c4',
  brandSoft: '#17302f',
  onBrand: '#04201f',
  fault: '#f29bbb',
  faultSoft: '#38202b',
  blue: '#7db6ff',
  blueSoft: '#14263d',
  yellow: '#e6c84a',
  yellowMark: '#e6c84a',
  yellowSoft: '#2f2a10',
  orange: '#ffa45c',
  orangeSoft: '#362310',
  red: '#ff8f8f',
  redSoft: '#3c1c1e',
  shadow: '0 6px 24px rgb(0 0 0 / 55%)',
};

const contrast: Palette = {
  ...light,
  canvas: '#ffffff',
  sunken: '#ffffff',
  ink: '#000000',
  inkSoft: '#1f1f1f',
  inkFaint: '#2e2e2e',
  line: '#595959',
  lineStrong: '#000000',
  brand: '#004f4f',
  brandHover: '#003838',
  fault: '#7d0f3d',
  blue: '#0040a0',
  yellow: '#4d3e00',
  yellowMark: '#4d3e00',
  orange: '#7d3600',
  red: '#990010',
};

export const palettes = { light, dark, contrast };
export type PaletteName = keyof typeof palettes;
