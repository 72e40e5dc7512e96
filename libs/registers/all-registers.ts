import { channelProblems, planTemplateProblems, responsibilityProblems } from './core/index.js';
import type {
  Channel,
  PlanTemplate,
  Responsibility,
  RiskPoint,
  SensitiveDate,
} from './core/index.js';
import { orNull } from './register.js';
import type { Register } from './register.js';

const NONE: ReadonlyMap<string, string | null> = new Map();

export const CHANNELS: Register<Channel> = {
  name: 'channel',
  table: 'channels',
  columns: {
    ...{ name: 'name', kind: 'kind', url: 'url', unitId: 'unit_id', note: 'note' },
    registeredOn: 'registered_on',
  },
  unique: 'name',
  order: 'name',
  cleaned: (fields, clean) => ({
    ...fields,
    name: clean(fields.name),
    url: orNull(clean, fields.url),
    note: orNull(clean, fields.note),
  }),
  problems: channelProblems,
  units: ({ unitId }) => new Map([['unitId', unitId]]),
  category: () => null,
};

export const SENSITIVE_DATES: Register<SensitiveDate> = {
  name: 'sensitive-date',
  table: 'sensitive_dates',
  columns: { title: 'title', date: 'starts_on', days: 'days', yearly: 'yearly', note: 'note' },
  unique: null,
  // Yearly ones by their day in the year, before those of one year only.
  order: "CASE WHEN yearly THEN to_char(starts_on, 'MM-DD') ELSE starts_on::text END",
  cleaned: (fields, clean) => ({
    ...fields,
    title: clean(fields.title),
    note: orNull(clean, fields.note),
  }),
  problems: () => [],
  units: () => NONE,
  category: () => null,
};

export const RISK_POINTS: Register<RiskPoint> = {
  name: 'risk-point',
  table: 'risk_points',
  columns: {
    ...{ title: 'title', unitId: 'unit_id', place: 'place', category: 'category', note: 'note' },
    ...{ likelihood: 'likelihood', consequence: 'consequence' },
  },
  unique: null,
  // The gravest first: 25 − score, so that texts sort as numbers do.
  order: "lpad((25 - likelihood * consequence)::text, 2, '0') || title",
  cleaned: (fields, clean) => ({
    ...fields,
    title: clean(fields.title),
    place: orNull(clean, fields.place),
    note: orNull(clean, fields.note),
  }),
  problems: () => [],
  units: ({ unitId }) => new Map([['unitId', unitId]]),
  category: ({ category }) => category,
};

export const RESPONSIBILITIES: Register<Responsibility> = {
  name: 'responsibility',
  table: 'responsibilities',
  columns: {
    ...{ category: 'category', unitId: 'unit_id', deputyUnitId: 'deputy_unit_id', note: 'note' },
  },
  unique: 'category',
  order: 'category',
  cleaned: (fields, clean) => ({ ...fields, note: orNull(clean, fields.note) }),
  problems: responsibilityProblems,
  units: ({ unitId, deputyUnitId }) =>
    new Map([
      ['unitId', unitId],
      ['deputyUnitId', deputyUnitId],
    ]),
  category: ({ category }) => category,
};

export const PLAN_TEMPLATES: Register<PlanTemplate> = {
  name: 'plan-template',
  table: 'plan_templates',
  columns: {
    ...{ name: 'name', category: 'category', kinds: 'kinds', severities: 'severities' },
    actions: { column: 'actions', json: true },
    note: 'note',
  },
  unique: 'name',
  order: "coalesce(category, '') || ' ' || name",
  cleaned: (fields, clean) => ({
    ...fields,
    name: clean(fields.name),
    note: orNull(clean, fields.note),
    actions: fields.actions.map((action) => ({
      ...action,
      title: clean(action.title),
      basis: orNull(clean, action.basis),
    })),
  }),
  problems: planTemplateProblems,
  units: ({ actions }) =>
    new Map(actions.map(({ unitId }, index) => [`actions.${String(index)}.unitId`, unitId])),
  category: ({ category }) => category,
};
