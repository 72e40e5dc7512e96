import type { OperandSource } from '../condition.js';
import type { Definition, MessageRule, Outcome, Patch, SetValue } from '../definition.js';
import { parseOperand } from '../operand.js';
import { checkProblems, fieldProblems, ofKind } from './check-problems.js';
import { clockActProblems } from './clock-act-problems.js';
import { placedRules, problem, type Path, type PlacedRule, type Problem } from './problem.js';
import { withType, type Scope } from './scope.js';
import { describe, fits, typeOfFact, type ValueType } from './value-type.js';

/** Values that are not there or do not fit where they are used. */
export function typeProblems(definition: Definition): readonly Problem[] {
  return [
    ...gradeProblems(definition),
    ...placedRules(definition).flatMap((rule) => ruleProblems(rule, definition)),
  ];
}

/** Clocks ask for the grade at any time, so it is never without a value. */
function gradeProblems({ grade, facts }: Definition): Problem[] {
  if (grade === undefined) return [];
  const fact = Object.hasOwn(facts, grade) ? facts[grade] : undefined;
  if (fact === undefined) return [problem(['grade'], `There is no fact “${grade}”`)];
  return fact.type === 'enum' && fact.initial !== undefined && !fact.derived
    ? []
    : [problem(['grade'], 'The grade must be an enum with an initial value, and not derived')];
}

function ruleProblems(placed: PlacedRule, definition: Definition): readonly Problem[] {
  const { path, rule, outcomes } = placed;
  const scope: Scope = { definition, params: rule.params };
  return [
    ...rule.needs.flatMap(({ check }, index) =>
      checkProblems(check, [...path, 'needs', index, 'check'], scope),
    ),
    ...outcomes.flatMap((outcome, index) =>
      outcomeTypeProblems(outcome, [...path, 'outcomes', index], scope),
    ),
    ...clockActProblems(placed, scope),
  ];
}

function outcomeTypeProblems(outcome: Outcome, path: Path, scope: Scope): readonly Problem[] {
  const { when, set, to, notify } = outcome;
  const dynamic = typeof to === 'object' ? `facts.${to.fact}` : null;
  return [
    ...(when === undefined ? [] : checkProblems(when, [...path, 'when'], scope)),
    ...(dynamic === null ? [] : ofKind(dynamic, ['text', 'enum'], [...path, 'to', 'fact'], scope)),
    ...Object.entries(set).flatMap(([name, value]) =>
      setProblems(name, value, [...path, 'set', name], scope),
    ),
    ...notify.flatMap((message, index) =>
      targetProblems(message, [...path, 'notify', index, 'to'], scope),
    ),
  ];
}

function setProblems(name: string, value: SetValue, path: Path, scope: Scope): readonly Problem[] {
  const { facts, grade } = scope.definition;
  const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (fact === undefined) return [problem(path, `There is no fact “${name}”`)];
  if (fact.derived) {
    return [
      problem(path, `The fact “${name}” is derived: the domain supplies it, no event sets it`),
    ];
  }
  return [
    ...valueProblems(value, typeOfFact(fact), path, scope),
    ...(name === grade && mayBeAbsent(value, scope)
      ? [problem(path, 'The grade would be left without a value')]
      : []),
  ];
}

function valueProblems(
  value: SetValue,
  place: ValueType,
  path: Path,
  scope: Scope,
): readonly Problem[] {
  if (typeof value !== 'object' || value === null || 'literal' in value) {
    return operandProblems(value, place, path, scope);
  }
  if ('firstPresent' in value) {
    return value.firstPresent.flatMap((operand, index) =>
      operandProblems(operand, place, [...path, 'firstPresent', index], scope),
    );
  }
  if ('without' in value) {
    return place.kind === 'ids'
      ? ofKind(value.without, ['id'], [...path, 'without'], scope)
      : [problem(path, 'Only ids can be left with one fewer')];
  }
  if (place.kind !== 'list') return [problem(path, 'Only a list has rows to append or to patch')];
  if ('append' in value) {
    return [
      ...operandProblems(value.append, place, [...path, 'append'], scope),
      ...fieldProblems(value.with, place.item, [...path, 'with'], scope),
    ];
  }
  if ('add' in value) return fieldProblems(value.add, place.item, [...path, 'add'], scope);
  return patchProblems(value.patch, place.item, [...path, 'patch'], scope);
}

function patchProblems(
  { id, where, with: values, given }: Patch,
  fields: ReadonlyMap<string, ValueType>,
  path: Path,
  scope: Scope,
): readonly Problem[] {
  return [
    ...(id === undefined ? [] : ofKind(id, ['id'], [...path, 'id'], scope)),
    ...fieldProblems(where, fields, [...path, 'where'], scope),
    ...fieldProblems(values, fields, [...path, 'with'], scope),
    ...fieldProblems(given, fields, [...path, 'given'], scope),
  ];
}

function operandProblems(
  operand: OperandSource,
  place: ValueType,
  path: Path,
  scope: Scope,
): readonly Problem[] {
  return withType(operand, path, scope, (type) =>
    fits(type, place) ? [] : [problem(path, `${describe(type)} does not fit ${describe(place)}`)],
  );
}

/** Only what is plain to see: a null, or a parameter that need not be given. */
function mayBeAbsent(value: SetValue, { params }: Scope): boolean {
  if (typeof value === 'object' && value !== null && !('literal' in value)) return false;
  const operand = parseOperand(value);
  if (operand.kind === 'literal') return operand.value === null;
  return operand.kind === 'param' && params[operand.name]?.required === false;
}

function targetProblems({ to }: MessageRule, path: Path, scope: Scope): readonly Problem[] {
  return to.flatMap((target, index) =>
    /^(user|units):/.test(target)
      ? ofKind(target.slice(target.indexOf(':') + 1), ['id', 'ids'], [...path, index], scope)
      : [],
  );
}
