import type { Problem, Words } from './types';

/** The server understood the request, and answered with a problem document. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
  }

  get status(): number {
    return this.problem.status;
  }
}

/** No answer came: the network or the server is down. Nothing is known of what happened. */
export class Unreachable extends Error {
  constructor(options?: ErrorOptions) {
    super('unreachable', options);
    this.name = 'Unreachable';
  }
}

export type ErrorKind =
  'unreachable' | 'forbidden' | 'missing' | 'stale' | 'throttled' | 'refused' | 'server';

export function kindOfError(error: unknown): ErrorKind {
  if (error instanceof Unreachable) return 'unreachable';
  if (!(error instanceof ApiProblem)) return 'server';
  if (error.status === 403) return 'forbidden';
  if (error.status === 404) return 'missing';
  if (error.status === 409) return 'stale';
  if (error.status === 429) return 'throttled';
  return error.status < 500 ? 'refused' : 'server';
}

export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'status' in value &&
    'code' in value &&
    typeof value.status === 'number'
  );
}

interface Complaint {
  readonly path?: string;
  readonly message: string | Words;
}

/** Everything that the server says is wrong, once: a rule that concerns a field stands in both lists. */
function complaintsOf(error: unknown): readonly Complaint[] {
  if (!(error instanceof ApiProblem)) return [];
  const { errors = [], reasons = [] } = error.problem;
  const all: readonly Complaint[] = [...errors, ...reasons];
  return [...new Map(all.map((complaint) => [keyOf(complaint), complaint])).values()];
}

const keyOf = ({ path = '', message }: Complaint): string =>
  JSON.stringify([normalPath(path), message]);

/** `mentions[0].url`, `mentions.0.url` and `/mentions/0/url` are one place. */
function normalPath(path: string): string {
  return path
    .replace(/^[/$.]+/, '')
    .replace(/\[(\w+)\]/g, '.$1')
    .replaceAll('/', '.');
}

export interface SortedComplaints {
  /** By normalised path, for those fields that the form shows. */
  readonly byField: Readonly<Record<string, readonly (string | Words)[]>>;
  /** What no field of the form can show. */
  readonly rest: readonly (string | Words)[];
}

/** Shares the complaints out between the fields of a form and the summary above it. */
export function sortComplaints(error: unknown, fields: readonly string[]): SortedComplaints {
  const byField: Record<string, (string | Words)[]> = {};
  const rest: (string | Words)[] = [];
  for (const { path, message } of complaintsOf(error)) {
    const field = path === undefined ? undefined : fieldOf(normalPath(path), fields);
    if (field === undefined) rest.push(message);
    else (byField[field] ??= []).push(message);
  }
  return { byField, rest };
}

/** A field shows what is said of it and of its parts (`likelihood` also shows `likelihood.spread`). */
function fieldOf(path: string, fields: readonly string[]): string | undefined {
  return fields
    .filter((field) => path === field || path.startsWith(`${field}.`))
    .toSorted((a, b) => b.length - a.length)[0];
}
