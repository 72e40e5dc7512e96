import { describe, expect, it } from '@jest/globals';
import { openFaces } from '../font/faces.js';
import { drawSvg } from './draw-svg.js';

const SIZE = { width: 400, height: 200 };

const bars = (names: readonly string[]) => ({
  grid: { left: 4, right: 4, top: 4, bottom: 4 },
  xAxis: { type: 'value' },
  yAxis: { type: 'category', data: names, axisLabel: { fontSize: 14, interval: 0 } },
  series: [{ type: 'bar', data: names.map(() => 1) }],
});

/** Where each text that ends at a place begins, in pixels from the left. */
function beginnings(svg: string): number[] {
  const { advanceOf } = openFaces().regular;
  const texts = svg.matchAll(/<text[^>]*text-anchor="end"[^>]*translate\(([\d.]+) [^>]*>([^<]*)</g);
  return [...texts].map(([, end, text = '']) => {
    const advances = [...text].map((character) => advanceOf(character.codePointAt(0) ?? 0));
    return Number(end) - 14 * advances.reduce((sum, advance) => sum + advance, 0);
  });
}

describe('a chart drawn without a browser', () => {
  it('has room for its names, as wide as they are in the font of the page', () => {
    const svg = drawSvg(bars(['Acknowledgement WWW 60', '谣言传言 102']), SIZE);
    const found = beginnings(svg);
    expect(found).toHaveLength(2);
    for (const beginning of found) expect(beginning).toBeGreaterThanOrEqual(0);
  });

  it('shows what people typed as text, and is named by the font of the page', () => {
    const svg = drawSvg(bars(['<script>alert(1)</script>&']), SIZE);
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).toContain('Noto Serif SC');
  });
});
