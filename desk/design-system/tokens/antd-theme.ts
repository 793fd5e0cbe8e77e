import { type ThemeConfig, theme } from 'antd';
import { chineseFirst, fixedWidth } from './fonts.ts';
import { type PaletteName, palettes } from './palettes.ts';

/**
 * Ant Design in the desk's colours. The exact values are set after its algorithm has run, because the
 * algorithm would mix its own shades, whose contrast nobody has looked at.
 */
export function antdTheme(name: PaletteName, isStill: boolean): ThemeConfig {
  const colour = palettes[name];
  const base = name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm;
  return {
    cssVar: { key: `hejie-${name}` },
    token: {
      fontFamily: chineseFirst,
      fontFamilyCode: fixedWidth,
      fontSize: 14,
      borderRadius: 6,
      wireframe: false,
      colorBgSpotlight: name === 'dark' ? '#38423f' : '#23302e',
      colorTextPlaceholder: colour.inkFaint,
      colorTextDescription: colour.inkFaint,
      colorTextDisabled: colour.inkFaint,
      colorIcon: colour.inkSoft,
      colorIconHover: colour.ink,
      controlItemBgActive: colour.chosen,
      controlItemBgActiveHover: colour.chosen,
      controlItemBgHover: colour.hover,
      controlOutline: colour.brandSoft,
      controlOutlineWidth: 2,
      lineWidthFocus: 2,
      linkFocusDecoration: 'underline',
      boxShadow: colour.shadow,
      boxShadowSecondary: colour.shadow,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.12s',
      motion: !isStill,
    },
    algorithm: (seed, map) => ({
      ...base(seed, map),
      colorPrimary: colour.brand,
      colorPrimaryHover: colour.brandHover,
      colorPrimaryActive: colour.brandHover,
      colorPrimaryText: colour.brand,
      colorPrimaryTextHover: colour.brandHover,
      colorPrimaryTextActive: colour.brandHover,
      colorPrimaryBg: colour.brandSoft,
      colorPrimaryBgHover: colour.brandSoft,
      colorPrimaryBorder: colour.brand,
      colorPrimaryBorderHover: colour.brandHover,
      colorLink: colour.brand,
      colorLinkHover: colour.brandHover,
      colorLinkActive: colour.brandHover,
      colorInfo: colour.brand,
      colorSuccess: colour.brand,
      colorError: colour.fault,
      colorErrorHover: colour.fault,
      colorErrorActive: colour.fault,
      colorErrorText: colour.fault,
      colorErrorBg: colour.faultSoft,
      colorErrorBorder: colour.fault,
      colorErrorBorderHover: colour.fault,
      colorText: colour.ink,
      colorTextSecondary: colour.inkSoft,
      colorTextTertiary: colour.inkFaint,
      colorTextQuaternary: colour.inkFaint,
      colorBorder: colour.lineStrong,
      colorBorderSecondary: colour.line,
      colorBgLayout: colour.canvas,
      colorBgContainer: colour.surface,
      colorBgElevated: colour.surface,
    }),
    components: {
      Button: { primaryColor: colour.onBrand, primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
      Drawer: { paddingLG: 20 },
      Select: { optionSelectedBg: colour.chosen, optionActiveBg: colour.hover },
    },
  };
}
