import { resolve } from '../openapi.js';
import type { ApiDocument, Schema } from '../openapi.js';
import type { Random } from '../random.js';

/** What a fitting value may speak of: things that are there. */
export interface Surroundings {
  readonly document: ApiDocument;
  readonly random: Random;
  readonly ids: readonly string[];
  /** The version of the incident that the request is about. */
  readonly version: number;
}

type Fields = Record<string, unknown>;

/** A body that a careful client might send. */
export function fittingBody(schema: Schema, around: Surroundings): Fields {
  const value = fitting(schema, around, '');
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
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
  const { random, ids } = around;
  if (format === 'uuid') return random.one(ids);
  if (format === 'date-time') {
    // Sightings lie behind, plans ahead.
    const days =
      name === 'seenAt' || name === 'occurredAt' ? -random.whole(1, 9) : random.whole(1, 9);
    return new Date(Date.now() + days * 24 * 3_600_000).toISOString();
  }
  return `text-${random.whole(1, 1e9)}`.padEnd(minLength, '.');
}
