import { describe, expect, it } from '@jest/globals';
import type { Source } from '../../../api/sources';
import { isRead, standingOf } from './standing';

const reading = {
  ...{ nextReadAt: null, isBeingRead: false, lastReadAt: '2026-04-01T00:00:00Z' },
  ...{ lastGoodAt: null, failures: 0, problem: null, takenIn: 0, leftOut: 0 },
};
const source: Source = {
  ...{ id: '1', name: '论坛', kind: 'rss', url: 'https://a.example/', active: true },
  ...{ everyMinutes: 30, keywordRule: null, tokenMadeAt: null, reading, version: 1 },
};

describe('a source', () => {
  it.each([
    [{}, 'fine'],
    [{ active: false }, 'paused'],
    [{ url: null }, 'noUrl'],
    [{ reading: { ...reading, isBeingRead: true } }, 'reading'],
    [{ reading: { ...reading, problem: { zh: '坏', en: 'bad' } } }, 'problem'],
    [{ reading: { ...reading, lastReadAt: null } }, 'waiting'],
    [{ kind: 'webhook' }, 'noToken'],
    [{ kind: 'webhook', tokenMadeAt: '2026-04-01T00:00:00Z' }, 'idle'],
    [{ kind: 'manual', reading: null }, 'idle'],
  ] as const)('%j is %s', (given, expected) => {
    expect(standingOf({ ...source, ...given })).toBe(expected);
  });

  it('is read only as a feed with an address that is in use', () => {
    expect(isRead(source)).toBe(true);
    for (const given of [{ active: false }, { url: null }, { kind: 'webhook' }] as const)
      expect(isRead({ ...source, ...given })).toBe(false);
  });
});
