import { z } from 'zod';
import {
  checkSchema,
  codeSchema,
  fieldSchema,
  fieldValuesSchema,
  operandSchema,
  referenceSchema,
  type OperandSource,
} from './condition.js';
import {
  factSchema,
  paramNameSchema,
  paramSchema,
  stateSchema,
  whoSchema,
  wordsSchema,
} from './declaration.js';

type Cells = Record<string, OperandSource>;

/**
 * Which rows are changed, and into what: the one with an id, or those that match `where`. Of `given`, a cell for which
 * there is no value leaves the row as it is.
 */
export interface Patch {
  id?: OperandSource | undefined;
  where?: Cells | undefined;
  with?: Cells | undefined;
  given?: Cells | undefined;
}

/** What an outcome writes into a fact. Everything is read from the subject as it was before. */
export type SetValue =
  | OperandSource
  | { append: string; with?: Cells | undefined }
  /** One row more, of these values. */
  | { add: Cells }
  /** The ids that are there, but for this one. */
  | { without: OperandSource }
  | { patch: Patch }
  | { firstPresent: OperandSource[] };

/** Only what a command brings is appended: a list appended to itself would double each time. */
const givenListSchema = z.string().regex(/^params\.[a-z][A-Za-z0-9.]*$/, 'Write params.NAME');

const patchSchema = z
  .strictObject({
    id: operandSchema.optional(),
    where: fieldValuesSchema.optional(),
    with: fieldValuesSchema.optional(),
    given: fieldValuesSchema.optional(),
  })
  .refine(({ id, where }) => (id === undefined) !== (where === undefined), {
    message: 'Say which rows, by `id` or by `where`',
  })
  .refine(({ with: values, given }) => values !== undefined || given !== undefined, {
    message: 'Say what changes, in `with` or in `given`',
  });

const setValueSchema: z.ZodType<SetValue> = z.union([
  operandSchema,
  z.strictObject({ append: givenListSchema, with: fieldValuesSchema.optional() }),
  z.strictObject({ add: fieldValuesSchema }),
  z.strictObject({ without: operandSchema }),
  z.strictObject({ patch: patchSchema }),
  z.strictObject({ firstPresent: z.array(operandSchema).min(2) }),
]);

const needSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/, 'Write SUBJECT.what-is-missing'),
  path: paramNameSchema.optional(),
  message: wordsSchema,
  check: checkSchema,
});

/**
 * Targets: `role:leader`, `on-duty:officer`, `unit:handler`, `user:facts.x` or `user:params.x`; `units:facts.x` or
 * `units:params.x`, whoever speaks for each of the units that it names.
 */
const messageSchema = z.strictObject({
  to: z
    .array(
      z
        .string()
        .regex(
          /^((role|unit|on-duty):[a-z][a-z0-9-]*|user:(facts|params)\.[a-z][A-Za-z0-9.]*|units:(facts|params)\.[a-z][A-Za-z0-9.]*)$/,
          'Write role:NAME, unit:NAME, on-duty:POSITION, user:facts.NAME or units:facts.NAME',
        ),
    )
    .min(1),
  topic: z.string().regex(/^[a-z][a-z0-9.-]*$/),
});

const effects = {
  when: checkSchema.optional(),
  event: codeSchema,
  set: z.record(fieldSchema, setValueSchema).default({}),
  notify: z.array(messageSchema).default([]),
};

/** Without `to` the state stays. A state can be taken from a fact, of those listed. */
const targetSchema = z.union([
  codeSchema,
  z.strictObject({ fact: fieldSchema, among: z.array(codeSchema).min(1) }),
]);

const outcomeSchema = z.strictObject({ ...effects, to: targetSchema.optional() });

const clockActSchema = z.union([
  z.strictObject({ pause: referenceSchema, resumeBy: referenceSchema }),
  z.strictObject({ resume: referenceSchema }),
]);

const rule = {
  label: wordsSchema,
  who: z.array(whoSchema),
  params: z.record(paramNameSchema, paramSchema).default({}),
  needs: z.array(needSchema).default([]),
};

const createSchema = z.strictObject({
  ...rule,
  outcomes: z.array(z.strictObject(effects)).min(1),
});

const commandSchema = z.strictObject({
  ...rule,
  from: z.union([z.literal('open'), z.array(codeSchema)]),
  outcomes: z.array(outcomeSchema).min(1),
  clock: clockActSchema.optional(),
});

export const definitionSchema = z.strictObject({
  name: codeSchema,
  title: wordsSchema,
  initial: codeSchema,
  /** The fact that selects the due times of clocks. */
  grade: fieldSchema.optional(),
  facts: z.record(fieldSchema, factSchema).default({}),
  states: z.record(codeSchema, stateSchema),
  /** Events that are reported from outside, and that clocks may listen to. */
  emits: z.array(codeSchema).default([]),
  create: createSchema,
  commands: z.record(codeSchema, commandSchema),
});

export type Definition = z.infer<typeof definitionSchema>;
export type Need = z.infer<typeof needSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type Target = z.infer<typeof targetSchema>;
export type CreateRule = z.infer<typeof createSchema>;
export type CommandRule = z.infer<typeof commandSchema>;
export type ClockAct = z.infer<typeof clockActSchema>;
export type MessageRule = z.infer<typeof messageSchema>;

/** The states that are not final: what `from: open` means. */
function openStates(definition: Definition): string[] {
  return Object.entries(definition.states)
    .filter(([, state]) => !state.final)
    .map(([name]) => name);
}

export function statesOf(rule: CommandRule, definition: Definition): string[] {
  return rule.from === 'open' ? openStates(definition) : rule.from;
}
