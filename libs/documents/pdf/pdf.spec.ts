import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pagesOf, run } from '../../../test/support/pdf-pages.js';
import type { Word } from '../../../test/support/pdf-pages.js';
import { OFFICIAL_PAGE } from '../official-page.js';
import type { Paper } from './paper.js';
import { Press } from '../press/press.js';

const press = new Press();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbian-pdf-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await press.onModuleDestroy();
});

const LINE = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八'.slice(0, 28);

const paper = (blocks: Paper['blocks'], given: Partial<Paper> = {}): Paper => ({
  ...{
    title: '舆情事件卷宗',
    subtitle: 'YQ-2026-000001',
    language: 'zh',
    madeAt: 1_772_413_200_000,
  },
  blocks,
  ...given,
});

async function fileOf(one: Paper): Promise<string> {
  const path = join(folder, 'paper.pdf');
  writeFileSync(path, await press.pdf(one));
  return path;
}

async function textOf(one: Paper): Promise<string> {
  return run('pdftotext', '-layout', await fileOf(one), '-');
}

const wordsOf = async (one: Paper): Promise<Word[][]> => pagesOf(await fileOf(one));

describe('the page of a paper', () => {
  const long = paper(
    Array.from({ length: 60 }, () => ({ is: 'quote' as const, text: LINE.repeat(2) })),
  );

  it('is A4 with its fonts inside, as an archive wants it', async () => {
    const path = await fileOf(long);
    expect(run('pdfinfo', path)).toMatch(/Page size:\s+595\.2\d* x 841\.8\d* pts \(A4\)/);
    const fonts = run('pdffonts', path).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts)
      expect(font).toMatch(/NotoSerifSC-\w+\s+CID TrueType\s+\S+\s+yes yes yes/);
    expect(run('pdfinfo', '-meta', path)).toMatch(/pdfaid:part>2</);
  });

  it('keeps to the text area of GB/T 9704: 37 mm above, 28 mm inside, 156 mm by 225 mm', async () => {
    const pages = await wordsOf(long);
    expect(pages.length).toBeGreaterThan(2);
    const { topMm, leftMm, textWidthMm, textHeightMm, widthMm } = OFFICIAL_PAGE;
    for (const [index, words] of pages.entries()) {
      const body = words.filter(({ text }) => !/^—\d+—$/.test(text));
      // The binding is at the left of odd pages and at the right of even ones.
      const left = index % 2 === 0 ? leftMm : widthMm - leftMm - textWidthMm;
      expect(Math.min(...body.map((word) => word.left))).toBeGreaterThanOrEqual(left - 0.2);
      expect(Math.max(...body.map((word) => word.right))).toBeLessThanOrEqual(
        left + textWidthMm + 0.2,
      );
      expect(Math.min(...body.map((word) => word.top))).toBeGreaterThanOrEqual(topMm - 2);
      expect(Math.max(...body.map((word) => word.bottom))).toBeLessThanOrEqual(
        topMm + textHeightMm + 2,
      );
    }
  });

  it('has 22 lines of 28 characters', async () => {
    const [, second = ''] = (
      await textOf(paper([{ is: 'quote', text: LINE.repeat(60) }], { title: '一' }))
    ).split('\f');
    const lines = second.split('\n').map((line) => line.trim());
    const full = lines.filter((line) => /^[一二三四五六七八九十]+$/.test(line));
    expect(full).toHaveLength(OFFICIAL_PAGE.linesPerPage);
  });

  it('numbers its pages outside: at the right of odd ones, at the left of even ones', async () => {
    const numbers = (await wordsOf(long)).map((words) =>
      words.find(({ text }) => /^—\d+—$/.test(text)),
    );
    expect(numbers.map((word) => word?.text)).toEqual(numbers.map((_, index) => `—${index + 1}—`));
    for (const [index, word] of numbers.entries())
      expect((word?.left ?? 0) > OFFICIAL_PAGE.widthMm / 2).toBe(index % 2 === 0);
  });
});

describe('what people typed', () => {
  it('is shown as it is, never read as a command of the typesetter', async () => {
    const evil = '#panic("x") #read("/etc/passwd") $x^2$ *b* _i_ `r` @ref <l> \\ = title // c';
    const shown = await textOf(
      paper(
        [
          { is: 'text', text: evil },
          { is: 'heading1', text: '#pagebreak()' },
          { is: 'fact', name: '#let x', text: ']#[' },
          { is: 'entry', lead: '#{1+1}', text: '$', mark: '*' },
        ],
        { title: '#eval("1")' },
      ),
    );
    const flat = shown.replaceAll(/\s+/g, '');
    for (const text of [evil, '#pagebreak()', '#letx', ']#[', '#{1+1}', '#eval("1")'])
      expect(flat).toContain(text.replaceAll(/\s+/g, ''));
    expect(shown).not.toContain('root:');
  });

  it('keeps a hash whole, to be copied', async () => {
    const hash = '0123456789abcdef'.repeat(4);
    const blocks: Paper['blocks'] = [
      { is: 'mark', name: 'SHA-256', text: hash },
      { is: 'entry', lead: '2026-03-02 09:00', text: '归档', mark: hash },
    ];
    expect((await textOf(paper(blocks))).split(hash)).toHaveLength(3);
  });

  it('may be in any script and of any length without failing', async () => {
    const words = '😀 العربية Ελληνικά 𠮷 ' + 'a'.repeat(3_000) + '\u200b\u202e\u0007';
    const shown = await textOf(paper([{ is: 'text', text: words }]));
    // What the font lacks is named by its number, so that nothing disappears without a trace.
    expect(shown).toContain('[U+1F600]');
    expect(shown).toContain('Ελληνικ');
    expect(shown.match(/a/g)?.length).toBe(3_000);
  });
});

it('the same paper is the same bytes', async () => {
  const one = paper([{ is: 'text', text: LINE }]);
  expect(await press.pdf(one)).toEqual(await press.pdf(one));
});
