import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KINDS, PLACEHOLDER } from './kinds.js';
import { KEEPS } from './redact.keeps.cases.js';
import { REMOVES } from './redact.removes.cases.js';
import { redact } from './redact.js';

const occurrences = (text: string, part: string) => text.split(part).length - 1;

describe.each(KINDS)('what is removed: %s', (kind) => {
  it.each(REMOVES[kind])('%s → %s', (text, after) => {
    const { text: clean, removed } = redact(text);
    expect(clean).toBe(after);
    expect(removed[kind]).toBe(occurrences(after, PLACEHOLDER[kind]));
  });
});

describe.each(Object.entries(KEEPS))('what stays: %s', (_group, texts) => {
  it.each(texts)('%s', (text) => {
    expect(redact(text).text).toBe(text);
  });
});

/** Text made of the pieces that detectors look for, cut and glued at random: the hardest neighbours. */
const pieces = [
  ...Object.values(REMOVES).flatMap((cases) => cases.map(([text]) => text)),
  ...Object.values(KEEPS).flat(),
  ...[
    '1',
    '3',
    '86',
    '+',
    '-',
    ' ',
    '@',
    '：',
    '，',
    '微信',
    'QQ',
    'vx',
    '电话',
    '粤',
    'A',
    '元',
    '[',
    ']',
  ],
  ...[
    '0763',
    '3381234',
    'https://',
    '.com',
    '\uFFFC',
    '\uD83D',
    '\u0000',
    '\n',
    '身份证',
    '一三八',
  ],
];
const glued = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.tuple(fc.constantFrom(...pieces), fc.nat(12)).map(([text, cut]) => text.slice(cut)),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(glued, fc.string({ unit: 'binary', maxLength: 80 }));

describe('for any text', () => {
  it('redacting twice is redacting once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = redact(text).text;
        expect(redact(once).text).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('the counts are the placeholders that came in', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: clean, removed } = redact(text);
        for (const kind of KINDS)
          expect(occurrences(clean, PLACEHOLDER[kind]) - occurrences(text, PLACEHOLDER[kind])).toBe(
            removed[kind],
          );
      }),
      { numRuns: 2000 },
    );
  });

  it('a mobile number between Chinese words never survives', () => {
    const number = fc.stringMatching(/^1[3-9]\d{9}$/);
    const word = fc.stringMatching(/^[市民反映小区停水请联系处理谢谢，。]{0,12}$/);
    fc.assert(
      fc.property(word, number, word, (before, phone, after) => {
        expect(redact(before + phone + after).text).toBe(`${before}[电话]${after}`);
      }),
    );
  });
});

describe('a text of a million characters takes less than a second', () => {
  const MILLION = 1_000_000;
  const SECOND = 1_000_000; // microseconds
  const hostile: Readonly<Record<string, string>> = {
    digits: '1',
    'mobile numbers': '13800138000 ',
    'glued mobile numbers': '13800138000',
    'spaced digits': '1 3 8 ',
    dots: '.',
    'at signs': '@',
    'letters and dots': 'a.b-c_',
    'half addresses': 'a@b.',
    'chained addresses': 'a@b.cn.',
    'chained encoded addresses': 'a%40b.cn%40',
    'colons after a keyword': '微信：',
    'keywords glued': '电话号码身份证卡号',
    'a plate that never ends': '粤R1234',
    'an address that never ends': 'https://a.example/?a=1380013',
    'numerals of Chinese': '一三八零',
    'mentions glued': '@张',
    'open brackets': '（+86',
    prose: '市民反映清源大道128号附近夜间施工噪音扰民，2026年1月15日已拨打12345。',
  };
  it.each(Object.entries(hostile))('%s', (_name, piece) => {
    const text = piece.repeat(Math.ceil(MILLION / piece.length)).slice(0, MILLION);
    const took = [1, 2].map(() => {
      const started = process.cpuUsage();
      redact(text);
      return process.cpuUsage(started).user;
    });
    // Time of the processor, not of the wall, and the better of two: other suites run beside this one.
    expect(Math.min(...took)).toBeLessThan(SECOND);
  });
});
