import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { Resvg } from '@resvg/resvg-js';
import { FAMILY, openFaces } from './faces.js';
import { subsetOf } from './subset.js';

const folder = mkdtempSync(join(tmpdir(), 'mingbian-font-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The dots of a line of type, set in a font file. */
function dotsOf(text: string, font: Buffer): Buffer {
  const file = join(folder, 'type.ttf');
  writeFileSync(file, font);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60"><text x="4" y="40" font-size="24" font-family="${FAMILY}">${text}</text></svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [file] } }).render().pixels;
}

it('a subset draws what the whole font draws, in a fraction of its size', () => {
  const { regular, files } = openFaces();
  // Ⅳ and é are made of parts of other glyphs in many fonts.
  const text = '水厂 Ⅳ级 ①⑩ 98.3% éÅ…';
  const subset = subsetOf(regular, new Set(text));
  expect(subset.length).toBeLessThan(600_000);
  const [whole] = files;
  const drawn = dotsOf(text, subset);
  expect(drawn.some((dot) => dot !== 0)).toBe(true);
  expect(whole === undefined ? null : drawn.equals(dotsOf(text, whole))).toBe(true);
});

it('a character that is not in the subset is not drawn', () => {
  const { regular } = openFaces();
  const subset = subsetOf(regular, new Set('水'));
  expect(dotsOf('火', subset).equals(dotsOf('土', subset))).toBe(true);
  expect(dotsOf('水', subset).equals(dotsOf('土', subset))).toBe(false);
});
