import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Clock, Database, ProblemError } from '#platform';
import type { Permission } from '../core/permissions.js';
import { PERMISSION_METADATA, PUBLIC_METADATA } from './access.decorators.js';
import type { ActorRequest, RequestActor } from './actor.js';
import { findActor } from './find-actor.js';

/** Lets through who may; everybody else gets 401 (who are you?) or 403 (not you). */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.get<boolean | undefined>(PUBLIC_METADATA, handler)) return true;
    const needed = this.reflector.get<Permission | undefined>(PERMISSION_METADATA, handler);
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const actor = await this.identify(request);
    if (needed === undefined || !actor.permissions.includes(needed)) throw notAllowed(needed);
    request.actor = actor;
    return true;
  }

  private async identify({ headers }: ActorRequest): Promise<RequestActor> {
    const actor = await findActor(
      this.database.reader,
      { authorization: headers.authorization, cookie: headers.cookie },
      this.clock.now(),
    );
    if (actor !== null) return actor;
    throw new ProblemError(
      401,
      'session.missing',
      'Sign in first, or send a valid token: there is no session, or it has ended.',
    );
  }
}

const notAllowed = (needed: Permission | undefined): ProblemError =>
  new ProblemError(
    403,
    'permission.missing',
    needed === undefined
      ? 'Nobody may do this.'
      : `This needs the permission ${needed}, which your roles or your token do not give.`,
  );
