import type { FactItem, Facts } from '#workflow';

/** Facts as a page shows them: a value of another type counts as none. */
export type Names = ReadonlyMap<string, string>;

export const textOf = (facts: Facts, name: string): string | null => {
  const value = facts[name];
  return typeof value === 'string' ? value : null;
};

export const numberOf = (facts: Facts, name: string): number | null => {
  const value = facts[name];
  return typeof value === 'number' ? value : null;
};

export const timeOf = (facts: Facts, name: string): string | null => isoOf(facts[name]);

export const isoOf = (value: unknown): string | null =>
  typeof value === 'number' ? new Date(value).toISOString() : null;

export const cell = (item: FactItem, name: string): string | null => {
  const value = item[name];
  return typeof value === 'string' ? value : null;
};

export function itemsOf(facts: Facts, name: string): FactItem[] {
  const value = facts[name];
  return Array.isArray(value)
    ? value.filter((item): item is FactItem => typeof item === 'object')
    : [];
}

export function idsOf(facts: Facts, name: string): string[] {
  const value = facts[name];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}
