import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LIMITS } from '../sighting.js';
import { sightingOf, wordingOfEntry } from './entry.js';
import { readFeedMoment } from './feed-moment.js';
import { nextReadAt, retryAt } from './pace.js';
import { plainTextOf } from './plain-text.js';

const MINUTE = 60_000;
const NOW = Date.parse('2026-04-01T09:00:00+08:00');

describe('the text of an entry', () => {
  it.each([
    ['<p>停水<br>三天</p><p>居民 &amp; 商户</p>', '停水\n三天\n居民 & 商户'],
    ['停水<script>alert("小区")</script>了', '停水 了'],
    ['停水<style>p { color: red }</style>', '停水'],
    ['<!-- 停电 -->停水', '停水'],
    ['水压 < 0.1 且 a<b', '水压 < 0.1 且 a'],
    ['&#20572;&#x6C34;&hellip;&nope;&#0;&#xD800;', '停水…&nope;'],
    ['<b', ''],
    ['<script>停水', ''],
    ['停水\0\u0007\uD800三天', '停水三天'],
    ['  停\u3000 水  \n\n\n 三天 ', '停 水\n三天'],
  ])('%j is %j', (html, text) => {
    expect(plainTextOf(html)).toBe(text);
  });

  it('holds no tag, no NUL and no half of a character, whatever comes', () => {
    const scraps = fc.constantFrom(
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '<script>',
      '&#',
      '&amp;',
      '停',
      '\0',
      '\uD800',
      '"',
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 60 }), (parts) => {
        const text = plainTextOf(parts.join(''));
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/\0|<script>|<!--/);
      }),
    );
  });

  it('takes a moment, however often a tag is begun', () => {
    const begun = performance.now();
    for (const scrap of ['<', '<a', '<!--', '<script>', '&#', '&amp'])
      plainTextOf(scrap.repeat(200_000));
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('the wording of an entry', () => {
  it.each([
    [{ title: '停水', text: '三天' }, '停水\n三天'],
    [{ title: '停水', text: '' }, '停水'],
    [{ title: '', text: '三天' }, '三天'],
    // Social sites cut the title from the text.
    [{ title: '清源水厂停…', text: '清源水厂停水三天' }, '清源水厂停水三天'],
    [{ title: '停水', text: '停水' }, '停水'],
  ])('%j is %j', (entry, wording) => {
    expect(wordingOfEntry(entry)).toBe(wording);
  });

  it('is not too long, nor cut within a character', () => {
    const text = `a${'😀'.repeat(LIMITS.text)}`;
    const wording = wordingOfEntry({ title: '', text });
    expect(wording.length).toBeLessThanOrEqual(LIMITS.text);
    expect(wording.isWellFormed()).toBe(true);
  });
});

describe('a sighting', () => {
  const entry = {
    id: '1',
    title: '停水',
    text: '',
    link: 'https://a.example/1',
    publishedAt: null,
  };

  it('is of when it was published, and never of the future', () => {
    const seenAt = (publishedAt: number | null) =>
      sightingOf({ ...entry, publishedAt }, NOW)?.seenAt;
    expect([seenAt(NOW - MINUTE), seenAt(NOW + MINUTE), seenAt(null)]).toEqual([
      NOW - MINUTE,
      NOW,
      NOW,
    ]);
  });

  it('is none without a word', () => {
    expect(sightingOf({ ...entry, title: '' }, NOW)).toBeNull();
  });

  it('goes by its link where its name is longer than a name', () => {
    expect(sightingOf({ ...entry, id: 'x'.repeat(LIMITS.externalId + 1) }, NOW)).toMatchObject({
      ...{ externalId: null, url: entry.link },
    });
  });
});

describe('the time of an entry', () => {
  it.each([
    ['Wed, 01 Apr 2026 08:00:00 +0800', '2026-04-01T08:00:00+08:00'],
    ['Wed, 1 Apr 2026 00:00:00 GMT', '2026-04-01T08:00:00+08:00'],
    ['Wed, 01 Apr 2026 08:00:00 CST', '2026-04-01T08:00:00+08:00'],
    ['Wed, 01 Apr 2026 08:00:00', '2026-04-01T08:00:00+08:00'],
    ['1 Apr 2026 08:00:00', '2026-04-01T08:00:00+08:00'],
    ['2026-04-01T00:00:00Z', '2026-04-01T08:00:00+08:00'],
    ['2026-04-01 08:00:00', '2026-04-01T08:00:00+08:00'],
    ['2026年4月1日 8:00', '2026-04-01T08:00:00+08:00'],
  ])('%s is read', (text, iso) => {
    expect(readFeedMoment(text, 'Asia/Shanghai')).toBe(Date.parse(iso));
  });

  it.each([
    undefined,
    '',
    'yesterday',
    '0000-00-00',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '9'.repeat(500),
  ])('%s is none', (text) => {
    expect(readFeedMoment(text, 'Asia/Shanghai')).toBeNull();
  });
});

describe('the pace of reading', () => {
  const pause = (failures: number, everyMinutes = 30, notBefore: number | null = null): number =>
    (nextReadAt({ everyMinutes, failures, notBefore }, NOW) - NOW) / MINUTE;

  it('doubles with each failure after the first, up to half a day, and never outruns its rhythm', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 99].map((failures) => pause(failures))).toEqual([
      ...[30, 30, 60, 120, 240, 480, 720, 720, 720],
    ]);
    expect([0, 1, 5].map((failures) => pause(failures, 1440))).toEqual([1440, 1440, 1440]);
  });

  it('waits for as long as it is asked to', () => {
    expect(pause(1, 30, NOW + 45 * MINUTE)).toBe(45);
    expect(pause(1, 30, NOW + MINUTE)).toBe(30);
  });

  it.each([
    ['120', NOW + 2 * MINUTE],
    [new Date(NOW + 5 * MINUTE).toUTCString(), NOW + 5 * MINUTE],
    ['99999999999', NOW + 24 * 60 * MINUTE],
    ['0', null],
    ['-5', null],
    ['soon', null],
    [null, null],
    [new Date(NOW - MINUTE).toUTCString(), null],
  ])('Retry-After %s', (header, at) => {
    expect(retryAt(header, NOW)).toBe(at);
  });
});
