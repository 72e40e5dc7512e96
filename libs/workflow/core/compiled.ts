import type { CommandRule, CreateRule, Definition } from './definition.js';
import { statesOf } from './definition.js';
import type { Facts, FactValue, Words } from './types.js';
import type { Fact } from './declaration.js';

/** What the engine needs to know of a clock. Durations are the escalation library's business. */
export interface ClockRule {
  readonly name: string;
  readonly starts: readonly string[];
  readonly stops: readonly string[];
  /** Events after which the last stopped deadline runs on, with its original start. */
  readonly continues?: readonly string[] | undefined;
  /** A clock that the law sets cannot be paused. */
  readonly legal: boolean;
  readonly ladder?: string | undefined;
  /** The command that the program gives when it is due. */
  readonly act?: string | undefined;
  /** Who hears of it; `units:NAME` and `person:NAME` are facts of the subject. */
  readonly tell?: readonly string[] | undefined;
}

export interface CompiledCommand extends Omit<CommandRule, 'from'> {
  readonly from: ReadonlySet<string>;
}

/** A definition that passed every check at boot. `source` is what to store with a version. */
export interface CompiledDefinition {
  readonly source: Definition;
  readonly name: string;
  readonly title: Words;
  readonly initial: string;
  readonly grade: string | null;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly states: ReadonlyMap<string, { readonly label: Words; readonly final: boolean }>;
  readonly create: CreateRule;
  readonly commands: ReadonlyMap<string, CompiledCommand>;
  readonly clocks: readonly ClockRule[];
}

export function link(source: Definition, clocks: readonly ClockRule[]): CompiledDefinition {
  const commands = Object.entries(source.commands).map(([name, rule]) => {
    const compiled: CompiledCommand = { ...rule, from: new Set(statesOf(rule, source)) };
    return [name, compiled] as const;
  });
  return {
    source,
    name: source.name,
    title: source.title,
    initial: source.initial,
    grade: source.grade ?? null,
    facts: new Map(Object.entries(source.facts)),
    states: new Map(Object.entries(source.states)),
    create: source.create,
    commands: new Map(commands),
    clocks,
  };
}

export function initialValue(fact: Fact): FactValue {
  switch (fact.type) {
    case 'ids':
    case 'list':
      return [];
    case 'id':
    case 'time':
      return null;
    case 'text':
    case 'number':
    case 'boolean':
    case 'enum':
      return fact.initial ?? null;
  }
}

/** The facts that a new subject is stored with; derived ones are supplied at every load. */
export function initialFacts(definition: CompiledDefinition): Facts {
  const stored = [...definition.facts].filter(([, fact]) => !fact.derived);
  return Object.fromEntries(stored.map(([name, fact]) => [name, initialValue(fact)]));
}

/** What to keep of a subject's facts: those that events write. */
export function storedFacts(definition: CompiledDefinition, facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([name]) => definition.facts.get(name)?.derived !== true),
  );
}

export function isFinal(definition: CompiledDefinition, state: string): boolean {
  return definition.states.get(state)?.final === true;
}
