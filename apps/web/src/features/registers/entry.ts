import type { RegisterRecord } from '../../api/registers';
import { dueOfText, dueToText, type DueUnit } from './due';
import type { FieldSpec } from './specs';

export interface ActionEntry {
  readonly title: string;
  readonly kind: string;
  readonly basis: string;
  /** Empty: the unit responsible for the incident. */
  readonly unitId: string;
  readonly amount: string;
  readonly unit: DueUnit;
}

export type EntryValue = string | boolean | readonly string[] | readonly ActionEntry[];

/** A record as its form holds it. */
export type Entry = Readonly<Record<string, EntryValue>>;

export const AN_ACTION: ActionEntry = {
  ...{ title: '', kind: 'verify', basis: '', unitId: '', amount: '1', unit: 'days' },
};

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

export const actionsOf = (value: unknown): readonly ActionEntry[] =>
  (Array.isArray(value) ? value : []).map((action: unknown) => ({
    title: text(member(action, 'title')),
    kind: text(member(action, 'kind')),
    basis: text(member(action, 'basis')),
    unitId: text(member(action, 'unitId')),
    ...dueOfText(text(member(action, 'dueIn'))),
  }));

function valueOf({ kind }: FieldSpec, stored: unknown, today: string): EntryValue {
  switch (kind) {
    case 'yearly':
      return stored === true;
    case 'kinds':
    case 'severities':
      return texts(stored);
    case 'actions':
      return stored === undefined ? [AN_ACTION] : actionsOf(stored);
    case 'day':
      return stored === undefined ? today : text(stored);
    case 'days':
      return stored === undefined ? '1' : text(stored);
    case 'level':
      return stored === undefined ? '3' : text(stored);
    case 'channel-kind':
      return stored === undefined ? 'website' : text(stored);
    case 'text':
    case 'area':
    case 'address':
    case 'unit':
    case 'category':
      return text(stored);
  }
}

/** The form of a record, or of a new one. */
export const entryOf = (
  spec: readonly FieldSpec[],
  record: RegisterRecord | null,
  today: string,
): Entry =>
  Object.fromEntries(
    spec.map((field) => [field.name, valueOf(field, record?.[field.name], today)]),
  );

const isAction = (value: string | ActionEntry): value is ActionEntry => typeof value !== 'string';

function bodyValue({ kind }: FieldSpec, value: EntryValue | undefined): unknown {
  if (Array.isArray(value)) {
    const list = value as readonly (string | ActionEntry)[];
    return list.map((one) => (isAction(one) ? actionBody(one) : one));
  }
  if (typeof value !== 'string') return value;
  const trimmed = value.trim();
  if (kind === 'days' || kind === 'level') return Number(trimmed);
  return trimmed === '' ? null : trimmed;
}

const actionBody = ({ title, kind, basis, unitId, ...due }: ActionEntry) => ({
  ...{ title: title.trim(), kind, dueIn: dueToText(due) },
  basis: basis.trim() === '' ? null : basis.trim(),
  unitId: unitId === '' ? null : unitId,
});

/** What is sent. An empty optional field is none; an empty one that is needed stays out, and is missed there. */
export const bodyOf = (
  spec: readonly FieldSpec[],
  entry: Entry,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    spec
      .map((field) => [field, bodyValue(field, entry[field.name])] as const)
      .filter(([{ optional }, value]) => value !== null || optional === true)
      .map(([{ name }, value]) => [name, value]),
  );

/** The names of needed fields that are empty. */
export const missingIn = (spec: readonly FieldSpec[], entry: Entry): readonly string[] =>
  spec.flatMap(({ name, optional, kind }) => {
    const value = entry[name];
    const isEmpty = typeof value === 'string' && value.trim() === '';
    return isEmpty && optional !== true && kind !== 'yearly' ? [name] : [];
  });
