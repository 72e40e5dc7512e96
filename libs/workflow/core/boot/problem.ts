import type { CommandRule, CreateRule, Definition, Outcome } from '../definition.js';
import { statesOf } from '../definition.js';

export type Path = readonly (string | number)[];

/** One mistake. `path` leads to the place in the document, so that the boot can name the line. */
export interface Problem {
  /** In the definition itself, or in `clocks.yaml` (then the path begins with `clocks`). */
  readonly file: 'workflow' | 'clocks';
  readonly path: Path;
  readonly message: string;
}

/** What a definition may refer to outside itself. */
export interface World {
  readonly roles: readonly string[];
  readonly ladders: readonly string[];
}

export function problem(path: Path, message: string): Problem {
  return { file: 'workflow', path, message };
}

/** A command, or the creation, with its place in the document. */
export interface PlacedRule {
  readonly path: Path;
  readonly name: string;
  readonly rule: CommandRule | CreateRule;
  readonly outcomes: readonly Outcome[];
  /** The states it is given from; the creation's outcomes see the initial one. */
  readonly from: readonly string[];
}

export function placedRules(definition: Definition): PlacedRule[] {
  const { create, initial } = definition;
  const commands = Object.entries(definition.commands).map(([name, rule]) => ({
    path: ['commands', name],
    name,
    rule,
    outcomes: rule.outcomes,
    from: statesOf(rule, definition),
  }));
  return [
    { path: ['create'], name: 'create', rule: create, outcomes: create.outcomes, from: [initial] },
    ...commands,
  ];
}

/** The positions at which a value appears a second time. */
export function repeats(values: readonly string[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}
