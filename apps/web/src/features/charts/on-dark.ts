const HEX = /^#[0-9a-f]{6}$/i;
/** Below this a colour is a grey: an edge or a ground, chosen with what stands on it. */
const GREY = 0.15;
/** Bright enough to be told from a black ground, dark enough for the white type that stands on it. */
const DARKEST = 0.42;

/** What fills bars and draws lines; the colours of a grid's cells lie beside each other, and need no ground. */
const DRAWN = new Set(['itemStyle', 'lineStyle']);

/** The same picture on a dark ground: fills that would sink into it are raised, and keep their hue. */
export function onDark(value: unknown, isDrawn = false): unknown {
  if (Array.isArray(value)) return value.map((item) => onDark(item, isDrawn));
  if (typeof value === 'string') return isDrawn && HEX.test(value) ? raised(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      onDark(part, DRAWN.has(name) || (isDrawn && name === 'color')),
    ]),
  );
}

function raised(hex: string): string {
  const { hue, saturation, lightness } = hslOf(hex);
  if (saturation < GREY || lightness >= DARKEST) return hex;
  return hexOf(hue, saturation, DARKEST);
}

interface Hsl {
  readonly hue: number;
  readonly saturation: number;
  readonly lightness: number;
}

function hslOf(hex: string): Hsl {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => parseInt(hex.slice(at, at + 2), 16) / 255,
  );
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const lightness = (most + least) / 2;
  const spread = most - least;
  if (spread === 0) return { hue: 0, saturation: 0, lightness };
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  return { hue: (60 * sectorOf(red, green, blue, spread) + 360) % 360, saturation, lightness };
}

/** Where on the colour wheel, in sixths of it. */
function sectorOf(red: number, green: number, blue: number, spread: number): number {
  if (red >= green && red >= blue) return (green - blue) / spread;
  return green >= blue ? (blue - red) / spread + 2 : (red - green) / spread + 4;
}

/** CSS Color 4, section 7.1. */
function hexOf(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    const value = lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
