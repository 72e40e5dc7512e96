import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { from, switchMap } from 'rxjs';
import type { Observable } from 'rxjs';
import type { ActorRequest } from '#identity';
import { Database, isId } from '#platform';
import { refuseUnlessSeen } from './sight.js';

/** Whatever a lib hangs below an incident. */
const BELOW_INCIDENT = /\/incidents\/:id(\/|$)/;

/**
 * Every route of one incident, whoever adds it, answers 404 to those who may not know of the incident: no controller
 * has to remember it. What shows incidents anywhere else asks `sightOf`.
 */
@Injectable()
export class SightInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const { actor, params } = request;
    const { path } = request.route as { readonly path: string };
    const id = params['id'];
    if (actor === undefined || !BELOW_INCIDENT.test(path) || typeof id !== 'string' || !isId(id))
      return next.handle();
    return from(refuseUnlessSeen(this.database.reader, id, actor)).pipe(
      switchMap(() => next.handle()),
    );
  }
}
