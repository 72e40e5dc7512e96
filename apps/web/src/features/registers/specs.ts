import { REGISTERS, type RegisterPath } from '../../api/registers';

/** How a field is entered and told. */
export type FieldKind =
  | 'text'
  | 'area'
  | 'address'
  | 'day'
  | 'days'
  | 'yearly'
  | 'unit'
  | 'category'
  | 'channel-kind'
  | 'level'
  | 'kinds'
  | 'severities'
  | 'actions';

export interface FieldSpec {
  readonly name: FieldName;
  readonly kind: FieldKind;
  readonly optional?: boolean;
  readonly max?: number;
  /** Left out of the table; the form has it. */
  readonly hidden?: boolean;
}

export type FieldName =
  | 'name'
  | 'kind'
  | 'url'
  | 'unitId'
  | 'registeredOn'
  | 'note'
  | 'title'
  | 'date'
  | 'days'
  | 'yearly'
  | 'place'
  | 'category'
  | 'likelihood'
  | 'consequence'
  | 'deputyUnitId'
  | 'kinds'
  | 'severities'
  | 'actions';

const NOTE: FieldSpec = { name: 'note', kind: 'area', optional: true, max: 1000 };

/** What each register asks for; the first field is what a record is called. */
export const SPECS: Readonly<Record<RegisterPath, readonly FieldSpec[]>> = {
  channels: [
    { name: 'name', kind: 'text', max: 100 },
    { name: 'kind', kind: 'channel-kind' },
    { name: 'url', kind: 'address', optional: true, max: 2000 },
    { name: 'unitId', kind: 'unit', optional: true },
    { name: 'registeredOn', kind: 'day' },
    { ...NOTE, max: 500, hidden: true },
  ],
  'sensitive-dates': [
    { name: 'title', kind: 'text', max: 100 },
    { name: 'date', kind: 'day' },
    { name: 'days', kind: 'days' },
    { name: 'yearly', kind: 'yearly' },
    NOTE,
  ],
  'risk-points': [
    { name: 'title', kind: 'text', max: 100 },
    { name: 'category', kind: 'category', optional: true },
    { name: 'unitId', kind: 'unit', optional: true },
    { name: 'place', kind: 'text', optional: true, max: 200 },
    { name: 'likelihood', kind: 'level' },
    { name: 'consequence', kind: 'level' },
    { ...NOTE, hidden: true },
  ],
  responsibilities: [
    { name: 'category', kind: 'category' },
    { name: 'unitId', kind: 'unit' },
    { name: 'deputyUnitId', kind: 'unit', optional: true },
    NOTE,
  ],
  'plan-templates': [
    { name: 'name', kind: 'text', max: 100 },
    { name: 'category', kind: 'category', optional: true },
    { name: 'kinds', kind: 'kinds', optional: true },
    { name: 'severities', kind: 'severities', optional: true },
    { name: 'actions', kind: 'actions' },
    { ...NOTE, hidden: true },
  ],
};

export const CHANNEL_KINDS = [
  ...(['website', 'wechat', 'weibo', 'app', 'newspaper', 'tv', 'board', 'screen'] as const),
  'other',
] as const;

export const ACTION_KINDS = [
  ...(['verify', 'clarify', 'reply', 'adopt', 'fix', 'correct', 'refer', 'watch', 'none'] as const),
] as const;

export const isRegister = (text: string | undefined): text is RegisterPath =>
  REGISTERS.some((path) => path === text);
