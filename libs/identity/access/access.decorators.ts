import { SetMetadata, applyDecorators, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { Permission } from '../core/permissions.js';
import type { ActorRequest, RequestActor } from './actor.js';

export const PERMISSION_METADATA = 'mingbian:permission';
export const PUBLIC_METADATA = 'mingbian:public';

/** The route is for people (and tokens) with this permission. Every route says this or `@Public()`; boot checks. */
export const Requires = (permission: Permission): MethodDecorator =>
  applyDecorators(
    SetMetadata(PERMISSION_METADATA, permission),
    ApiCookieAuth('session'),
    ApiBearerAuth('token'),
    ApiExtension('x-permission', permission),
  );

/** The route is for everybody, signed in or not. */
export const Public = (): MethodDecorator => SetMetadata(PUBLIC_METADATA, true);

/** The signed-in person, as a parameter of a handler. Never on a public route. */
export const CurrentUser = createParamDecorator(
  (_: undefined, context: ExecutionContext): RequestActor => {
    const { actor } = context.switchToHttp().getRequest<ActorRequest>();
    if (actor === undefined) throw new Error('@CurrentUser() on a route that knows no user');
    return actor;
  },
);
