import { resolve } from '../openapi.js';
import type { ApiDocument, Schema } from '../openapi.js';
import type { Random } from '../random.js';

/** What a fitting value may speak of: things that are there. */
export interface Surroundings {
  readonly document: ApiDocument;
  readonly random: Random;
  readonly ids: readonly string[];
  /** Ids of people who may be chosen. */
  readonly people: readonly string[];
  /** The version of the incident that the request is about. */
  readonly version: number;
}

/** Fields that name somebody. */
const NAMES_PEOPLE = /^(participants|userId|toUserId|arrangeWith)$/;

/** Texts of which a rule takes only some. */
const KNOWN_TEXTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['timeZone', ['Asia/Shanghai', 'America/Santiago', 'Australia/Lord_Howe']],
  ['shift', ['PT8H', 'PT7H', 'P1D', 'P7D']],
  ['handoffAt', ['08:00', '00:00', '23:59']],
  ['startsOn', ['2026-01-01', '2026-09-06', '2028-02-29']],
  ['endsOn', ['2027-12-31']],
]);

type Fields = Record<string, unknown>;

/** A body that a careful client might send. */
export function fittingBody(schema: Schema, around: Surroundings): Fields {
  const value = fitting(schema, around, '');
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** Of a parameter of the query. */
export function fittingQuery(name: string, schema: Schema, around: Surroundings): string {
  if (name === 'month') return '2026-11';
  const value = fitting(schema, around, name);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fitting(given: Schema, around: Surroundings, name: string): unknown {
  const { random } = around;
  const schema = resolve(around.document, given);
  if (name === 'expectedVersion') return around.version;
  if (name === 'url') return `https://forum.example/t/${random.whole(1, 999)}`;
  if (schema.enum !== undefined) return random.one(schema.enum);
  const [type = 'object'] = [schema.type ?? 'object'].flat();
  switch (type) {
    case 'string':
      return fittingText(schema, around, name);
    case 'integer':
    case 'number':
      return random.whole(schema.minimum ?? 0, Math.min(schema.maximum ?? 9, 5));
    case 'boolean':
      return random.chance(0.5);
    case 'array':
      return Array.from({ length: random.whole(1, 2) }, () =>
        fitting(schema.items ?? {}, around, name),
      );
    default:
      return fittingObject(schema, around);
  }
}

function fittingObject({ properties = {}, required = [] }: Schema, around: Surroundings): Fields {
  const chosen = Object.entries(properties).filter(
    ([name]) => required.includes(name) || around.random.chance(0.5),
  );
  return Object.fromEntries(chosen.map(([name, inner]) => [name, fitting(inner, around, name)]));
}

function fittingText({ format, minLength = 1 }: Schema, around: Surroundings, name: string) {
  const { random, ids, people } = around;
  if (NAMES_PEOPLE.test(name)) return random.one(random.chance(0.8) ? people : ids);
  const known = KNOWN_TEXTS.get(name);
  if (known !== undefined) return random.one(known);
  if (format === 'uuid') return random.one(ids);
  if (format === 'date-time') {
    // Sightings lie behind, plans ahead.
    const days =
      name === 'seenAt' || name === 'occurredAt' ? -random.whole(1, 9) : random.whole(1, 9);
    return new Date(Date.now() + days * 24 * 3_600_000).toISOString();
  }
  return `text-${random.whole(1, 1e9)}`.padEnd(minLength, '.');
}
