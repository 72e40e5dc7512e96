import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ProblemError, SETTINGS } from '#platform';
import type { Settings } from '#platform';
import { isForeignRequest } from '../core/same-origin.js';
import type { ActorRequest } from './actor.js';
import { bearerIn } from './find-actor.js';

/**
 * Refuses changes that a page of another site makes a browser ask for: with the user's cookie, or in order to sign
 * the user in as somebody else. Tokens are exempt, since no browser adds them by itself.
 */
@Injectable()
export class OriginGuard implements CanActivate {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    if (bearerIn(request.headers.authorization) !== null) return true;
    const origin = {
      method: request.method,
      origin: request.headers.origin,
      fetchSite: request.header('sec-fetch-site'),
      host: request.headers.host,
    };
    if (!isForeignRequest(origin, this.settings.publicUrl)) return true;
    throw new ProblemError(
      403,
      'origin.foreign',
      'This request was made by a page of another site, so it is not carried out.',
    );
  }
}
