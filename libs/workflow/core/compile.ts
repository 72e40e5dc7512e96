import { link, type ClockRule, type CompiledDefinition } from './compiled.js';
import { definitionSchema } from './definition.js';
import { clockProblems } from './boot/clock-problems.js';
import { graphProblems } from './boot/graph-problems.js';
import { nameProblems } from './boot/name-problems.js';
import { outcomeProblems } from './boot/outcome-problems.js';
import type { Problem, World } from './boot/problem.js';
import { schemaProblems } from './boot/schema-problems.js';
import { typeProblems } from './boot/type-problems.js';
import { whoProblems } from './boot/who-problems.js';

export type { Problem, World } from './boot/problem.js';

export type Compilation =
  | { readonly ok: true; readonly definition: CompiledDefinition }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a definition and everything it leans on, and names all that is wrong with it. `clocks` are
 * those of this kind of subject. A definition that passes cannot surprise `decide`.
 */
export function compileDefinition(
  source: unknown,
  clocks: readonly ClockRule[],
  world: World,
): Compilation {
  const parsed = definitionSchema.safeParse(source);
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error.issues) };
  const definition = parsed.data;
  const problems = [
    ...nameProblems(definition),
    ...graphProblems(definition),
    ...whoProblems(definition, world),
    ...typeProblems(definition),
    ...outcomeProblems(definition),
    ...clockProblems(definition, clocks, world),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, definition: link(definition, clocks) };
}
