import { describe, expect, it } from '@jest/globals';
import { sessionCookieIn, sessionCookieOptions } from './session-cookie.js';

describe('the session cookie', () => {
  it.each([
    ['mingbian_session=abc', 'abc'],
    ['theme=dark; mingbian_session=abc; x=1', 'abc'],
    ['not_mingbian_session=abc', null],
    ['mingbian_session=', null],
    ['mingbian_session', null],
    [undefined, null],
  ])('in %s is %s', (header, secret) => {
    expect(sessionCookieIn(header)).toBe(secret);
  });

  it('travels by https only where the product is reached by https', () => {
    expect(sessionCookieOptions('https://yq.example.cn')).toMatchObject({
      secure: true,
      httpOnly: true,
    });
    expect(sessionCookieOptions(null)).toMatchObject({ secure: false, sameSite: 'lax' });
  });
});
