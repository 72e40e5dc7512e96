import { describe, expect, it } from '@jest/globals';
import { textInZip } from '../../test/support/zip.js';
import { officialDocument } from './official-document.js';

const TWIPS_PER_MM = 1440 / 25.4;

const word = await officialDocument({
  title: '关于停水的初报',
  blocks: [
    { is: 'addressee', text: '市委网信办：' },
    { is: 'heading1', text: '一、基本情况' },
    { is: 'item', heading: '（一）接报时间。', text: '2026年3月2日。' },
    { is: 'text', text: '正文。' },
    { is: 'signature', text: '县委网信办' },
  ],
});
const body = textInZip(word, 'word/document.xml');
const styles = textInZip(word, 'word/styles.xml');

/** The attributes of the first element of a name, as numbers where they are. */
function attributes(xml: string, name: string): Record<string, string> {
  const [, inside = ''] = new RegExp(`<w:${name} ([^>]*)>`).exec(xml) ?? [];
  const pairs = [...inside.matchAll(/w:(\w+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, value] as const));
}

const mm = (twips: string | undefined): number => Number(twips) / TWIPS_PER_MM;

/** One style of styles.xml. */
const styleOf = (id: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? '';

describe('an official document', () => {
  it('is an A4 page whose text area measures 156 mm by 225 mm, 37 mm below the edge and 28 mm beside it', () => {
    const size = attributes(body, 'pgSz');
    const margin = attributes(body, 'pgMar');
    expect(mm(size['w'])).toBeCloseTo(210, 0);
    expect(mm(size['h'])).toBeCloseTo(297, 0);
    expect(mm(margin['top'])).toBeCloseTo(37, 1);
    expect(mm(margin['left'])).toBeCloseTo(28, 1);
    expect(mm(size['w']) - mm(margin['left']) - mm(margin['right'])).toBeCloseTo(156, 0);
    expect(mm(size['h']) - mm(margin['top']) - mm(margin['bottom'])).toBeCloseTo(225, 0);
  });

  it('is set in 仿宋 of 16 pt, 22 lines to the page', () => {
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(styles)?.[0] ?? '';
    expect(attributes(defaults, 'rFonts')['eastAsia']).toBe('仿宋');
    expect(attributes(defaults, 'sz')['val']).toBe('32');
    const spacing = attributes(styleOf('BodyText'), 'spacing');
    expect(spacing['lineRule']).toBe('exact');
    expect(Math.floor((225 * TWIPS_PER_MM) / Number(spacing['line']))).toBe(22);
    // Two characters of 16 pt, in twentieths of a point.
    expect(attributes(styleOf('BodyText'), 'ind')['firstLine']).toBe('640');
  });

  it('uses Word’s own styles: title, headings in 黑体 and 楷体, body, signature', () => {
    expect(attributes(styleOf('Heading1'), 'rFonts')['eastAsia']).toBe('黑体');
    expect(attributes(styleOf('Heading2'), 'rFonts')['eastAsia']).toBe('楷体');
    expect(attributes(styleOf('Title'), 'sz')['val']).toBe('44');
    const used = [...body.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, id]) => id);
    expect(used).toEqual(['Title', 'Salutation', 'Heading1', 'BodyText', 'BodyText', 'Signature']);
    expect(body).toContain('w:eastAsia="楷体"');
  });

  it('has its page number below the text, at the outer edge', () => {
    const footers = [1, 2].map((index) => textInZip(word, `word/footer${String(index)}.xml`));
    for (const footer of footers) expect(footer).toContain('PAGE');
    expect(footers.map((footer) => attributes(footer, 'jc')['val']).sort()).toEqual([
      'left',
      'right',
    ]);
    expect(textInZip(word, 'word/settings.xml')).toContain('evenAndOddHeaders');
  });

  it('has no red head and no number of its own', () => {
    expect(body).not.toMatch(/w:color w:val="(FF0000|C00000)"/i);
    expect(body).not.toContain('〔');
  });
});
