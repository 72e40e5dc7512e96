/** How a person is told apart at a glance. The name is always written as well. */
export interface PersonColour {
  readonly ground: string;
  readonly edge: string;
}

/**
 * Twelve hues of one lightness and chroma in OKLCH, from 55° to 350°: by day grounds L .91 C .055 and edges L .58
 * C .12, by night L .33 C .05 and L .68 C .11. Red, between them, is left to gaps.
 */
const DAY: readonly (readonly [ground: string, edge: string])[] = [
  ['#ffd8bf', '#b0652a'],
  ['#c3e6ff', '#2b81bb'],
  ['#d2eac6', '#5a8a3d'],
  ['#f4d6f7', '#9c60a3'],
  ['#f4dfb9', '#9d7200'],
  ['#b8eee9', '#009089'],
  ['#e4dbff', '#816ab9'],
  ['#e4e5bb', '#807f13'],
  ['#ffd3e6', '#ae5a84'],
  ['#c2edd6', '#1a9064'],
  ['#d3e0ff', '#5f75c1'],
  ['#b9ebf9', '#008ba7'],
];
const NIGHT: typeof DAY = [
  ['#492e1b', '#cc8553'],
  ['#1d384d', '#56a0d7'],
  ['#2a3b20', '#7aa761'],
  ['#422c44', '#b981c0'],
  ['#423315', '#ba9140'],
  ['#0e3e3b', '#26aea6'],
  ['#38304c', '#9e8ad4'],
  ['#373717', '#9e9e47'],
  ['#492a39', '#cb7ba2'],
  ['#1b3d2d', '#4fad83'],
  ['#2b344f', '#7e94dc'],
  ['#0f3c46', '#2da9c3'],
];

export const HUES = DAY.length;

/** FNV-1a, 32 bits: ids made one after the other differ only in a few digits, and must not look alike. */
function hash(id: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) {
    value = Math.imul(value ^ id.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}

/**
 * A hue for each of these people, by their id, so that it is the same on every screen and every day. Who would get
 * a hue that is taken gets the next free one. Members of the rota choose first, so that whoever stands in for a day
 * changes nobody else; and ids are made in the order of time, so a new colleague takes nobody's.
 */
export function huesOf(
  members: readonly string[],
  guests: readonly string[] = [],
): ReadonlyMap<string, number> {
  const taken = new Set<number>();
  const hues = new Map<string, number>();
  for (const id of new Set([...members.toSorted(), ...guests.toSorted()])) {
    let hue = hash(id) % HUES;
    while (taken.has(hue) && taken.size < HUES) hue = (hue + 1) % HUES;
    taken.add(hue);
    hues.set(id, hue);
  }
  return hues;
}

export function personColour(hue: number, dark: boolean): PersonColour {
  const [ground = '', edge = ''] = (dark ? NIGHT : DAY)[hue] ?? [];
  return { ground, edge };
}

const isLatin = (name: string): boolean => /^[\p{Script=Latin}\s.'-]+$/u.test(name);

/** What fits a narrow stretch: initials of a Latin name, the first characters of a Chinese one. */
export function shortName(name: string): string {
  if (!isLatin(name)) return name.slice(0, 3);
  const words = name.split(/[\s.-]+/).filter(Boolean);
  return words.length > 1
    ? words
        .map((word) => word.charAt(0).toUpperCase())
        .join('')
        .slice(0, 3)
    : name.slice(0, 3);
}
