import { describe, expect, it } from '@jest/globals';
import { aQuarter } from '../../../../test/support/a-quarter.js';
import { RAMP, RISK_SHADES, SEVERITIES, shadeOf } from './palette.js';

const charts = (language: 'zh' | 'en') =>
  aQuarter(language).sections.flatMap((section) => section.charts);

/** Every object in a value, however deep. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield { ...value };
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

const plain = (piece: string | { readonly text: string }): string =>
  typeof piece === 'string' ? piece : piece.text;

describe('the charts of a quarter', () => {
  it('are these, each in its section', () => {
    const placed = aQuarter().sections.map(({ key, charts: of }) => [
      key,
      of.map((one) => one.key),
    ]);
    expect(Object.fromEntries(placed)).toEqual({
      ...{ situation: ['weekly', 'severity', 'kinds'], topics: ['ladder'], rumours: [] },
      ...{ timeliness: ['onTime'], causes: ['heat'], risks: ['risks'], advice: [], notes: [] },
    });
  });

  it('are plain data: what is sent draws the same as what was made', () => {
    for (const { option } of charts('zh'))
      expect(JSON.parse(JSON.stringify(option))).toEqual(option);
  });

  it.each(['zh', 'en'] as const)('say in words what is to be seen (%s)', (language) => {
    for (const { title, alt, option } of charts(language)) {
      expect(title).not.toBe('');
      expect(alt.length).toBeGreaterThan(20);
      expect(alt.endsWith(language === 'zh' ? '。' : '.')).toBe(true);
      expect(option['aria']).toMatchObject({ enabled: true, label: { description: alt } });
    }
  });

  it('show nothing that is not a figure: each datum with a key has the value of that figure', () => {
    const { figures, sections } = aQuarter();
    const valueOf = new Map(figures.map(({ key, value }) => [key, value]));
    const told = sections
      .flatMap((section) => section.charts.filter(({ key }) => key !== 'severity'))
      .flatMap(({ option }) => [...objectsIn(option['series'])])
      .flatMap(({ figure, value }) => (typeof figure === 'string' ? [{ figure, value }] : []));
    expect(told.length).toBeGreaterThan(80);
    for (const { figure, value } of told) {
      const shown = Number(Array.isArray(value) ? value.at(-1) : value);
      const figured = valueOf.get(figure) ?? 0;
      expect(shown).toBe(figure.startsWith('onTime.') ? Math.round(figured * 1000) / 10 : figured);
    }
  });

  it('leave out what is too few for a share', () => {
    const alt = charts('zh').find(({ key }) => key === 'onTime')?.alt;
    expect(alt).toContain('处置 98.4%');
    expect(alt).not.toContain('归档');
  });

  it('name a topic and a risk by the number that it has in the list beside them', () => {
    const [matrix] = charts('zh').filter(({ key }) => key === 'risks');
    const risks = aQuarter().sections.find(({ key }) => key === 'risks')?.paragraphs ?? [];
    expect(risks.map((pieces) => pieces.map(plain).join(''))).toContain(
      '② 义务教育招生政策调整：可能性 5，后果 3。',
    );
    const cells = [...objectsIn(matrix?.option['series'])].filter(
      ({ value }) => JSON.stringify(value) === JSON.stringify([2, 4, 15]),
    );
    expect(cells).toMatchObject([{ label: { show: true, formatter: '②' } }]);
  });
});

type Rgb = readonly [number, number, number];

const rgbOf = (hex: string): Rgb => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(hex.slice(at, at + 2), 16),
  );
  return [red, green, blue];
};

/** Relative luminance (WCAG 2.2): what is left of a colour in black and white. */
function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (a: number, b: number): number =>
  (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** Full dichromacy on linear light (Machado, Oliveira and Fernandes 2009, severity 1.0). */
const SEEN_BY = {
  'without red': [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  'without green': [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  'without blue': [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
} as const;

function luminanceSeen(hex: string, matrix: readonly number[]): number {
  const linear = rgbOf(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((row) =>
    linear.reduce((sum, part, at) => sum + part * (matrix[3 * row + at] ?? 0), 0),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const STEPS: Readonly<Record<string, readonly string[]>> = {
  'the severities': SEVERITIES.map((severity) => shadeOf(severity).fill),
  'the shades of the heat map': RAMP,
  'the shades of the risk matrix': RISK_SHADES.map(({ fill }) => fill),
};

describe('the colours', () => {
  it.each(Object.entries(STEPS))(
    '%s differ in lightness, step by step, for every eye',
    (_, fills) => {
      for (const [at, fill] of fills.entries()) {
        const next = fills[at + 1];
        if (next === undefined) continue;
        expect(contrast(luminance(rgbOf(fill)), luminance(rgbOf(next)))).toBeGreaterThan(1.25);
        for (const matrix of Object.values(SEEN_BY))
          expect(
            contrast(luminanceSeen(fill, matrix), luminanceSeen(next, matrix)),
          ).toBeGreaterThan(1.2);
      }
    },
  );

  it('have type on them that is read (WCAG 2.2, 1.4.3)', () => {
    const pairs = [...SEVERITIES.map(shadeOf), ...RISK_SHADES].map(({ fill, on }) => [fill, on]);
    for (const [fill = '', on = ''] of pairs)
      expect(contrast(luminance(rgbOf(fill)), luminance(rgbOf(on)))).toBeGreaterThan(4.5);
    for (const [at, fill] of RAMP.entries())
      expect(
        contrast(luminance(rgbOf(fill)), luminance(rgbOf(at <= 2 ? '#000000' : '#ffffff'))),
      ).toBeGreaterThan(4.5);
  });

  it('of severities that stand beside each other have different patterns too', () => {
    const patterns = SEVERITIES.map((severity) => JSON.stringify(shadeOf(severity).decal));
    for (const [at, pattern] of patterns.entries()) expect(pattern).not.toBe(patterns[at + 1]);
  });
});
