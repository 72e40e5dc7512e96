import type { Actor, Command, FactItem, FactValue, LiveClock, Subject } from './types.js';

/** The core answers for any input, so what reaches it is looked at before it is believed. */

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);

export function isActor(value: unknown): value is Actor {
  return (
    isRecord(value) &&
    (value['kind'] === 'user' || value['kind'] === 'system') &&
    isTextOrNull(value['id']) &&
    isTextOrNull(value['unitId']) &&
    Array.isArray(value['roles']) &&
    value['roles'].every(isText)
  );
}

export function isCommand(value: unknown): value is Command {
  return (
    isRecord(value) &&
    isText(value['name']) &&
    isActor(value['actor']) &&
    isRecord(value['params']) &&
    (value['expectedVersion'] === null || typeof value['expectedVersion'] === 'number')
  );
}

const clockStates: readonly unknown[] = [
  'running',
  'paused',
  'dormant',
] satisfies LiveClock['state'][];

function isLiveClock(value: unknown): value is LiveClock {
  return isRecord(value) && isText(value['clock']) && clockStates.includes(value['state']);
}

export function isSubject(value: unknown): value is Subject {
  return (
    isRecord(value) &&
    isText(value['id']) &&
    isText(value['state']) &&
    Number.isSafeInteger(value['version']) &&
    isRecord(value['facts']) &&
    Array.isArray(value['clocks']) &&
    value['clocks'].every(isLiveClock)
  );
}

/** ECMAScript's range of instants: 100,000,000 days to either side of the epoch. */
export function isInstant(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) <= 8.64e15;
}

/** The rows of a list fact; nothing for any other value. */
export function itemsOf(value: FactValue): readonly FactItem[] {
  if (!Array.isArray(value)) return [];
  return value.filter((row): row is FactItem => isRecord(row));
}

/** The ids of an ids fact; nothing for any other value. */
export function idsOf(value: FactValue): readonly string[] {
  return Array.isArray(value) ? value.filter(isText) : [];
}

/** What shows nothing: spaces of every kind, controls, and characters that are invisible by definition. */
const blank = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

export function isPresent(value: FactValue): boolean {
  if (value === null) return false;
  if (typeof value === 'string') return !blank.test(value);
  return Array.isArray(value) ? value.length > 0 : true;
}

export function isScalar(value: unknown): value is null | string | number | boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
