import type { Check, EveryItem, ListItem, OperandSource } from '../condition.js';
import { problem, type Path, type Problem } from './problem.js';
import { withType, type Scope } from './scope.js';
import { areComparable, describe, fits, isMany, type ValueType } from './value-type.js';

/** Is every value of the condition there, and of a type that the condition can look at? */
export function checkProblems(check: Check, path: Path, scope: Scope): readonly Problem[] {
  if ('present' in check) return withType(check.present, [...path, 'present'], scope, () => []);
  if ('equals' in check) return pairProblems(check.equals, [...path, 'equals'], scope);
  if ('differs' in check) return pairProblems(check.differs, [...path, 'differs'], scope);
  if ('after' in check) {
    return check.after.flatMap((operand, index) =>
      ofKind(operand, ['time'], [...path, 'after', index], scope),
    );
  }
  if ('oneOf' in check) {
    const { value, in: allowed } = check.oneOf;
    return withType(value, [...path, 'oneOf', 'value'], scope, (type) =>
      strangeValues(allowed, type, [...path, 'oneOf', 'in']),
    );
  }
  if ('atLeast' in check) {
    const place = [...path, 'atLeast', 'value'];
    return ofKind(check.atLeast.value, ['number', 'text', 'ids', 'list'], place, scope);
  }
  if ('every' in check) return everyProblems(check.every, [...path, 'every'], scope);
  if ('contains' in check) return containsProblems(check.contains, [...path, 'contains'], scope);
  if ('clockIs' in check) {
    return ofKind(check.clockIs.clock, ['clock'], [...path, 'clockIs', 'clock'], scope);
  }
  if ('clockMayPause' in check) {
    return ofKind(check.clockMayPause, ['clock'], [...path, 'clockMayPause'], scope);
  }
  if ('any' in check) return partProblems(check.any, [...path, 'any'], scope);
  if ('all' in check) return partProblems(check.all, [...path, 'all'], scope);
  return checkProblems(check.not, [...path, 'not'], scope);
}

function partProblems(parts: readonly Check[], path: Path, scope: Scope): readonly Problem[] {
  return parts.flatMap((part, index) => checkProblems(part, [...path, index], scope));
}

export function ofKind(
  operand: OperandSource,
  kinds: readonly ValueType['kind'][],
  path: Path,
  scope: Scope,
): readonly Problem[] {
  return withType(operand, path, scope, (type) =>
    kinds.includes(type.kind)
      ? []
      : [problem(path, `Must be ${kinds.join(' or ')}, and is ${describe(type)}`)],
  );
}

function pairProblems(
  [left, right]: [OperandSource, OperandSource],
  path: Path,
  scope: Scope,
): readonly Problem[] {
  return withType(left, [...path, 0], scope, (a) =>
    withType(right, [...path, 1], scope, (b) =>
      areComparable(a, b) ? [] : [problem(path, `${describe(a)} can never equal ${describe(b)}`)],
    ),
  );
}

function strangeValues(
  values: readonly (string | number | boolean | null)[],
  type: ValueType,
  path: Path,
): Problem[] {
  if (isMany(type)) return [problem(path, `Must be one plain value, and is ${describe(type)}`)];
  return values.flatMap((value, index) =>
    fits({ kind: 'literal', value }, type)
      ? []
      : [problem([...path, index], `${JSON.stringify(value)} is not ${describe(type)}`)],
  );
}

/** Looks into a list; its rows have an `id` besides the declared fields. */
function inList(
  list: string,
  path: Path,
  scope: Scope,
  look: (fields: ReadonlyMap<string, ValueType>) => readonly Problem[],
): readonly Problem[] {
  const place = [...path, 'list'];
  return withType(list, place, scope, (type) =>
    type.kind === 'list'
      ? look(new Map([...type.item, ['id', { kind: 'id' }]]))
      : [problem(place, `Must be a list, and is ${describe(type)}`)],
  );
}

function everyProblems(rule: EveryItem, path: Path, scope: Scope): readonly Problem[] {
  return inList(rule.list, path, scope, (fields) => {
    const type = fields.get(rule.field);
    if (type === undefined) return [noField([...path, 'field'], rule.field)];
    return [
      ...fieldProblems(rule.where, fields, [...path, 'where'], scope),
      ...strangeValues(rule.in ?? [], type, [...path, 'in']),
    ];
  });
}

function containsProblems(rule: ListItem, path: Path, scope: Scope): readonly Problem[] {
  return inList(rule.list, path, scope, (fields) => [
    ...ofKind(rule.id, ['id'], [...path, 'id'], scope),
    ...fieldProblems(rule.with, fields, [...path, 'with'], scope),
  ]);
}

/** Values for fields of a row: the field exists, and the value fits it. */
export function fieldProblems(
  values: Record<string, OperandSource> | undefined,
  fields: ReadonlyMap<string, ValueType>,
  path: Path,
  scope: Scope,
): readonly Problem[] {
  return Object.entries(values ?? {}).flatMap(([name, operand]) => {
    const place = [...path, name];
    const field = fields.get(name);
    if (field === undefined) return [noField(place, name)];
    return withType(operand, place, scope, (type) =>
      fits(type, field)
        ? []
        : [problem(place, `${describe(type)} does not fit ${describe(field)}`)],
    );
  });
}

function noField(path: Path, name: string): Problem {
  return problem(path, `The rows have no field “${name}”`);
}
