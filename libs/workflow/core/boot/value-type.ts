import type { Fact, ItemField, Param } from '../declaration.js';
import type { Scalar } from '../types.js';

/** What kind of value stands somewhere in a definition, so that only like is compared with like. */
export type ValueType =
  | { readonly kind: 'text' | 'id' | 'time' | 'number' | 'boolean' | 'clock' | 'ids' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly item: ReadonlyMap<string, ValueType> }
  | { readonly kind: 'literal'; readonly value: Scalar };

export function typeOfFact(fact: Fact): ValueType {
  switch (fact.type) {
    case 'enum':
      return { kind: 'enum', values: fact.values };
    case 'list':
      return { kind: 'list', item: mapValues(fact.item, typeOfItemField) };
    case 'text':
    case 'id':
    case 'time':
    case 'number':
    case 'boolean':
    case 'ids':
      return { kind: fact.type };
  }
}

export function typeOfParam(param: Param): ValueType {
  switch (param.type) {
    case 'enum':
      return { kind: 'enum', values: param.values };
    case 'list':
      return { kind: 'list', item: mapValues(param.item, typeOfParam) };
    case 'text':
    case 'id':
    case 'time':
    case 'number':
    case 'boolean':
    case 'clock':
    case 'ids':
      return { kind: param.type };
  }
}

function typeOfItemField(field: ItemField): ValueType {
  return typeof field === 'string' ? { kind: field } : { kind: 'enum', values: field.values };
}

function mapValues<T>(
  fields: Readonly<Record<string, T>>,
  type: (field: T) => ValueType,
): ReadonlyMap<string, ValueType> {
  return new Map(Object.entries(fields).map(([name, field]) => [name, type(field)]));
}

/** May every value of `from` stand where `to` is declared? Anything plain may be absent. */
export function fits(from: ValueType, to: ValueType): boolean {
  if (from.kind === 'literal') return literalFits(from.value, to);
  switch (to.kind) {
    case 'enum':
      return from.kind === 'enum' && from.values.every((value) => to.values.includes(value));
    case 'text':
      return from.kind === 'text' || from.kind === 'enum' || from.kind === 'clock';
    case 'list':
      return from.kind === 'list' && rowsFit(from.item, to.item);
    case 'id':
    case 'time':
    case 'number':
    case 'boolean':
    case 'clock':
    case 'ids':
      return from.kind === to.kind;
    case 'literal':
      return false;
  }
}

function literalFits(value: Scalar, to: ValueType): boolean {
  switch (to.kind) {
    case 'enum':
      return value === null || to.values.some((allowed) => allowed === value);
    case 'text':
    case 'id':
    case 'clock':
      return value === null || typeof value === 'string';
    case 'time':
    case 'number':
      return value === null || typeof value === 'number';
    case 'boolean':
      return value === null || typeof value === 'boolean';
    // None of them: the fact is emptied.
    case 'ids':
    case 'list':
      return value === null;
    case 'literal':
      return false;
  }
}

function rowsFit(
  from: ReadonlyMap<string, ValueType>,
  to: ReadonlyMap<string, ValueType>,
): boolean {
  return [...from].every(([name, type]) => {
    const place = to.get(name);
    return place !== undefined && fits(type, place);
  });
}

/** Could the two ever be equal? Lists are never compared whole. */
export function areComparable(left: ValueType, right: ValueType): boolean {
  if (isMany(left) || isMany(right)) return false;
  if (left.kind === 'enum' && right.kind === 'enum') {
    return left.values.some((value) => right.values.includes(value));
  }
  return fits(left, right) || fits(right, left);
}

export function isMany(type: ValueType): boolean {
  return type.kind === 'ids' || type.kind === 'list';
}

export function describe(type: ValueType): string {
  if (type.kind === 'enum') return `one of ${type.values.join(', ')}`;
  return type.kind === 'literal' ? JSON.stringify(type.value) : type.kind;
}
