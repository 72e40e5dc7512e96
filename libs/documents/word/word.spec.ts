import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { binaryInZip, namesInZip, textInZip } from '../../../test/support/zip.js';
import type { PictureBlock } from '../blocks.js';
import { officialDocument } from '../official-document.js';
import type { OfficialDocument } from '../official-document.js';

const picture: PictureBlock = {
  ...{ is: 'picture', caption: '每周登记数量', alt: '柱状图：先少后多。', height: 200 },
  option: {
    ...{ xAxis: { type: 'category', data: ['甲', '乙\u0007😀'] }, yAxis: { type: 'value' } },
    series: [{ type: 'bar', data: [1, 2] }],
  },
};

const document: OfficialDocument = {
  title: '季度分析报告',
  blocks: [
    { is: 'subtitle', text: '2026年第一季度' },
    { is: 'note', text: '草稿' },
    { is: 'contents', title: '目录' },
    { is: 'heading1', text: '一、总体态势' },
    { is: 'text', text: '正文。' },
    picture,
    { is: 'heading1', text: '二、重点舆情' },
    {
      ...{ is: 'table', caption: '重点舆情', heads: ['标题', '线索'] },
      rows: [
        ['停水', '1,024'],
        ['=1+1', '3'],
      ],
    },
    { ...picture, caption: '又一张' },
  ],
};

const word = await officialDocument(document);
const body = textInZip(word, 'word/document.xml');

const all = (pattern: RegExp, xml = body): string[] =>
  [...xml.matchAll(pattern)].map(([, found = '']) => found);

describe('a Word file with contents, tables and pictures', () => {
  it('is a sound archive whose parts are well-formed XML', () => {
    const names = namesInZip(word);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml']));
    for (const name of names.filter((part) => /\.(xml|rels)$/.test(part))) {
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.write(textInZip(word, name)).close();
    }
  });

  it('has contents with pages that lead to the headings, and asks nobody whether to fill them in', () => {
    expect(body).toContain('TOC \\h \\o &quot;1-1&quot;');
    const anchors = all(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g);
    const bookmarks = all(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g);
    expect(anchors).toHaveLength(2);
    expect(bookmarks).toEqual(expect.arrayContaining(anchors));
    const [shown = ''] = all(/<w:sdtContent>(.*?)<\/w:sdtContent>/gs);
    const told = all(/<w:t[^>]*>([^<]*)<\/w:t>/g, shown).join(' ');
    expect(told).toMatch(/一、总体态势.* 1 .*二、重点舆情.* [12]/);
    expect(body).not.toContain('w:dirty="true"');
    expect(textInZip(word, 'word/settings.xml')).not.toContain('updateFields');
  });

  it('uses real styles: its outline is that of its headings, and its captions are numbered by Word', () => {
    const styles = all(/<w:pStyle w:val="(\w+)"/g);
    expect(styles.filter((style) => style === 'Heading1')).toHaveLength(2);
    expect(styles).toEqual(
      expect.arrayContaining([
        'Title',
        'Subtitle',
        'Note',
        'TOC1',
        'Picture',
        'Caption',
        'TableText',
      ]),
    );
    expect(all(/>(SEQ \w+)</g)).toEqual(['SEQ Figure', 'SEQ Table', 'SEQ Figure']);
    const defined = textInZip(word, 'word/styles.xml');
    for (const style of new Set(styles)) expect(defined).toContain(`w:styleId="${style}"`);
  });

  it('has tables whose heads stand on each page, whose rows are whole, and whose numbers are set to the right', () => {
    const rows = all(/<w:tr>(.*?)<\/w:tr>/gs);
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false]);
    for (const row of rows) expect(row).toContain('<w:cantSplit/>');
    expect(rows[1]).toMatch(/<w:jc w:val="left"\/>.*停水.*<w:jc w:val="right"\/>.*1,024/s);
    const widths = all(/<w:gridCol w:w="(\d+)"/g).map(Number);
    // 156 mm are 8,844 twentieths of a point; each column gives away less than one.
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(8_840);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(8_845);
  });

  it('has pictures with what is to be seen in words, no wider than the text', () => {
    expect(all(/<wp:docPr [^>]*descr="([^"]*)"/g)).toEqual([picture.alt, picture.alt]);
    // 156 mm in English Metric Units, of which 36,000 are one.
    for (const width of all(/<wp:extent cx="(\d+)"/g).map(Number)) {
      expect(width).toBeLessThanOrEqual(156 * 36_000);
      expect(width).toBeGreaterThan(155 * 36_000);
    }
    const names = namesInZip(word).filter((name) => name.endsWith('.png'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const png = binaryInZip(word, name);
      expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1180, 400]);
    }
  });

  it('names the fonts of the standard, and what stands in for them', () => {
    const fonts = textInZip(word, 'word/fontTable.xml');
    expect(fonts).toContain('<w:font w:name="仿宋"><w:altName w:val="FangSong"/>');
    expect(fonts).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="SimSun"/>');
  });
});
