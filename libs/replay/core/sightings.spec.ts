import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSightings } from './sightings.js';

const row = {
  observedAt: '2026-01-01T16:30:22+08:00',
  source: '清源论坛',
  rank: 3,
  title: '自来水异味',
  url: 'https://forum.qingyuan.example/t/1',
};
const line = (changes: Record<string, unknown> = {}) => JSON.stringify({ ...row, ...changes });

describe('a stream of sightings', () => {
  it('is read line by line, in the order of time', () => {
    const later = line({ observedAt: '2026-01-02T00:00:00Z', rank: 1 });
    const { sightings, rejected } = readSightings([later, '', line()]);
    expect(rejected).toEqual([]);
    expect(sightings.map(({ rank }) => rank)).toEqual([3, 1]);
    expect(sightings[0]?.observedAt).toBe(Date.UTC(2026, 0, 1, 8, 30, 22));
  });

  it.each([
    ['is not JSON', '{'],
    ['is not JSON', '\u0000'],
    ['expected object', '[]'],
    ['expected object', 'null'],
    ['observedAt', line({ observedAt: '2026-01-01T16:30:22' })],
    ['observedAt', line({ observedAt: '2026-02-30T16:30:22+08:00' })],
    ['source', line({ source: ' ' })],
    ['rank', line({ rank: 0 })],
    ['rank', line({ rank: 1.5 })],
    ['rank', line({ rank: '1' })],
    ['title', line({ title: '长'.repeat(201) })],
    ['title', line({ title: '一\u0000二' })],
    [
      'title',
      '{"observedAt":"2026-01-01T16:30:22+08:00","source":"a","rank":1,"title":"\\ud800","url":"https://a.example"}',
    ],
    ['url', line({ url: 'javascript:alert(1)' })],
    ['author', line({ author: '某人' })],
  ])('a line is rejected with its number and the reason: %s', (reason, bad) => {
    const { sightings, rejected } = readSightings([line(), bad]);
    expect(sightings).toHaveLength(1);
    expect(rejected).toEqual([{ line: 2, reason: expect.stringContaining(reason) }]);
  });

  it('of any text is read without throwing, every line either way', () => {
    const json = fc.json();
    const broken = fc.record(
      {
        observedAt: fc.string(),
        source: fc.string(),
        rank: fc.double(),
        title: fc.string(),
        url: fc.webUrl(),
      },
      { requiredKeys: [] },
    );
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      json,
      broken.map((one) => JSON.stringify(one)),
    );
    fc.assert(
      fc.property(fc.array(any), (lines) => {
        const { sightings, rejected } = readSightings(lines);
        const empty = lines.filter((text) => text.trim() === '').length;
        expect(sightings.length + rejected.length + empty).toBe(lines.length);
      }),
    );
  });
});
