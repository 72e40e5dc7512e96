import { describe, expect, it } from '@jest/globals';
import { LONGEST, readShared } from './shared';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const shared = (given: Readonly<Record<string, string>>) =>
  readShared({ search: `?${new URLSearchParams(given).toString()}`, hash: '' }, NOW);

describe('what is shared', () => {
  it('fills link, source, wording and claim', () => {
    expect(
      shared({ title: '水厂要停水', text: '小区群里都在传', url: 'https://weibo.com/1' }),
    ).toEqual({
      pasted: {
        ...{ url: 'https://weibo.com/1', source: '微博', seenAt: null },
        ...{ text: '水厂要停水\n小区群里都在传', claim: '水厂要停水' },
      },
      isCut: false,
      isLinkRefused: false,
    });
  });

  it('is read behind the # too, where the bookmarklet writes', () => {
    const hash = `#${new URLSearchParams({ text: '桥面开裂' }).toString()}`;
    expect(readShared({ search: '', hash }, NOW)?.pasted.text).toBe('桥面开裂');
  });

  it('is nothing when the address brings nothing', () => {
    expect(shared({})).toBeNull();
    expect(shared({ q: '别的', title: ' ' })).toBeNull();
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://',
    '//a.example',
  ])('has no link %s', (url) => {
    const { pasted, isLinkRefused } = shared({ title: '说法', url }) ?? {};
    expect([pasted?.url, isLinkRefused]).toEqual(['', true]);
  });

  it('is cut to what the form takes', () => {
    const { pasted, isCut } = shared({ text: '长'.repeat(100_000) }) ?? {};
    expect([pasted?.text.length, isCut]).toEqual([LONGEST.text, true]);
    expect(shared({ url: `https://a.example/${'x'.repeat(5_000)}` })).toMatchObject({
      pasted: { url: '' },
      isLinkRefused: true,
    });
  });

  it('loses what is no text', () => {
    expect(shared({ text: '停\u0000水\u001b' })?.pasted.text).toBe('停水');
  });

  it('says a headline once that stands in the text too', () => {
    expect(shared({ title: '停水', text: '停水一周' })?.pasted.text).toBe('停水一周');
  });
});
