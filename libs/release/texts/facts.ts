import type { FactItem, Facts } from '#workflow';

export const textFact = (facts: Facts, name: string): string | null => {
  const value = facts[name];
  return typeof value === 'string' ? value : null;
};

export const numberFact = (facts: Facts, name: string): number | null => {
  const value = facts[name];
  return typeof value === 'number' ? value : null;
};

/** The ids of an ids fact; null when it was never filled. */
export const idsFact = (facts: Facts, name: string): readonly string[] | null => {
  const value = facts[name];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : null;
};

export const rowsFact = (facts: Facts, name: string): readonly FactItem[] => {
  const value = facts[name];
  return Array.isArray(value)
    ? value.filter((row): row is FactItem => typeof row === 'object' && row !== null)
    : [];
};
