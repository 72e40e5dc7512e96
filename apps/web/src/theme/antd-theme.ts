import theme from 'antd/es/theme';
import type { ThemeConfig } from 'antd/es/config-provider';
import { DARK, LIGHT } from './palette';

/** System fonts; Latin and digits come from the same family, so that numbers sit on the line. */
const FONT_FAMILY =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";

/** What a thumb hits without looking; wider windows are used with a pointer, and show more. */
const THUMB = 48;
const POINTER = { controlHeight: 36 };
const PHONE = { controlHeight: THUMB, controlHeightSM: THUMB };

/** Ant Design speaks our palette. */
export function antdTheme(dark: boolean, phone: boolean): ThemeConfig {
  const palette = dark ? DARK : LIGHT;
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent,
      colorLink: palette.accent,
      colorError: palette.late,
      colorWarning: palette.soon,
      colorSuccess: palette.good,
      colorInfo: palette.accent,
      colorText: palette.ink,
      colorTextSecondary: palette.inkSoft,
      colorTextTertiary: palette.inkSoft,
      colorTextDescription: palette.inkSoft,
      colorTextPlaceholder: palette.inkSoft,
      colorBgBase: palette.ground,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      fontFamily: FONT_FAMILY,
      fontSize: 14,
      lineHeight: 1.6,
      borderRadius: 6,
      ...(phone ? PHONE : POINTER),
      controlHeightLG: THUMB,
      // A button's spinner that is told to leave before it has finished coming stays for good (rc-motion), as if
      // the answer had never arrived. Nothing of Ant Design that is used here needs to move.
      motion: false,
      wireframe: false,
    },
    components: {
      Button: {
        // The dark algorithm dims its colours; text on them was checked against the palette's own.
        colorPrimary: palette.accent,
        colorPrimaryHover: palette.accentHover,
        colorPrimaryActive: palette.accentHover,
        primaryColor: palette.onAccent,
        colorError: palette.late,
        colorErrorHover: palette.lateHover,
        colorErrorActive: palette.lateHover,
        dangerColor: palette.onLate,
        dangerShadow: 'none',
        primaryShadow: 'none',
        defaultShadow: 'none',
        fontWeight: 500,
      },
      Tooltip: { colorBgSpotlight: palette.raised, colorTextLightSolid: palette.ink },
    },
  };
}
