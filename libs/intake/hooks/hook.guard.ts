import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { bearerIn, secretHash } from '#identity';
import { Clock, Database, ProblemError, isId } from '#platform';
import { standingOf } from '../sources/source.repository.js';
import { CALL_WINDOW_MS, countCall } from './hook.repository.js';

/** With 1,000 sightings each, more than any source has; a program that has lost its head sends without end. */
const CALLS_PER_WINDOW = 120;

/** Lets through who holds the token of the source, before the body is looked at; and not too often. */
@Injectable()
export class HookGuard implements CanActivate {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const id = String(request.params['id']);
    const { reader } = this.database;
    const source = isId(id) ? await standingOf(reader, id.toLowerCase()) : null;
    const token = bearerIn(request.headers.authorization);
    if (source === null || token === null || !isTheirs(token, source.token_hash))
      throw new ProblemError(
        401,
        'hook.token',
        'Send the token of this source: Authorization: Bearer mbs_…',
      );
    const now = this.clock.now();
    const { calls, since } = await countCall(reader, source.id, now);
    if (calls > CALLS_PER_WINDOW)
      throw new ProblemError(
        429,
        'hook.throttled',
        `At most ${String(CALLS_PER_WINDOW)} calls a minute; send more mentions in each.`,
        { retryAfterSeconds: Math.max(1, Math.ceil((since + CALL_WINDOW_MS - now) / 1000)) },
      );
    return true;
  }
}

/** Takes as long whatever is wrong with it. */
function isTheirs(token: string, hash: string | null): boolean {
  const sent = Buffer.from(secretHash(token));
  const kept = Buffer.from(hash ?? '');
  return kept.length === sent.length && timingSafeEqual(kept, sent);
}
