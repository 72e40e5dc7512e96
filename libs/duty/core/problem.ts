import type { Words } from './schedule.js';

/** A value that cannot be taken, and why. `path` is dotted: `positions.0.layers.1.shift`. */
export interface Problem {
  readonly path: string;
  readonly code: string;
  readonly message: Words;
}

/** The same problems, seen from outside the part of the document in which they are. */
export const under = (path: string, problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, path: `${path}.${problem.path}` }));
