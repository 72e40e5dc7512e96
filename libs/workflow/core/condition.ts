import { z } from 'zod';
import type { Scalar } from './types.js';

/** Small letters, digits, hyphens: states, commands, events, roles, clocks. */
export const codeSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'Use small letters, digits and hyphens, starting with a letter',
  );

/** Names of facts and of fields of list items. */
export const fieldSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'Use letters and digits, starting with a small letter');

/** `facts.severity`, `params.likelihood.spread`. */
export const referenceSchema = z
  .string()
  .regex(/^(facts|params)\.[a-z][A-Za-z0-9.]*$/, 'Write facts.NAME or params.NAME');

const scalarSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/**
 * A value in a definition: a reference (`facts.x`, `params.x`, `actor.id`, `actor.unitId`,
 * `subject.id`, `now`, `state`) or a constant. A constant that reads like a reference is written
 * `{ literal: … }`.
 */
export type OperandSource = Scalar | { literal: Scalar };

export const operandSchema: z.ZodType<OperandSource> = z.union([
  scalarSchema,
  z.strictObject({ literal: scalarSchema }),
]);

export const fieldValuesSchema = z.record(fieldSchema, operandSchema);

/** The closed set of conditions. Each is typed against the declared facts and parameters at boot. */
export type Check =
  | { present: string }
  | { equals: [OperandSource, OperandSource] }
  | { differs: [OperandSource, OperandSource] }
  | { oneOf: { value: OperandSource; in: Scalar[] } }
  | { atLeast: { value: string; min: number } }
  | { after: [OperandSource, OperandSource] }
  | { every: EveryItem }
  | { contains: ListItem }
  | { clockIs: { clock: string; is: 'running' | 'paused' } }
  | { clockMayPause: string }
  | { any: Check[] }
  | { all: Check[] }
  | { not: Check };

/** Of the items that match `where`, `field` is one of `in`; without `in`, it is filled in. */
export interface EveryItem {
  list: string;
  where?: Record<string, OperandSource> | undefined;
  field: string;
  in?: Scalar[] | undefined;
}

/** The list has an item with this id (and these values). */
export interface ListItem {
  list: string;
  id: OperandSource;
  with?: Record<string, OperandSource> | undefined;
}

const pairSchema = z.tuple([operandSchema, operandSchema]);

export const checkSchema: z.ZodType<Check> = z.lazy(() =>
  z.union([
    z.strictObject({ present: referenceSchema }),
    z.strictObject({ equals: pairSchema }),
    z.strictObject({ differs: pairSchema }),
    z.strictObject({
      oneOf: z.strictObject({ value: operandSchema, in: z.array(scalarSchema).min(1) }),
    }),
    z.strictObject({ atLeast: z.strictObject({ value: referenceSchema, min: z.number() }) }),
    z.strictObject({ after: pairSchema }),
    z.strictObject({
      every: z.strictObject({
        list: referenceSchema,
        where: fieldValuesSchema.optional(),
        field: fieldSchema,
        in: z.array(scalarSchema).min(1).optional(),
      }),
    }),
    z.strictObject({
      contains: z.strictObject({
        list: referenceSchema,
        id: operandSchema,
        with: fieldValuesSchema.optional(),
      }),
    }),
    z.strictObject({
      clockIs: z.strictObject({ clock: referenceSchema, is: z.enum(['running', 'paused']) }),
    }),
    z.strictObject({ clockMayPause: referenceSchema }),
    z.strictObject({ any: z.array(checkSchema).min(1) }),
    z.strictObject({ all: z.array(checkSchema).min(1) }),
    z.strictObject({ not: checkSchema }),
  ]),
);
