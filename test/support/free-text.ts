import { operationsOf, resolve } from './openapi.js';
import type { ApiDocument, Schema } from './openapi.js';

/**
 * Where a body takes whatever words somebody types, as `METHOD /path field.inner`: texts that are no id, time or
 * address by their format, no choice from a list and no code by their pattern. The indexes of lists are left out.
 */
export const freeTextFields = (document: ApiDocument): string[] =>
  operationsOf(document).flatMap(({ method, path, bodies }) =>
    Object.values(bodies)
      .flatMap((schema) => textsIn(document, schema, []))
      .map((field) => `${method} ${path} ${field}`),
  );

function textsIn(document: ApiDocument, given: Schema, at: readonly string[]): string[] {
  const schema = resolve(document, given);
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    textsIn(document, field, [...at, name]),
  );
  const items = schema.items === undefined ? [] : textsIn(document, schema.items, at);
  return [...(isFreeText(schema) ? [at.join('.')] : []), ...inner, ...items];
}

const isFreeText = ({ type = [], format, enum: choices, pattern }: Schema): boolean =>
  [type].flat().includes('string') &&
  format === undefined &&
  choices === undefined &&
  pattern === undefined;

/** The fields of a body in which a text was planted, named as {@link freeTextFields} names them. */
export function plantedFields(
  value: unknown,
  needle: string,
  at: readonly string[] = [],
): string[] {
  if (typeof value === 'string') return value.includes(needle) ? [at.join('.')] : [];
  if (Array.isArray(value)) return value.flatMap((item) => plantedFields(item, needle, at));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    plantedFields(inner, needle, [...at, name]),
  );
}
