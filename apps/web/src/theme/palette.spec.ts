import { describe, expect, it } from '@jest/globals';
import { antdTheme } from './antd-theme';
import { customProperties, DARK, LIGHT, type Palette } from './palette';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = [
  'ink',
  'inkSoft',
  'accent',
  'sevI',
  'sevII',
  'sevIII',
  'sevIV',
  'soon',
  'late',
  'lateHover',
  'good',
] as const;
const GROUNDS = ['ground', 'surface', 'raised'] as const;

describe.each<[string, Palette]>([
  ['by day', LIGHT],
  ['at night', DARK],
])('colours %s', (_name, palette) => {
  it.each(TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))(
    '%s is readable on %s',
    (text, ground) => {
      expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['onAccent', 'accent'],
    ['onAccent', 'accentHover'],
    ['onLate', 'late'],
    ['onLate', 'lateHover'],
    ['onSev', 'sevI'],
    ['onSev', 'sevII'],
    ['onSev', 'sevIII'],
    ['onSev', 'sevIV'],
    ['soon', 'soonSoft'],
    ['late', 'lateSoft'],
    ['ink', 'accentSoft'],
    ['accent', 'accentSoft'],
    ['inkSoft', 'sunken'],
  ] as const)('%s is readable on %s', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('shows the edge of a field at 3 : 1', () => {
    expect(contrast(palette.lineStrong, palette.surface)).toBeGreaterThanOrEqual(3);
  });
});

it.each([true, false])(
  'the words on a button are the colour that was checked (dark: %s)',
  (dark) => {
    const palette = dark ? DARK : LIGHT;
    expect(antdTheme(dark, false).components?.Button).toMatchObject({
      primaryColor: palette.onAccent,
      colorPrimary: palette.accent,
      dangerColor: palette.onLate,
      colorError: palette.late,
      colorErrorHover: palette.lateHover,
      colorErrorActive: palette.lateHover,
    });
  },
);

it('names custom properties in kebab case', () => {
  expect(customProperties(LIGHT)).toContain('--mb-ink-soft:#575e63');
  expect(customProperties(LIGHT)).toContain('--mb-sev-iii:#856100');
});
