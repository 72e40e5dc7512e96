import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOpenAddress, openUrl, readRange } from './address.js';
import type { Range } from './address.js';

const rangeOf = (text: string): Range => {
  const range = readRange(text);
  if (range === null) throw new Error(text);
  return range;
};

describe('an address', () => {
  it.each([
    'https://news.example.com/rss.xml',
    'http://8.8.8.8/feed',
    'http://news.example.com:8080/feed',
    'https://[2606:4700:4700::1111]/feed',
    'https://新闻.example/feed',
  ])('%s may be asked for', (address) => {
    expect(openUrl(address, [])).toBeInstanceOf(URL);
  });

  it.each([
    // Loopback, in every way in which it can be written.
    ...['http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f000001/'],
    ...['http://0177.0.0.1/', 'http://0x7f.1/', 'http://127.0.0.1./', 'http://１２７.0.0.1/'],
    ...['http://[::1]/', 'http://[0:0:0:0:0:0:0:1]/', 'http://localhost/', 'http://a.LOCALHOST./'],
    // This machine, any network.
    ...['http://0.0.0.0/', 'http://0/', 'http://[::]/'],
    // Private, link-local (and the metadata of clouds), shared, multicast, broadcast, reserved.
    ...['http://10.0.0.1/', 'http://172.16.0.1/', 'http://172.31.255.255/', 'http://192.168.1.1/'],
    ...['http://169.254.169.254/latest/meta-data/', 'http://100.64.0.1/', 'http://224.0.0.1/'],
    ...['http://255.255.255.255/', 'http://240.0.0.1/', 'http://198.18.0.1/', 'http://192.0.0.8/'],
    ...['http://[fe80::1]/', 'http://[fc00::1]/', 'http://[fd12:3456::1]/', 'http://[ff02::1]/'],
    ...['http://[fec0::1]/', 'http://[100::1]/', 'http://[2001:db8::1]/'],
    // IPv6 that stands for an IPv4 address.
    ...['http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[::ffff:10.0.0.1]/'],
    ...['http://[::127.0.0.1]/', 'http://[64:ff9b::7f00:1]/', 'http://[64:ff9b:1::a00:1]/'],
    ...['http://[2002:7f00:1::]/', 'http://[2001:0:53aa:64c::]/', 'http://[::ffff:0:127.0.0.1]/'],
    // Names that mean this network.
    ...['http://printer.local/', 'http://db.internal/', 'http://router.home.arpa/'],
  ])('%s leads inside', (address) => {
    expect(openUrl(address, [])).toBe('address.private');
  });

  it.each([
    ['ftp://news.example.com/', 'address.scheme'],
    ['file:///etc/passwd', 'address.scheme'],
    ['gopher://news.example.com/', 'address.scheme'],
    ['javascript:alert(1)', 'address.scheme'],
    ['http://user:word@news.example.com/', 'address.credentials'],
    ['http://news.example.com@127.0.0.1/', 'address.credentials'],
    ['http://news.example.com:25/', 'address.port'],
    ['http://news.example.com:22/', 'address.port'],
    ['http://', 'address.invalid'],
    ['news.example.com/rss', 'address.invalid'],
    ['http://256.256.256.256/', 'address.invalid'],
    ['', 'address.invalid'],
  ])('%s is refused as %s', (address, refusal) => {
    expect(openUrl(address, [])).toBe(refusal);
  });

  it('inside is read where the configuration allows it, and nowhere beside', () => {
    const allowed = [rangeOf('10.20.0.0/16'), rangeOf('fd00::/8'), rangeOf('127.0.0.1')];
    for (const address of ['http://10.20.3.4/', 'http://[fd00::1]/', 'http://127.0.0.1:8080/'])
      expect(openUrl(address, allowed)).toBeInstanceOf(URL);
    for (const address of ['http://10.21.3.4/', 'http://[fe80::1]/', 'http://127.0.0.2/'])
      expect(openUrl(address, allowed)).toBe('address.private');
    expect(isOpenAddress('::ffff:10.20.3.4', allowed)).toBe(true);
  });

  it.each(['10.0.0.0/33', 'a.b', '', '10.0.0.0/', '::1/129'])('%s is no range', (text) => {
    expect(readRange(text)).toBeNull();
  });
});

/** By the registries of IANA, written down apart from the library that is tested. */
function isPublicV4(bytes: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0] = bytes;
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b < 128) return false;
  if (a === 169 && b === 254) return false;
  if (a === 172 && b >= 16 && b < 32) return false;
  if (a === 192 && b === 168) return false;
  if (a === 192 && b === 0 && (c === 0 || c === 2)) return false;
  if (a === 192 && ((b === 88 && c === 99) || (b === 175 && c === 48))) return false;
  if (a === 192 && ((b === 31 && c === 196) || (b === 52 && c === 193))) return false;
  if (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) return false;
  return !(a === 203 && b === 0 && c === 113);
}

const byte = fc.oneof(fc.nat(255), fc.constantFrom(0, 10, 100, 127, 169, 172, 192, 198, 254, 255));
const addresses = fc.tuple(byte, byte, byte, byte);

describe('any address of IPv4', () => {
  it('is open only when it is public, however it is written', () => {
    fc.assert(
      fc.property(addresses, (bytes) => {
        const [a, b, c, d] = bytes;
        const dotted = bytes.join('.');
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        const forms = [
          dotted,
          String(number),
          `0x${number.toString(16)}`,
          bytes.map((part) => `0${part.toString(8)}`).join('.'),
          `${String(a)}.${String((b * 256 + c) * 256 + d)}`,
          `[::ffff:${dotted}]`,
        ];
        const verdicts = forms.map((host) => openUrl(`http://${host}/`, []) instanceof URL);
        expect(verdicts).toEqual(forms.map(() => isPublicV4(bytes)));
      }),
      { numRuns: 1000 },
    );
  });

  it('inside is never reached through an address of IPv6 that carries it', () => {
    const hex = (high: number, low: number): string => (high * 256 + low).toString(16);
    fc.assert(
      fc.property(addresses, ([a, b, c, d]) => {
        const [high, low] = [hex(a, b), hex(c, d)];
        for (const host of [
          `::${high}:${low}`,
          `64:ff9b::${high}:${low}`,
          `2002:${high}:${low}::1`,
        ])
          expect(isOpenAddress(host, [])).toBe(false);
      }),
    );
  });
});
