import type { OperandSource } from './condition.js';
import type { MessageRule, Patch, SetValue, Target } from './definition.js';
import { read, readFact, readScalar, type Scene } from './scene.js';
import { idsOf, isPresent, itemsOf } from './shape.js';
import type { FactItem, Facts, FactValue, Message, Scalar } from './types.js';

/** The facts that an outcome changes, with their new values; what stays the same is left out. */
export function changedFacts(set: Readonly<Record<string, SetValue>>, scene: Scene): Facts {
  const changes = Object.entries(set)
    .map(([name, value]) => [name, orNone(name, newValue(name, value, scene), scene)] as const)
    .filter(([name, value]) => !isSame(value, readFact(scene, name)));
  return Object.fromEntries(changes);
}

/** Nothing, where several could be, is none of them. */
function orNone(name: string, value: FactValue, { definition }: Scene): FactValue {
  const type = definition.facts.get(name)?.type;
  return value === null && (type === 'ids' || type === 'list') ? [] : value;
}

function isSame(left: FactValue, right: FactValue): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

function newValue(name: string, value: SetValue, scene: Scene): FactValue {
  if (typeof value !== 'object' || value === null || 'literal' in value) return read(value, scene);
  if ('append' in value) return added(name, itemsOf(read(value.append, scene)), value.with, scene);
  if ('add' in value) return added(name, [{}], value.add, scene);
  if ('without' in value) {
    const left = readScalar(value.without, scene);
    return idsOf(readFact(scene, name)).filter((id) => id !== left);
  }
  if ('patch' in value) return patched(name, value.patch, scene);
  const candidates = value.firstPresent.map((operand) => read(operand, scene));
  return candidates.find(isPresent) ?? null;
}

/**
 * A row keeps the id that the door gave it. Without one, or if that is taken, it gets VERSION-POSITION:
 * a version adds to a list only once.
 */
function added(name: string, rows: readonly FactItem[], fixed: Fields, scene: Scene): FactItem[] {
  const declared = scene.definition.facts.get(name);
  const fields = declared?.type === 'list' ? Object.keys(declared.item) : [];
  const values = readFields(fixed, scene);
  const existing = itemsOf(readFact(scene, name));
  const taken = new Set(existing.map(({ id }) => id));
  const more = rows.map((row, index) => {
    const ownId = typeof row['id'] === 'string' && !taken.has(row['id']) ? row['id'] : null;
    const id = ownId ?? `${String(scene.subject.version + 1)}-${String(index + 1)}`;
    taken.add(id);
    return { id, ...completeRow(fields, { ...row, ...values }) };
  });
  return [...existing, ...more];
}

/** A row with every declared field, in order; what was not given is null. */
function completeRow(fields: readonly string[], row: FactItem): Record<string, Scalar> {
  return Object.fromEntries(
    fields.map((field) => [field, (Object.hasOwn(row, field) ? row[field] : undefined) ?? null]),
  );
}

function patched(name: string, patch: Patch, scene: Scene): FactItem[] {
  const given = Object.entries(readFields(patch.given, scene)).filter(
    ([, value]) => value !== null,
  );
  const values = { ...readFields(patch.with, scene), ...Object.fromEntries(given) };
  const wanted =
    patch.where === undefined
      ? { id: readScalar(patch.id ?? null, scene) }
      : readFields(patch.where, scene);
  return itemsOf(readFact(scene, name)).map((row) =>
    isLike(row, wanted) ? { ...row, ...values } : row,
  );
}

const isLike = (row: FactItem, wanted: FactItem): boolean =>
  Object.entries(wanted).every(([field, value]) => (row[field] ?? null) === value);

type Fields = Record<string, OperandSource> | undefined;

function readFields(fields: Fields, scene: Scene): Record<string, Scalar> {
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([field, operand]) => [field, readScalar(operand, scene)]),
  );
}

/** The state that follows; null when it is taken from a fact that names none of those allowed. */
export function targetState(to: Target | undefined, scene: Scene): string | null {
  if (to === undefined) return scene.subject.state;
  if (typeof to === 'string') return to;
  const named = readFact(scene, to.fact);
  return typeof named === 'string' && to.among.includes(named) ? named : null;
}

/** `user:facts.x` becomes `user:<id>`, `units:facts.x` `units:<id>`, one for each id that it holds; none for nobody. */
export function messagesFor(rules: readonly MessageRule[], scene: Scene): Message[] {
  return rules
    .map(({ topic, to }) => ({ topic, to: to.flatMap((target) => resolve(target, scene)) }))
    .filter(({ to }) => to.length > 0);
}

function resolve(target: string, scene: Scene): string[] {
  const [kind = '', reference = ''] = target.split(':');
  if (kind !== 'user' && kind !== 'units') return [target];
  const named = read(reference, scene);
  const ids = typeof named === 'string' ? [named] : idsOf(named);
  return ids.map((id) => `${kind}:${id}`);
}
