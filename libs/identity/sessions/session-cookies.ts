import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { SETTINGS } from '#platform';
import type { Settings } from '#platform';
import { SESSION_COOKIE, sessionCookieOptions } from '../access/session-cookie.js';
import { SESSION_MAX_MS } from '../core/session-life.js';

/** Gives and takes the session cookie. */
@Injectable()
export class SessionCookies {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  give(response: Response, secret: string): void {
    response.cookie(SESSION_COOKIE, secret, {
      ...sessionCookieOptions(this.settings.publicUrl),
      maxAge: SESSION_MAX_MS,
    });
  }

  take(response: Response): void {
    response.clearCookie(SESSION_COOKIE, sessionCookieOptions(this.settings.publicUrl));
  }
}
