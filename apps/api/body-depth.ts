import type { NextFunction, Request, Response } from 'express';
import { ProblemError } from '#platform';

/** A workflow's definition, the deepest body there is, has a dozen levels. */
const MAX_DEPTH = 64;

/** Whether values stand inside each other more than `max` deep. Goes level by level, not by recursion. */
export function isDeeperThan(max: number, value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= max; depth += 1) {
    level = level.flatMap((one): unknown[] =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

/** What checks a body walks it by recursion: a few kilobytes of brackets would exhaust the stack. */
export function refuseDeepBodies(request: Request, _response: Response, next: NextFunction): void {
  const problem = new ProblemError(
    400,
    'body.too-deep',
    `The body is nested more than ${MAX_DEPTH} levels deep.`,
  );
  next(isDeeperThan(MAX_DEPTH, request.body) ? problem : undefined);
}
