import { initialValue, type CompiledDefinition } from './compiled.js';
import type { OperandSource } from './condition.js';
import { parseOperand } from './operand.js';
import { isScalar } from './shape.js';
import type { Actor, Facts, FactValue, Instant, Scalar, Subject } from './types.js';

/** Everything that a rule may look at while one command is decided. */
export interface Scene {
  readonly definition: CompiledDefinition;
  readonly subject: Subject;
  readonly actor: Actor;
  /** Declared parameters that were given and are valid. */
  readonly params: Facts;
  readonly now: Instant;
}

/** A fact that was never written has its initial value. */
export function readFact(scene: Pick<Scene, 'definition' | 'subject'>, name: string): FactValue {
  const { facts } = scene.subject;
  const stored = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (stored !== undefined) return stored;
  const declared = scene.definition.facts.get(name);
  return declared === undefined ? null : initialValue(declared);
}

/** A parameter that was not given is null. */
export function readParam(params: Facts, name: string): FactValue {
  return (Object.hasOwn(params, name) ? params[name] : undefined) ?? null;
}

export function read(source: OperandSource, scene: Scene): FactValue {
  const operand = parseOperand(source);
  switch (operand.kind) {
    case 'fact':
      return readFact(scene, operand.name);
    case 'param':
      return readParam(scene.params, operand.name);
    case 'actor-id':
      return scene.actor.id;
    case 'actor-unit':
      return scene.actor.unitId;
    case 'subject-id':
      return scene.subject.id;
    case 'now':
      return scene.now;
    case 'state':
      return scene.subject.state;
    case 'literal':
      return operand.value;
  }
}

/** For places that hold one plain value: a list there counts as nothing. */
export function readScalar(source: OperandSource, scene: Scene): Scalar {
  const value = read(source, scene);
  return isScalar(value) ? value : null;
}
