import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Press } from '#documents';
import { openTable } from '#intake';
import { aQuarter } from '../../../test/support/a-quarter.js';
import { LibreOffice, hasLibreOffice } from '../../../test/support/libre-office.js';
import { inkOf } from '../../../test/support/pdf-ink.js';
import type { Ink } from '../../../test/support/pdf-ink.js';
import { pagesOf, run } from '../../../test/support/pdf-pages.js';
import { namesInZip, textInZip } from '../../../test/support/zip.js';
import type { BriefDocument } from './brief-document.js';
import { Papers } from './papers.js';
import { sheetNames } from './workbook.js';

const press = new Press();
const papers = new Papers(press);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbian-brief-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await press.onModuleDestroy();
});

async function pdfOf(brief: BriefDocument): Promise<string> {
  const file = join(folder, 'brief.pdf');
  writeFileSync(file, await papers.pdf(brief));
  return file;
}

/** Where the page number is, below the text area of GB/T 9704. */
const BELOW_TEXT = 37 + 225 + 3;

/** 156 mm by 225 mm, 37 mm from the top and 28 mm from the binding; a dot is a quarter of a millimetre. */
function expectWithinText(pages: readonly Ink[], hanging = 0): void {
  expect(pages.length).toBeGreaterThan(5);
  for (const [at, { left, top, right, bottom }] of pages.entries()) {
    const inner = at % 2 === 0 ? 28 : 26;
    expect(left).toBeGreaterThanOrEqual(inner - 0.6);
    expect(right).toBeLessThanOrEqual(inner + 156 + 0.6 + hanging);
    expect(top).toBeGreaterThanOrEqual(37 - 0.6);
    expect(bottom).toBeLessThanOrEqual(37 + 225 + 0.6);
  }
}

const flat = (text: string): string => text.replaceAll(/\s+/g, '');

const SECTIONS = [
  '一、总体态势',
  '二、重点舆情',
  '三、谣言与澄清',
  '四、处置时效',
  '五、成因与问题',
];

