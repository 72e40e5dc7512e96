import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { characters, clip, utf8Bytes } from './clip.js';
import { markdown, oneLine, plainLines, renderWithin } from './render-message.js';
import type { Saying } from './render-message.js';

const saying: Saying = {
  locale: 'zh',
  title: '食堂异味',
  text: '无人签收',
  link: 'https://mb.example/i/42',
  ackLink: 'https://mb.example/a/t',
  severity: '重大',
};
const LINKS = '签收 https://mb.example/a/t 查看 https://mb.example/i/42';
const within = (limit: number, changes: Partial<Saying> = {}) =>
  renderWithin({ limit, size: characters }, oneLine, { ...saying, ...changes });

describe('a text that is cut', () => {
  it('is cut between characters, and says so', () => {
    expect(clip('一二三', 3)).toBe('一二三');
    expect(clip('一二三', 2)).toBe('一二…');
    expect(clip('🚨🚨🚨', 1)).toBe('🚨…');
  });

  it('is counted in the bytes of UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});

describe('a message', () => {
  it('is told whole where there is room', () => {
    expect(within(500)).toBe(`重大 · 食堂异味 无人签收 ${LINKS}`);
  });

  it('gives up the end of its text first, then of its title, and never a link', () => {
    const whole = characters(within(500));
    expect(within(whole - 1)).toBe(`重大 · 食堂异味 无人… ${LINKS}`);
    expect(within(whole - 3)).toBe(`重大 · 食堂异味 ${LINKS}`);
    expect(within(whole - 7)).toBe(`重大 · 食… ${LINKS}`);
    expect(within(1)).toBe(`重大 · … ${LINKS}`);
  });

  it('of a bundle gives up the end of its list before its text', () => {
    const items = ['甲', '乙', '丙'].map((title) => ({ title, link: 'https://mb.example/i/1' }));
    const whole = within(500, { items });
    expect(whole).toContain('3. 丙 https://mb.example/i/1 签收');
    expect(within(characters(whole) - 1, { items })).toContain(
      '2. 乙 https://mb.example/i/1 另有 1 项 签收',
    );
  });

  it('is never longer than the room, as long as its links are not', () => {
    const link = 'https://mb.example/i/42';
    const texts = fc.string({ unit: 'grapheme', maxLength: 60 });
    const items = fc.array(fc.record({ title: texts, link: fc.constant(link) }), { maxLength: 5 });
    fc.assert(
      fc.property(
        texts,
        texts,
        items,
        fc.integer({ min: 120, max: 400 }),
        (title, text, list, limit) => {
          const message = { ...saying, title, text, items: list };
          for (const style of [plainLines, markdown('\n')]) {
            const written = renderWithin({ limit, size: utf8Bytes }, style, message);
            expect(utf8Bytes(written)).toBeLessThanOrEqual(limit);
            expect(written).toContain('https://mb.example/a/t');
          }
        },
      ),
    );
  });

  it('in Markdown keeps what people wrote from becoming a link, a mention or a heading', () => {
    const title = '# [点此](http://evil.example) <@all> `x` **y**';
    const written = renderWithin({ limit: 500, size: characters }, markdown('\n'), {
      ...saying,
      ...{ title, text: '', link: 'https://mb.example/(1)', ackLink: null },
    });
    expect(written).toBe(
      '**重大 · ＃ ［点此］(http://evil.example) ＜@all＞ ｀x｀ ＊＊y＊＊**\n[查看](https://mb.example/%281%29)',
    );
  });
});
