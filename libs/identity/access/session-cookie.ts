import type { CookieOptions } from 'express';

export const SESSION_COOKIE = 'mingbian_session';

/** The session's secret in a Cookie header, if there is one. */
export function sessionCookieIn(header: string | undefined): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === SESSION_COOKIE && value !== undefined && value !== '') return value;
  }
  return null;
}

/** `Secure` wherever the product is reached by https; on plain http a browser would not send it back. */
export const sessionCookieOptions = (publicUrl: string | null): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: publicUrl?.startsWith('https:') ?? false,
});
