import { z } from 'zod';
import { codeSchema, fieldSchema } from './condition.js';

export const wordsSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const valuesSchema = z.array(z.string().min(1)).min(1);

const scalarKinds = ['text', 'id', 'time', 'number', 'boolean'] as const;

/** A field of a list fact: `title: text`, or `status: { type: enum, values: [open, done] }`. */
const itemFieldSchema = z.union([
  z.enum(scalarKinds),
  z.strictObject({ type: z.literal('enum'), values: valuesSchema }),
]);

/** `derived`: supplied by the domain whenever the subject is loaded, never written by an event. */
const derived = z.boolean().default(false);

export const factSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), initial: z.string().optional(), derived }),
  z.strictObject({ type: z.literal('id'), derived }),
  z.strictObject({ type: z.literal('time'), derived }),
  z.strictObject({ type: z.literal('number'), initial: z.number().optional(), derived }),
  z.strictObject({ type: z.literal('boolean'), initial: z.boolean().optional(), derived }),
  z.strictObject({
    type: z.literal('enum'),
    values: valuesSchema,
    initial: z.string().optional(),
    derived,
  }),
  z.strictObject({ type: z.literal('ids'), derived }),
  z.strictObject({
    type: z.literal('list'),
    item: z.record(fieldSchema, itemFieldSchema),
    derived,
  }),
]);

/** Label and duty of a parameter. `computed`: filled in by the program, so no form asks for it. */
const common = {
  label: wordsSchema,
  required: z.boolean().default(false),
  computed: z.boolean().default(false),
};
const length = z.number().int().min(0);

/** Limits are never left open: a text has 2,000 characters, a list 100 rows unless said otherwise. */
const scalarParams = [
  z.strictObject({
    type: z.literal('text'),
    ...common,
    min: length.default(0),
    max: length.default(2000),
    /** `link`: an address that a browser may follow, http or https. */
    format: z.enum(['link']).optional(),
  }),
  z.strictObject({ type: z.literal('enum'), ...common, values: valuesSchema }),
  z.strictObject({ type: z.literal('id'), ...common }),
  z.strictObject({ type: z.literal('time'), ...common }),
  z.strictObject({
    type: z.literal('number'),
    ...common,
    min: z.number().optional(),
    max: z.number().optional(),
    integer: z.boolean().default(false),
  }),
  z.strictObject({ type: z.literal('boolean'), ...common }),
  z.strictObject({ type: z.literal('clock'), ...common }),
] as const;

const scalarParamSchema = z.discriminatedUnion('type', [...scalarParams]);

export const paramSchema = z.discriminatedUnion('type', [
  ...scalarParams,
  z.strictObject({
    type: z.literal('ids'),
    ...common,
    min: length.default(0),
    max: length.default(100),
  }),
  z.strictObject({
    type: z.literal('list'),
    ...common,
    min: length.default(0),
    max: length.default(100),
    item: z.record(fieldSchema, scalarParamSchema),
  }),
]);

/** A nested body field has a dotted name: `likelihood.spread`. */
export const paramNameSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/, 'Use letters, digits and dots');

export const stateSchema = z.strictObject({
  label: wordsSchema,
  final: z.boolean().default(false),
});

const factReference = z.string().regex(/^facts\.[a-z][A-Za-z0-9]*$/, 'Write facts.NAME');

const paramReference = z.string().regex(/^params\.[a-z][A-Za-z0-9.]*$/, 'Write params.NAME');

/** The row of a list that a command is about; before it is given, any row. */
const rowSchema = z.strictObject({ list: factReference, id: paramReference });

/**
 * Who may give a command: a role (or `system`, the program itself); a role in the unit that a fact
 * names, in one of the units that a fact lists, or only in some states; anybody whose id a fact lists; a role in the
 * unit, or the person, that the row names which the command is about.
 */
export const whoSchema = z.union([
  codeSchema,
  z.strictObject({
    role: codeSchema,
    unit: factReference.optional(),
    unitIn: factReference.optional(),
    in: z.array(codeSchema).min(1).optional(),
  }),
  z.strictObject({ listed: factReference }),
  z.strictObject({ row: rowSchema, unit: fieldSchema, role: codeSchema }),
  z.strictObject({ row: rowSchema, person: fieldSchema }),
]);

export type Fact = z.infer<typeof factSchema>;
export type ItemField = z.infer<typeof itemFieldSchema>;
export type Param = z.infer<typeof paramSchema>;
export type ScalarParam = z.infer<typeof scalarParamSchema>;
export type Who = z.infer<typeof whoSchema>;
