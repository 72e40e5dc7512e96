import type { OperandSource } from '../condition.js';
import type { Definition } from '../definition.js';
import { looksLikeReference, parseOperand } from '../operand.js';
import { problem, type Path, type PlacedRule, type Problem } from './problem.js';
import { typeOfFact, typeOfParam, type ValueType } from './value-type.js';

/** What the operands of one rule can refer to. */
export interface Scope {
  readonly definition: Definition;
  readonly params: PlacedRule['rule']['params'];
}

/** The type of a value, or what is wrong with it. */
export type Typed =
  | { readonly ok: true; readonly type: ValueType }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function typeOf(source: OperandSource, path: Path, scope: Scope): Typed {
  const operand = parseOperand(source);
  switch (operand.kind) {
    case 'fact': {
      const { facts } = scope.definition;
      const fact = Object.hasOwn(facts, operand.name) ? facts[operand.name] : undefined;
      return fact === undefined
        ? failure(path, `There is no fact “${operand.name}”`)
        : success(typeOfFact(fact));
    }
    case 'param': {
      const { params } = scope;
      const param = Object.hasOwn(params, operand.name) ? params[operand.name] : undefined;
      return param === undefined
        ? failure(path, `There is no parameter “${operand.name}”`)
        : success(typeOfParam(param));
    }
    case 'actor-id':
    case 'actor-unit':
    case 'subject-id':
      return success({ kind: 'id' });
    case 'now':
      return success({ kind: 'time' });
    case 'state':
      return success({ kind: 'enum', values: Object.keys(scope.definition.states) });
    case 'literal':
      return typeof source === 'string' && looksLikeReference(source)
        ? failure(path, `“${source}” refers to nothing; write { literal: … } if it is a text`)
        : success({ kind: 'literal', value: operand.value });
  }
}

function success(type: ValueType): Typed {
  return { ok: true, type };
}

function failure(path: Path, message: string): Typed {
  return { ok: false, problems: [problem(path, message)] };
}

/** The problems of a value, or, when it has none, those that a closer look at its type finds. */
export function withType(
  source: OperandSource,
  path: Path,
  scope: Scope,
  look: (type: ValueType) => readonly Problem[],
): readonly Problem[] {
  const typed = typeOf(source, path, scope);
  return typed.ok ? look(typed.type) : typed.problems;
}
