import { describe, expect, it } from '@jest/globals';
import { isInstalled } from './install.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/pg': { version: '8.23.1', integrity: 'sha512-a' },
    'node_modules/pg-windows': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
};

/** @param {Record<string, { version: string, integrity: string }>} packages */
const installed = (packages) => ({ packages });

describe('what is installed', () => {
  it('is complete without the packages for other systems', () => {
    const there = installed({ 'node_modules/pg': { version: '8.23.1', integrity: 'sha512-a' } });
    expect(isInstalled(wanted, there)).toBe(true);
  });

  it('is incomplete when a package is missing', () => {
    expect(isInstalled(wanted, installed({}))).toBe(false);
  });

  it.each([
    { version: '8.23.0', integrity: 'sha512-a' },
    { version: '8.23.1', integrity: 'sha512-other' },
  ])('is out of date when a package is another one: %j', (pg) => {
    expect(isInstalled(wanted, installed({ 'node_modules/pg': pg }))).toBe(false);
  });
});