describe('a brief as PDF', () => {
  it('has its contents, sections, pictures and tables, numbered and with captions', async () => {
    const shown = flat(run('pdftotext', '-layout', await pdfOf(aQuarter()), '-'));
    for (const section of SECTIONS) expect(shown.split(section)).toHaveLength(3);
    for (const caption of [
      '图1每周登记数量',
      '图5各项时限的按时率',
      '图7风险矩阵',
      '表1重点舆情',
      '表4整改台账',
    ])
      expect(shown).toContain(caption);
    // No short word is broken in a table.
    expect(shown).toContain('序号编号标题等级核查结论线索登记');
    // What stands in the pictures is text, set in the fonts of the paper.
    expect(shown).toContain('周一的日期');
  });

  it('has all fonts inside, and is tagged: pictures, tables and contents for those who listen', async () => {
    const file = await pdfOf(aQuarter());
    const fonts = run('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts)
      expect(font).toMatch(/NotoSerifSC-\w+\s+CID TrueType\s+\S+\s+yes yes yes/);
    const tags = run('pdfinfo', '-struct', file);
    expect(tags.match(/^\s*Figure/gm)).toHaveLength(7);
    expect(tags.match(/^\s*Table /gm)).toHaveLength(4);
    expect(tags.match(/^\s*TOCI/gm)).toHaveLength(8);
  });

  it('keeps pictures and tables within the text area', async () => {
    expectWithinText(inkOf(await pdfOf(aQuarter()), BELOW_TEXT));
  });

  it('parts a long table between rows, and puts its heads on each page', async () => {
    const file = await pdfOf(withLongTable());
    const pages = run('pdftotext', '-layout', file, '-').split('\f').map(flat);
    expectHeadsOnEachPage(pages);
  });

  it('is the same bytes for the same brief', async () => {
    expect(await papers.pdf(aQuarter())).toEqual(await papers.pdf(aQuarter()));
  });

  it('shows what people typed as it is, also in pictures', async () => {
    const evil = '<b>&"#panic()]] {b}{c} 😀\u0007';
    const topics = aQuarter('zh', { topics: [topic(evil)] });
    const shown = flat(run('pdftotext', '-layout', await pdfOf({ ...topics, title: evil }), '-'));
    expect(shown).toContain(flat('<b>&"#panic()]] {b}{c}[U+1F600]'));
    expect(shown).toContain(flat('① <b>&"#panic()]]'));
    await expect(papers.docx({ ...topics, title: evil })).resolves.toBeInstanceOf(Buffer);
  });
});

/** As many rows as fill several pages. */
const withLongTable = (): BriefDocument => {
  const rows = Array.from({ length: 120 }, (_, at) => [`第${String(at)}行`, '城东街道供水问题']);
  const table = { caption: '长表', heads: ['行号', '问题'], rows };
  const section = { key: 'notes', number: null, title: '附表', paragraphs: [], charts: [] };
  return { ...aQuarter(), sections: [{ ...section, tables: [table] }] };
};

function expectHeadsOnEachPage(pages: readonly string[]): void {
  const withRows = pages.filter((text) => text.includes('城东街道'));
  expect(withRows.length).toBeGreaterThan(2);
  for (const text of withRows) expect(text.split('行号问题')).toHaveLength(2);
  for (let at = 0; at < 120; at += 1)
    expect(pages.filter((text) => text.includes(`第${String(at)}行城东街道供水问题`))).toHaveLength(
      1,
    );
}

const topic = (title: string) => ({
  ...{ id: 'i', number: 'YQ-2026-000001', title, kind: 'rumour', severity: 'I', verdict: 'false' },
  ...{ state: 'archived', place: null, mentions: 3, peakRank: null, loggedAt: 1_768_000_000_000 },
});

const opened = hasLibreOffice ? describe : describe.skip;

opened('a brief in Word, as LibreOffice opens it', () => {
  const office = new LibreOffice();
  afterAll(() => {
    office.close();
  });

  it('has its sections about where its contents tell, and keeps to the text area', async () => {
    const file = office.pdfOf(await papers.docx(aQuarter()));
    const pages = pagesOf(file);
    const texts = pages.map((words) => flat(words.map(({ text }) => text).join('')));
    const [first = ''] = texts;
    for (const section of SECTIONS) {
      const told = new RegExp(`${section}\\.*(\\d)`).exec(first)?.[1];
      const found = texts.findIndex((text, at) => text.split(section).length > (at === 0 ? 2 : 1));
      // Fonts differ from machine to machine, and a heading at the foot of a page may come out on the next.
      expect(Math.abs(Number(told) - (found + 1))).toBeLessThanOrEqual(1);
    }
    // Word lets a mark at the end of a line hang out, by a third of a character that is 5.6 mm wide.
    expectWithinText(inkOf(file, BELOW_TEXT), 2);
  }, 120_000);
});

/** The cells of the first sheet, as the program that takes in spreadsheets reads them. */
async function firstSheet(file: Buffer): Promise<string[][]> {
  const path = join(folder, 'brief.xlsx');
  writeFileSync(path, file);
  const { columns, rows } = await openTable(path);
  const cells: string[][] = [[...columns]];
  for await (const { values } of rows) cells.push([...values.values()]);
  return cells;
}

describe('the files for spreadsheets', () => {
  const evil: BriefDocument = {
    ...aQuarter(),
    sections: [
      {
        ...{ key: 'topics', number: '一', title: '题', paragraphs: [], charts: [] },
        tables: [
          {
            ...{ caption: '重点/舆情', heads: ['=标题', '件'] },
            rows: [
              ['=HYPERLINK("x")', { figure: 'logged', text: '1,024' }],
              ['@sum', '-'],
            ],
          },
        ],
      },
    ],
    figures: [
      {
        key: 'onTime.judge',
        words: '=研判',
        unit: 'share',
        value: 0.875,
        previous: null,
        yearBefore: 1,
      },
    ],
  };

  it('have a sheet for each table and one of all figures', async () => {
    const file = await papers.xlsx(aQuarter());
    const workbook = textInZip(file, 'xl/workbook.xml');
    const names = [...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['重点舆情', '超时清单', '主题和地区', '整改台账', '指标']);
  });

  it('have no cell that is a formula, and numbers that can be reckoned with', async () => {
    const file = await papers.xlsx(evil);
    for (const name of namesInZip(file).filter((part) => part.startsWith('xl/worksheets/')))
      expect(textInZip(file, name)).not.toMatch(/<f[ >/]/);
    const [heads, first, second] = await firstSheet(file);
    expect(heads).toEqual(["'=标题", '件']);
    expect(first).toEqual([`'=HYPERLINK("x")`, '1024']);
    expect(second).toEqual(["'@sum", "'-"]);
    expect(textInZip(file, 'xl/worksheets/sheet1.xml')).toMatch(/<v>1024<\/v>/);
    expect(textInZip(file, 'xl/worksheets/sheet2.xml')).toMatch(/<v>0.875<\/v>/);
  });

  it('tell all figures as CSV, with nothing where there is no base', () => {
    const text = papers.csv(evil).toString('utf8');
    expect(text).toBe(
      "\uFEFF代码,指标,单位,本期,上期,上年同期\r\nonTime.judge,'=研判,比例,0.875,,1\r\n",
    );
    const lines = papers.csv(aQuarter()).toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(aQuarter().figures.length + 1);
  });

  it('have names of sheets that Excel takes, each once', () => {
    const names = sheetNames(['a/b', 'A b', '', '长'.repeat(40), '长'.repeat(41)]);
    expect(names).toEqual(['a b', 'A b 2', '1', '长'.repeat(28), `${'长'.repeat(28)} 2`]);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
  });
});
