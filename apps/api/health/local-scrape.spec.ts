import { describe, expect, it } from '@jest/globals';
import { isLocalScrape } from './local-scrape.js';

describe('asking for metrics without a token', () => {
  it.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])(
    'is open to a program on this machine (%s)',
    (address) => {
      expect(isLocalScrape({ address, publicUrl: null })).toBe(true);
    },
  );

  it.each(['10.0.0.7', '::ffff:10.0.0.7', '2001:db8::1', '127.evil.example', undefined])(
    'is closed to anybody else (%s)',
    (address) => {
      expect(isLocalScrape({ address, publicUrl: null })).toBe(false);
    },
  );

  it('is closed to all behind a proxy, since the proxy itself may be local', () => {
    const publicUrl = 'https://mingbian.example';
    expect(isLocalScrape({ address: '127.0.0.1', publicUrl })).toBe(false);
  });
});
