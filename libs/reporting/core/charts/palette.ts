import type { Json } from './chart.js';

/**
 * Colours that differ in lightness first and in hue second, so that they are told apart by whoever sees no red or no green,
 * and in black and white print; each has its pattern as well. `on` is the colour of type on it.
 */
export interface Shade {
  readonly fill: string;
  readonly on: string;
  readonly decal: Json;
}

export const NO_DECAL: Json = { symbol: 'none' };

/** Lines of one pixel, so many pixels apart, turned by an angle. */
const lines = (gap: number, turned: number, color: string): Json => ({
  ...{ symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, gap], rotation: turned, color },
});

const dots = (color: string): Json => ({
  ...{ symbol: 'circle', symbolSize: 0.5, color },
  dashArrayX: [
    [6, 6],
    [0, 6, 6, 0],
  ],
  dashArrayY: [6, 0],
});

const FAINT_DARK = 'rgba(0, 0, 0, 0.35)';
const FAINT_LIGHT = 'rgba(255, 255, 255, 0.45)';

/** From the gravest; what nobody has rated comes last. */
export const SEVERITIES = ['I', 'II', 'III', 'IV', 'unrated'] as const;

const UNRATED: Shade = { fill: '#f4f4f2', on: '#000000', decal: NO_DECAL };

/** The graver, the darker (see docs/adr/0036). */
const SEVERITY_SHADES: Readonly<Record<string, Shade>> = {
  I: { fill: '#7a1420', on: '#ffffff', decal: NO_DECAL },
  II: { fill: '#bf4713', on: '#ffffff', decal: lines(5, -Math.PI / 4, FAINT_LIGHT) },
  III: { fill: '#efb04a', on: '#000000', decal: dots(FAINT_DARK) },
  IV: { fill: '#b9dcf2', on: '#000000', decal: lines(7, Math.PI / 4, FAINT_DARK) },
  unrated: UNRATED,
};

export const shadeOf = (severity: string): Shade => SEVERITY_SHADES[severity] ?? UNRATED;

/** What is not told apart. */
export const PLAIN: Shade = { fill: '#1f6f78', on: '#ffffff', decal: NO_DECAL };

/** Of one hue, from nothing to much. */
export const RAMP = ['#eef5f5', '#b5d6d8', '#6ba7ad', '#2f7c85', '#12474e'] as const;

/** By the product of likelihood and consequence. */
export const RISK_SHADES = [
  { upTo: 4, fill: '#e8f1f7', on: '#000000' },
  { upTo: 9, fill: '#f0c868', on: '#000000' },
  { upTo: 14, fill: '#d97b32', on: '#000000' },
  { upTo: 25, fill: '#7a1420', on: '#ffffff' },
] as const;

/** What is filled so light that it needs an edge to be seen on paper. */
export const EDGE = '#5b6770';
export const DARK_TYPE = '#000000';
export const LIGHT_TYPE = '#ffffff';
