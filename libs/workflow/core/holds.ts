import type { Check, EveryItem, ListItem, OperandSource } from './condition.js';
import { isPresent, itemsOf } from './shape.js';
import { read, readScalar, type Scene } from './scene.js';
import type { FactItem, FactValue, Scalar } from './types.js';

/** Does the condition hold? Missing values make it false, never an error. */
export function holds(check: Check, scene: Scene): boolean {
  if ('present' in check) return isPresent(read(check.present, scene));
  if ('equals' in check) return areEqual(check.equals, scene);
  if ('differs' in check) return !areEqual(check.differs, scene);
  if ('oneOf' in check) return check.oneOf.in.includes(readScalar(check.oneOf.value, scene));
  if ('atLeast' in check) return sizeOf(read(check.atLeast.value, scene)) >= check.atLeast.min;
  if ('after' in check) return isAfter(check.after, scene);
  if ('every' in check) return everyItem(check.every, scene);
  if ('contains' in check) return containsItem(check.contains, scene);
  if ('clockIs' in check) return clockState(check.clockIs.clock, scene) === check.clockIs.is;
  if ('clockMayPause' in check) return mayPause(check.clockMayPause, scene);
  if ('any' in check) return check.any.some((part) => holds(part, scene));
  if ('all' in check) return check.all.every((part) => holds(part, scene));
  return !holds(check.not, scene);
}

function areEqual([left, right]: [OperandSource, OperandSource], scene: Scene): boolean {
  return readScalar(left, scene) === readScalar(right, scene);
}

/** A number is its own size; of a text or list it is the length. Nothing is smaller than anything. */
function sizeOf(value: FactValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return value.trim().length;
  return Array.isArray(value) ? value.length : Number.NEGATIVE_INFINITY;
}

function isAfter([later, earlier]: [OperandSource, OperandSource], scene: Scene): boolean {
  const a = read(later, scene);
  const b = read(earlier, scene);
  return typeof a === 'number' && typeof b === 'number' && a > b;
}

function everyItem(rule: EveryItem, scene: Scene): boolean {
  return itemsOf(read(rule.list, scene))
    .filter((item) => matches(item, rule.where, scene))
    .every((item) => {
      const value = fieldOf(item, rule.field);
      return rule.in === undefined ? isPresent(value) : rule.in.includes(value);
    });
}

function containsItem(rule: ListItem, scene: Scene): boolean {
  const id = readScalar(rule.id, scene);
  return itemsOf(read(rule.list, scene)).some(
    (item) => fieldOf(item, 'id') === id && matches(item, rule.with, scene),
  );
}

function matches(item: FactItem, wanted: ListItem['with'], scene: Scene): boolean {
  return Object.entries(wanted ?? {}).every(
    ([field, value]) => fieldOf(item, field) === readScalar(value, scene),
  );
}

function fieldOf(item: FactItem, field: string): Scalar {
  return (Object.hasOwn(item, field) ? item[field] : undefined) ?? null;
}

function clockState(reference: string, scene: Scene): string | null {
  const name = read(reference, scene);
  return scene.subject.clocks.find(({ clock }) => clock === name)?.state ?? null;
}

/** A legal clock may not be paused, nor one that nobody has declared. */
function mayPause(reference: string, scene: Scene): boolean {
  const name = read(reference, scene);
  return scene.definition.clocks.some((rule) => rule.name === name && !rule.legal);
}
