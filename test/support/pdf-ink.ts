import { execFileSync } from 'node:child_process';

const DOTS_PER_INCH = 100;
const MM_PER_DOT = 25.4 / DOTS_PER_INCH;
/** Lighter than this is paper. */
const PAPER = 200;

/** Where there is ink on a page, in millimetres from the top left. */
export interface Ink {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Grey {
  readonly width: number;
  readonly height: number;
  readonly dots: Buffer;
}

/** The ink of each page of a PDF file above a height: what stands below is the page number. */
export function inkOf(path: string, aboveMm: number): Ink[] {
  const args = ['-r', String(DOTS_PER_INCH), '-gray', path];
  const file = execFileSync('pdftoppm', args, {
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return pagesIn(file).map((page) => boxOf(page, Math.floor(aboveMm / MM_PER_DOT)));
}

/** Pages as PGM follow each other: `P5`, width, height, the lightest grey, and the dots. */
function pagesIn(file: Buffer): Grey[] {
  const pages: Grey[] = [];
  for (let at = 0; at < file.length;) {
    const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(file.toString('latin1', at, at + 40));
    if (head === null) throw new Error('this is no PGM');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const from = at + head[0].length;
    at = from + width * height;
    pages.push({ width, height, dots: file.subarray(from, at) });
  }
  return pages;
}

function boxOf({ width, height, dots }: Grey, above: number): Ink {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < Math.min(height, above); y += 1)
    for (let x = 0; x < width; x += 1)
      if ((dots[y * width + x] ?? 255) < PAPER) {
        [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
        [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
      }
  const [l = 0, t = 0, r = 0, b = 0] = [left, top, right, bottom].map((dot) => dot * MM_PER_DOT);
  return { left: l, top: t, right: r, bottom: b };
}
