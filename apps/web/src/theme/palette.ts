/**
 * The one place where colours are named. Colour carries meaning only: severity, time state, the one accent.
 * Text colours reach 4.5 : 1 on `ground` and on `surface` (WCAG AA), checked in palette.spec.ts.
 */
export interface Palette {
  readonly ground: string;
  readonly surface: string;
  readonly raised: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly accent: string;
  readonly accentHover: string;
  readonly accentSoft: string;
  readonly onAccent: string;
  readonly sevI: string;
  readonly sevII: string;
  readonly sevIII: string;
  readonly sevIV: string;
  readonly onSev: string;
  readonly soon: string;
  readonly soonSoft: string;
  readonly late: string;
  readonly lateHover: string;
  readonly lateSoft: string;
  readonly onLate: string;
  readonly good: string;
}

export const LIGHT: Palette = {
  ground: '#f7f6f2',
  surface: '#fdfcfa',
  raised: '#ffffff',
  sunken: '#efede7',
  line: '#e2dfd7',
  lineStrong: '#8b8a84',
  ink: '#1a1e21',
  inkSoft: '#575e63',
  accent: '#0b5e63',
  accentHover: '#0a4d52',
  accentSoft: '#e0ecea',
  onAccent: '#ffffff',
  sevI: '#b3231b',
  sevII: '#b4500a',
  sevIII: '#856100',
  sevIV: '#22609f',
  onSev: '#ffffff',
  soon: '#8a5a00',
  soonSoft: '#f8edd3',
  late: '#b3231b',
  lateHover: '#8f1a13',
  lateSoft: '#f9e4e0',
  onLate: '#ffffff',
  good: '#2c6a3f',
};

export const DARK: Palette = {
  ground: '#0e1113',
  surface: '#14181b',
  raised: '#1b2024',
  sunken: '#0a0c0e',
  line: '#272e33',
  lineStrong: '#6d777e',
  ink: '#e4e6e4',
  inkSoft: '#9ba4a9',
  accent: '#62b8b6',
  accentHover: '#7ccac8',
  accentSoft: '#15302f',
  onAccent: '#08201f',
  sevI: '#ff7d72',
  sevII: '#f39a4c',
  sevIII: '#ddb53f',
  sevIV: '#77b0f0',
  onSev: '#101315',
  soon: '#e3b250',
  soonSoft: '#2f2612',
  late: '#ff8a80',
  lateHover: '#ffa79f',
  lateSoft: '#3a1a18',
  onLate: '#2a0906',
  good: '#7fc493',
};

/** `inkSoft` becomes `--mb-ink-soft`, `sevII` becomes `--mb-sev-ii`. */
export function customProperties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--mb-${kebab(name)}:${String(colour)}`)
    .join(';');
}

function kebab(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}

export function paletteCss(): string {
  return (
    `:root{color-scheme:light;${customProperties(LIGHT)}}` +
    `:root[data-theme='dark']{color-scheme:dark;${customProperties(DARK)}}`
  );
}
