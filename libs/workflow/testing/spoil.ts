import { compileDefinition, type Problem } from '../core/compile.js';
import { clocks, tinyDocument, world } from './tiny.js';

/** For specs of the boot: a definition with one thing wrong, and what is said of it. */

export type Path = (string | number)[];

/** The value with one part of it replaced, added, or (undefined) removed. */
export function replaced(value: unknown, [key, ...rest]: Path, part: unknown): unknown {
  if (key === undefined) return part;
  const holder = value as Record<string | number, unknown>;
  const changed = { ...holder, [key]: replaced(holder[key], rest, part) };
  return Array.isArray(value) ? Object.values(changed) : changed;
}

export const spoiled = (path: Path, part: unknown): unknown => replaced(tinyDocument(), path, part);

export function problemsOf(document: unknown, rules = clocks): readonly Problem[] {
  const compiled = compileDefinition(document, rules, world);
  return compiled.ok ? [] : compiled.problems;
}

export const lines = (problems: readonly Problem[]): string[] =>
  problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
