import type { FormField } from '../../../api/incident-types';
import { fromLocalInput } from '../../../time/zone';

/** One row of a list field, as typed. */
export interface Row {
  /** Tells rows apart on the screen; it is not sent. */
  readonly key: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** What is typed into a form: text for every field, rows for lists. Empty text means nothing. */
export type Values = Readonly<Record<string, string | readonly Row[]>>;

/** A draft may come from another version of the form, so what it holds is looked at before it is believed. */
export function textIn(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

export function rowsIn(values: Values, name: string): readonly Row[] {
  const value = values[name] ?? [];
  return typeof value === 'string' ? [] : value;
}

/** A form with nothing typed. A choice of one is no choice: it is made. */
export function blankValues(fields: readonly FormField[]): Values {
  return Object.fromEntries(
    fields.map((field) => [field.name, field.type === 'list' ? [] : onlyValue(field)]),
  );
}

function onlyValue({ required, values = [] }: FormField): string {
  return required && values.length === 1 ? (values[0] ?? '') : '';
}

export function isBlankRow(row: Row): boolean {
  return Object.values(row.cells).every((cell) => cell.trim() === '');
}

/** The parameters of a command as the API takes them: without what is empty, dotted names nested, times as ISO. */
export function bodyOf(fields: readonly FormField[], values: Values): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    const value =
      field.type === 'list' ? listOf(field, values) : cellOf(field, textIn(values, field.name));
    if (value !== undefined) put(body, field.name, value);
  }
  return body;
}

function listOf(field: FormField, values: Values): unknown[] | undefined {
  const rows = rowsIn(values, field.name)
    .filter((row) => !isBlankRow(row))
    .map((row) => rowBody(field.item ?? [], row));
  return rows.length > 0 ? rows : undefined;
}

function rowBody(item: readonly FormField[], { cells }: Row): Record<string, unknown> {
  const filled = item.map((field) => [field.name, cellOf(field, cells[field.name] ?? '')] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined));
}

function cellOf({ type }: FormField, typed: string): unknown {
  const text = typed.trim();
  if (text === '') return undefined;
  switch (type) {
    case 'number':
      return Number(text);
    case 'boolean':
      return text === 'true';
    case 'time':
      return fromLocalInput(text) ?? text;
    case 'ids':
      return text.split(/[\s,]+/);
    case 'text':
    case 'enum':
    case 'id':
    case 'clock':
    case 'list':
      return text;
  }
}

function put(body: Record<string, unknown>, name: string, value: unknown): void {
  const [head = name, ...rest] = name.split('.');
  if (rest.length === 0) {
    body[head] = value;
    return;
  }
  const inner = (body[head] ??= {}) as Record<string, unknown>;
  put(inner, rest.join('.'), value);
}
