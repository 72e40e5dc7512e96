import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
/** A range of addresses, such as 10.20.0.0/16. */
export type Range = readonly [Address, number];

/** What may not be asked for, as a code that has its words in `feed-problem.ts`. */
export type AddressRefusal =
  'address.invalid' | 'address.scheme' | 'address.credentials' | 'address.port' | 'address.private';

/** Global unicast is handed out from here only (RFC 4291, 2.4); the rest of IPv6 is of this house or means something else. */
const GLOBAL_V6: Range = [ipaddr.IPv6.parse('2000::'), 3];

/** A range as it is written in the configuration; null when it is none. */
export function readRange(text: string): Range | null {
  try {
    if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
    const address = ipaddr.process(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch {
    return null;
  }
}

/**
 * Whether this address is one of the public internet, or of a range that was allowed. Everything else is this house:
 * loopback, private, link-local (cloud metadata), carrier-grade NAT, multicast, and IPv6 that carries an IPv4 address
 * to which something inside might translate it (6to4, NAT64, Teredo, `::127.0.0.1`).
 */
export function isOpenAddress(text: string, allowed: readonly Range[]): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (allowed.some((range) => isWithin(address, range))) return true;
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || isWithin(address, GLOBAL_V6);
}

function isWithin(address: Address, [base, bits]: Range): boolean {
  return address.kind() === base.kind() && address.match(base, bits);
}

/** As a host of a URL is written: IPv6 in brackets. */
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** The address itself, when a host is one; `new URL` has already made `127.1`, `0x7f.1` and `2130706433` of one kind. */
function literalOf({ hostname }: URL): string | null {
  const host = bare(hostname);
  return ipaddr.isValid(host) ? host : null;
}

/** Ports on which no web server is, but much that answers to whatever is sent to it (25, 110, 445…). */
const isWebPort = (port: number): boolean => port === 80 || port === 443 || port >= 1024;

/** The address of a feed, or why it is not asked for. Names are looked up later, and what they stand for is checked then. */
export function openUrl(text: string, allowed: readonly Range[]): URL | AddressRefusal {
  if (!URL.canParse(text)) return 'address.invalid';
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'address.scheme';
  if (url.username !== '' || url.password !== '') return 'address.credentials';
  if (url.port !== '' && !isWebPort(Number(url.port))) return 'address.port';
  const literal = literalOf(url);
  if (literal !== null && !isOpenAddress(literal, allowed)) return 'address.private';
  return isHouseName(bare(url.hostname)) && allowed.length === 0 ? 'address.private' : url;
}

/** Names that only ever mean this machine or this network (RFC 6761, RFC 6762, RFC 8375). */
const isHouseName = (host: string): boolean =>
  /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/i.test(host);
