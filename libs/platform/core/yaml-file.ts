import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';

export type DocumentPath = readonly (string | number)[];

/** A mistake in a configuration file, where a person will look for it. `line` counts from 1. */
export interface ConfigProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A parsed file that still knows on which line each of its parts stands. */
export interface ConfigDocument<T> {
  readonly value: T;
  problemAt(path: DocumentPath, message: string): ConfigProblem;
}

export type ConfigResult<T> =
  | { readonly ok: true; readonly document: ConfigDocument<T> }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** Parses YAML text and checks it against a schema. Never throws; every problem has a line. */
export function parseConfig<T>(file: string, text: string, schema: z.ZodType<T>): ConfigResult<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      message: error.message,
    }));
    return { ok: false, problems };
  }
  const problemAt = (path: DocumentPath, message: string): ConfigProblem => ({
    file,
    line: lineOf(document, lines, path),
    message: path.length > 0 ? `${path.join('.')}: ${message}` : message,
  });
  const checked = schema.safeParse(document.toJS());
  if (!checked.success) {
    return {
      ok: false,
      problems: checked.error.issues.map((issue) => problemOf(issue, problemAt)),
    };
  }
  return { ok: true, document: { value: checked.data, problemAt } };
}

function problemOf(
  issue: z.core.$ZodIssue,
  problemAt: ConfigDocument<unknown>['problemAt'],
): ConfigProblem {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const first = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  return problemAt(first === undefined ? path : [...path, first], issue.message);
}

/** The line of the deepest part of `path` that exists, since a missing key has no line of its own. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: DocumentPath): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
