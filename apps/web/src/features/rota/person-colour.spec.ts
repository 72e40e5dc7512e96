import { describe, expect, it } from '@jest/globals';
import { DARK, LIGHT } from '../../theme/palette';
import { HUES, huesOf, personColour, shortName } from './person-colour';

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const hues = Array.from({ length: HUES }, (_, hue) => hue);

describe.each([
  ['by day', LIGHT, false],
  ['at night', DARK, true],
] as const)('colours of people %s', (_name, palette, dark) => {
  it.each(hues)('hue %d: the name is readable, and the edge is seen', (hue) => {
    const { ground, edge } = personColour(hue, dark);
    expect(contrast(palette.ink, ground)).toBeGreaterThanOrEqual(7);
    expect(contrast(edge, palette.surface)).toBeGreaterThanOrEqual(3);
  });
});

describe('who has which hue', () => {
  const ids = Array.from(
    { length: 9 },
    (_, index) => `0190a000-0000-7000-8000-00000000000${index}`,
  );

  it('no two of an office share one while there are enough', () => {
    expect(new Set(huesOf(ids).values()).size).toBe(ids.length);
  });

  it('a newcomer changes nobody else', () => {
    const before = huesOf(ids);
    const after = huesOf([...ids, '0190b000-0000-7000-8000-000000000000']);
    for (const id of ids) expect(after.get(id)).toBe(before.get(id));
  });

  it('whoever stands in changes nobody else', () => {
    const before = huesOf(ids);
    const after = huesOf(ids, ['00000000-0000-7000-8000-000000000000', ids[3] ?? '']);
    for (const id of ids) expect(after.get(id)).toBe(before.get(id));
    expect(after.size).toBe(ids.length + 1);
  });

  it('more people than hues still all have one', () => {
    const crowd = Array.from({ length: 30 }, (_, index) => `person-${String(index)}`);
    expect([...huesOf(crowd).values()].every((hue) => hue >= 0 && hue < HUES)).toBe(true);
  });
});

it.each([
  ['周岚', '周岚'],
  ['欧阳若兰', '欧阳若'],
  ['Zhou Lan', 'ZL'],
  ['officer', 'off'],
])('%s is written %s where there is little room', (name, short) => {
  expect(shortName(name)).toBe(short);
});
