import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { FAMILY, openFaces } from '../font/faces.js';
import { subsetOf } from '../font/subset.js';

/** SVGs as PNGs of so many pixels. The renderer takes its font from a file, and reads it for each line of type. */
export function drawPngs(svgs: readonly string[], width: number): Buffer[] {
  if (svgs.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'mingbian-type-'));
  try {
    const file = join(folder, 'type.ttf');
    writeFileSync(file, subsetOf(openFaces().regular, new Set(svgs.join(''))));
    return svgs.map((svg) => drawPng(svg, width, file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const drawPng = (svg: string, width: number, fontFile: string): Buffer =>
  new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    background: '#ffffff',
    font: { loadSystemFonts: false, fontFiles: [fontFile], defaultFontFamily: FAMILY },
  })
    .render()
    .asPng();
