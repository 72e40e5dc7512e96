import { execFileSync } from 'node:child_process';

const POINTS_PER_MM = 72 / 25.4;

/** A word of a page with its box, in millimetres from the top left. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const run = (tool: string, ...args: string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** The words of each page of a PDF file. */
export function pagesOf(path: string): Word[][] {
  return run('pdftotext', '-bbox', path, '-')
    .split('<page ')
    .slice(1)
    .map((page) => [...page.matchAll(BOX)].map(([, ...found]) => wordOf(found)));
}

const BOX = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g;

function wordOf(found: readonly (string | undefined)[]): Word {
  const [left = 0, top = 0, right = 0, bottom = 0] = found
    .slice(0, 4)
    .map((points) => Number(points) / POINTS_PER_MM);
  return { left, top, right, bottom, text: found[4] ?? '' };
}

/** A page number as the standard has it: —1— or — 1 —, which comes as three words. */
export const isPageNumber = ({ text }: Word): boolean => /^—?\d*—?$/.test(text);
