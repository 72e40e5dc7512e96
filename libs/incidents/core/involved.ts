/** Whose an incident is: the units and people to whom something of it was given. */
export interface Involved {
  readonly units: readonly string[];
  readonly people: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

/**
 * The responsible unit, those that an action or a consultation names, the person it is assigned to and the owners of
 * actions. Ids come once each, in an order that depends on nothing but themselves.
 */
export function involvedIn(facts: Values): Involved {
  const actions = rowsOf(facts['actions']);
  return {
    units: distinct([
      facts['unitId'],
      ...actions.map(({ unitId }) => unitId),
      ...listOf(facts['consultedUnits']),
    ]),
    people: distinct([facts['assigneeId'], ...actions.map(({ ownerId }) => ownerId)]),
  };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const rowsOf = (value: unknown): Values[] =>
  listOf(value).filter((row): row is Values => typeof row === 'object' && row !== null);

const distinct = (values: readonly unknown[]): string[] =>
  [...new Set(values.filter((value) => typeof value === 'string'))].sort();
