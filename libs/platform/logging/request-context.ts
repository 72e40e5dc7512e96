import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const requests = new AsyncLocalStorage<string>();

export const currentRequestId = (): string | undefined => requests.getStore();

const ACCEPTABLE = /^[\w.-]{8,64}$/;

/** Gives each request an id (the caller's own, when it sent a sane one), for the log and for problem details. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.header('x-request-id');
  const id = given !== undefined && ACCEPTABLE.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  requests.run(id, next);
}
