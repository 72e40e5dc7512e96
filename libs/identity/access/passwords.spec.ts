import { describe, expect, it } from '@jest/globals';
import { hashPassword, verifyPassword } from './passwords.js';

describe('a stored password', () => {
  it('is Argon2id at the OWASP minimum, and opens for the password only', async () => {
    const stored = await hashPassword('the boat leaves at nine');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(stored, 'the boat leaves at nine')).toBe(true);
    expect(await verifyPassword(stored, 'the boat leaves at ten')).toBe(false);
  });

  it('is the same password when another system composes its characters otherwise', async () => {
    const stored = await hashPassword('caf\u00e9 at the corner');
    expect(await verifyPassword(stored, 'cafe\u0301 at the corner')).toBe(true);
  });

  it('opens for nothing when there is none', async () => {
    expect(await verifyPassword(null, 'anything')).toBe(false);
  });
});
