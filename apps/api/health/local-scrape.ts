import { isIPv4 } from 'node:net';

interface Scrape {
  /** The address of the caller; behind a proxy on this machine, the one that the proxy names. */
  readonly address: string | undefined;
  /** The address at which others reach the product, if there is one. */
  readonly publicUrl: string | null;
}

/**
 * Whether the metrics go to a program on this machine. With a public URL there is a proxy in front, whose own
 * address is local too; it may not say for whom it asks, so then nobody counts as local.
 */
export function isLocalScrape({ address, publicUrl }: Scrape): boolean {
  if (publicUrl !== null || address === undefined) return false;
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}
