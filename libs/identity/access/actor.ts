import type { Request } from 'express';
import type { Locale } from '../core/locales.js';
import type { Permission } from '../core/permissions.js';
import type { Role } from '../core/roles.js';

/** Who makes a request, as the access guard found out. */
export interface RequestActor {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unitId: string | null;
  /** With a token: only those that the token was given. */
  readonly permissions: readonly Permission[];
  readonly locale: Locale;
  readonly via: 'session' | 'token';
}

/** A request on its way through the guards. `actor` is missing on public routes. */
export interface ActorRequest extends Request {
  actor?: RequestActor;
}
