/** A text in both languages, of which the reader is shown one. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A field that is wrong, and why. `path` is dotted: `mentions.0.text`. */
export interface FieldError {
  readonly path: string;
  readonly message: string | Words;
}

/**
 * An answer other than success, in the terms of RFC 9457. Thrown where the code cannot go on; expected refusals
 * of the domain are values until they reach the door, which turns them into one of these.
 */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly extensions: {
      readonly errors?: readonly FieldError[];
      readonly reasons?: readonly { code: string; message: string; path?: string }[];
      readonly retryAfterSeconds?: number;
      /** What is there already, and stands in the way. */
      readonly existing?: { readonly id: string; readonly state: string };
    } = {},
  ) {
    super(message);
    this.name = 'ProblemError';
  }
}

export const notFound = (what: string): ProblemError =>
  new ProblemError(404, 'not-found', `${what} does not exist, or is not for you to see.`);
