import type { z } from 'zod';
import { problem, type Path, type Problem } from './problem.js';

type Issue = z.core.$ZodIssue;

/** What zod found, with the alternatives of a union reduced to the one that was meant. */
export function schemaProblems(issues: readonly Issue[]): Problem[] {
  return issues.flatMap((issue) => problemsOf(issue, []));
}

function problemsOf(issue: Issue, base: Path): Problem[] {
  const path = [...base, ...issue.path.map(keyOf)];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem([...path, key], `“${key}” is not known here`));
  }
  if (issue.code !== 'invalid_union') return [problem(path, sentence(issue))];
  const meant = issue.errors.filter(isAboutTheRightKind).sort((a, b) => a.length - b.length)[0];
  if (meant === undefined) return [problem(path, 'This is none of the forms allowed here')];
  return meant.flatMap((inner) => problemsOf(inner, path));
}

/** An alternative was meant when the value has its keys: nothing unknown, nothing of another type. */
function isAboutTheRightKind(issues: readonly Issue[]): boolean {
  return issues.every(
    (issue) =>
      issue.path.length > 0 ||
      (issue.code !== 'unrecognized_keys' && issue.code !== 'invalid_type'),
  );
}

function keyOf(key: PropertyKey): string | number {
  return typeof key === 'number' ? key : String(key);
}

function sentence(issue: Issue): string {
  if (issue.code === 'invalid_key') {
    return issue.issues.map((inner) => inner.message).join('; ');
  }
  return issue.message;
}
