import { RequestMethod } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Permission } from '../core/permissions.js';
import { PERMISSION_METADATA, PUBLIC_METADATA } from './access.decorators.js';

/** A route as it is declared; `path` is without the global prefix. */
export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly permission: Permission | null;
  readonly isPublic: boolean;
}

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly access: 'public' | Permission;
}

type Handler = (...parameters: never[]) => unknown;

/** Every route of every controller. */
export function declaredRoutes(
  discovery: DiscoveryService,
  scanner: MetadataScanner,
): DeclaredRoute[] {
  return discovery.getControllers().flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as Readonly<Record<string, Handler>>;
    const base = pathsOf(metatype);
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      return handler === undefined ? [] : routesOf(handler, base);
    });
  });
}

function routesOf(handler: Handler, base: readonly string[]): DeclaredRoute[] {
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method === undefined) return [];
  const permission = Reflect.getMetadata(PERMISSION_METADATA, handler) as Permission | undefined;
  const isPublic = Reflect.getMetadata(PUBLIC_METADATA, handler) === true;
  return base.flatMap((prefix) =>
    pathsOf(handler).map((path) => ({
      method: RequestMethod[method],
      path: join(prefix, path),
      permission: permission ?? null,
      isPublic,
    })),
  );
}

function pathsOf(target: object): string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return [path ?? ''].flat();
}

const join = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;

/** A sentence for each route that says nothing about who may call it, or says two things. */
export function accessProblems(routes: readonly DeclaredRoute[]): string[] {
  return routes.flatMap(({ method, path, permission, isPublic }) => {
    if (permission === null && !isPublic) {
      return [`${method} ${path}: neither @Requires(…) nor @Public()`];
    }
    return permission !== null && isPublic
      ? [`${method} ${path}: both @Requires('${permission}') and @Public()`]
      : [];
  });
}

/** The routes of a running application with who may call them, sorted: for the permission table and its test. */
export function collectRoutes(app: INestApplicationContext): Route[] {
  return declaredRoutes(
    app.get(DiscoveryService, { strict: false }),
    app.get(MetadataScanner, { strict: false }),
  )
    .map(
      ({ method, path, permission }) => ({ method, path, access: permission ?? 'public' }) as const,
    )
    .sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
}
