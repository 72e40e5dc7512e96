import { DateTime } from 'luxon';
import { z } from 'zod';
import {
  ACTION_KINDS,
  CHANNEL_KINDS,
  DUE_IN,
  KINDS,
  LONGEST_DAYS,
  SEVERITIES,
  channelProblems,
  planTemplateProblems,
} from '../core/index.js';
import type { Channel, PlanTemplate, RecordProblem } from '../core/index.js';

const name = z.string().min(1).max(100);
const note = z.string().min(1).max(1000).optional();
const code = z.string().max(60);
const level = z.int().min(1).max(5);
const day = z
  .string()
  .refine(
    (text) => /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text).isValid,
    'write a day such as 2026-06-07',
  );

const channelSchema = z.strictObject({
  name,
  kind: z.enum(CHANNEL_KINDS),
  url: z.url({ protocol: /^https?$/ }).optional(),
  unit: code.optional(),
  note,
});

const dateSchema = z.strictObject({
  title: name,
  date: day,
  days: z.int().min(1).max(LONGEST_DAYS).default(1),
  yearly: z.boolean().default(false),
  note,
});

const riskPointSchema = z.strictObject({
  title: name,
  unit: code.optional(),
  place: z.string().min(1).max(200).optional(),
  category: code.optional(),
  likelihood: level,
  consequence: level,
  note,
});

const actionSchema = z.strictObject({
  title: z.string().min(1).max(200),
  kind: z.enum(ACTION_KINDS),
  basis: z.string().min(1).max(500).optional(),
  unit: code.optional(),
  dueIn: z.string().regex(DUE_IN, 'write a time such as PT4H, P2D, or P5WD for work days'),
});

const planTemplateSchema = z.strictObject({
  name,
  category: code.optional(),
  kinds: z.array(z.enum(KINDS)).default([]),
  severities: z.array(z.enum(SEVERITIES)).default([]),
  actions: z.array(actionSchema).min(1).max(30),
  note,
});

/** registers.yaml: what a register begins with while nobody has entered anything into it. */
export const registersSchema = z.strictObject({
  channels: z.array(channelSchema).default([]),
  sensitiveDates: z.array(dateSchema).default([]),
  riskPoints: z.array(riskPointSchema).default([]),
  planTemplates: z.array(planTemplateSchema).default([]),
});

export type RegistersFile = z.infer<typeof registersSchema>;

interface Mistake {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

interface Known {
  readonly units: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
}

/** What is wrong with a file that has the right shape. Paths lead into it. */
export function registerProblems(file: RegistersFile, known: Known): Mistake[] {
  const { channels, riskPoints, planTemplates } = file;
  return [
    ...twice('channels', channels),
    ...twice('planTemplates', planTemplates),
    ...channels.flatMap((channel, index) => [
      ...unknownUnit(['channels', index], channel.unit, known),
      ...placed(['channels', index], channelProblems(channelOf(channel, null, ''))),
    ]),
    ...riskPoints.flatMap(({ unit, category }, index) => [
      ...unknownUnit(['riskPoints', index], unit, known),
      ...unknownCategory(['riskPoints', index], category, known),
    ]),
    ...planTemplates.flatMap((template, index) => [
      ...unknownCategory(['planTemplates', index], template.category, known),
      ...template.actions.flatMap(({ unit }, at) =>
        unknownUnit(['planTemplates', index, 'actions', at], unit, known),
      ),
      ...placed(['planTemplates', index], planTemplateProblems(templateOf(template, () => null))),
    ]),
  ];
}

const unknownUnit = (at: Mistake['path'], unit: string | undefined, { units }: Known): Mistake[] =>
  unit === undefined || units.has(unit)
    ? []
    : [{ path: [...at, 'unit'], message: `no unit has the code ${unit}` }];

const unknownCategory = (
  at: Mistake['path'],
  category: string | undefined,
  { categories }: Known,
): Mistake[] =>
  category === undefined || categories.has(category)
    ? []
    : [{ path: [...at, 'category'], message: `no category has the code ${category}` }];

const twice = (list: string, items: readonly { readonly name: string }[]): Mistake[] =>
  items.flatMap((item, index) =>
    items.findIndex((one) => one.name === item.name) < index
      ? [{ path: [list, index, 'name'], message: `${item.name} stands here twice` }]
      : [],
  );

const placed = (at: Mistake['path'], problems: readonly RecordProblem[]): Mistake[] =>
  problems.map(({ path, message }) => ({
    path: [...at, ...path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))],
    message: message.en,
  }));

type FirstChannel = RegistersFile['channels'][number];
type FirstTemplate = RegistersFile['planTemplates'][number];

export const channelOf = (
  { name: called, kind, url, note: said }: FirstChannel,
  unitId: string | null,
  registeredOn: string,
): Channel => ({
  ...{ name: called, kind, url: url ?? null, unitId, registeredOn, note: said ?? null },
});

export const templateOf = (
  template: FirstTemplate,
  unitIdOf: (unit: string | undefined) => string | null,
): PlanTemplate => ({
  ...{ name: template.name, kinds: template.kinds, severities: template.severities },
  category: template.category ?? null,
  note: template.note ?? null,
  actions: template.actions.map(({ title, kind, basis, unit, dueIn }) => ({
    ...{ title, kind, basis: basis ?? null, unitId: unitIdOf(unit), dueIn },
  })),
});
