import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LibreOffice, hasLibreOffice } from '../../../test/support/libre-office.js';
import { isPageNumber, pagesOf } from '../../../test/support/pdf-pages.js';
import type { Word } from '../../../test/support/pdf-pages.js';
import { officialDocument } from '../official-document.js';
import { OFFICIAL_PAGE } from '../official-page.js';

const { topMm, leftMm, textWidthMm, textHeightMm, widthMm, linesPerPage } = OFFICIAL_PAGE;
const opened = hasLibreOffice ? describe : describe.skip;

opened('a Word file as LibreOffice lays it out', () => {
  const LINES = 70;
  let office: LibreOffice;
  let pages: Word[][];

  beforeAll(async () => {
    office = new LibreOffice();
    const text = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八'.repeat(LINES);
    pages = pagesOf(
      office.pdfOf(await officialDocument({ title: '一', blocks: [{ is: 'text', text }] })),
    );
  }, 120_000);
  afterAll(() => {
    office.close();
  });

  const body = (at: number): Word[] => (pages[at] ?? []).filter((word) => !isPageNumber(word));

  it('has 22 lines of 28 characters on a full page', () => {
    const lines = new Map<number, string>();
    for (const { top, text } of body(1)) {
      const line = Math.round(top);
      lines.set(line, (lines.get(line) ?? '') + text);
    }
    expect([...lines.values()].map(({ length }) => length)).toEqual(Array(linesPerPage).fill(28));
  });

  it('keeps to the text area, which is 28 mm from the binding on both sides of a leaf', () => {
    expect(pages.length).toBeGreaterThan(3);
    for (const [at] of pages.entries()) {
      const left = at % 2 === 0 ? leftMm : widthMm - leftMm - textWidthMm;
      const words = body(at);
      if (words.length === 0) continue;
      expect(Math.min(...words.map((word) => word.left))).toBeGreaterThanOrEqual(left - 0.3);
      expect(Math.max(...words.map((word) => word.right))).toBeLessThanOrEqual(
        left + textWidthMm + 0.3,
      );
      expect(Math.min(...words.map((word) => word.top))).toBeGreaterThanOrEqual(topMm - 2);
      expect(Math.max(...words.map((word) => word.bottom))).toBeLessThanOrEqual(
        topMm + textHeightMm + 2,
      );
    }
    const [second] = [body(1)];
    expect(Math.min(...second.map((word) => word.left))).toBeCloseTo(
      widthMm - leftMm - textWidthMm,
      0,
    );
  });

  it('numbers its pages outside, below the text', () => {
    for (const [at, words] of pages.entries()) {
      const number = words.find(({ text }) => text === String(at + 1));
      expect((number?.left ?? 0) > widthMm / 2).toBe(at % 2 === 0);
      expect(number?.top).toBeGreaterThan(topMm + textHeightMm);
    }
  });
});
