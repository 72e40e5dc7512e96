import type { FormField } from '../../../api/incident-types';
import { fromLocalInput } from '../../../time/zone';
import { isBlankRow, rowsIn, textIn, type Values } from './values';

/** What can be said without asking the server. */
export type Fault =
  | { readonly kind: 'missing' | 'notTime' | 'notNumber' }
  | { readonly kind: 'tooFew'; readonly min: number };

/** By the path at which the server would complain: `reason`, `likelihood.spread`, `actions.0.title`. */
export type Faults = Readonly<Record<string, Fault>>;

export function faultsIn(fields: readonly FormField[], values: Values): Faults {
  return Object.fromEntries(
    fields.flatMap((field) =>
      field.type === 'list'
        ? listFaults(field, values)
        : cellFaults(field, field.name, textIn(values, field.name)),
    ),
  );
}

type Found = readonly [path: string, fault: Fault];

function listFaults(field: FormField, values: Values): Found[] {
  const rows = rowsIn(values, field.name);
  const filled = rows.filter((row) => !isBlankRow(row));
  const min = Math.max(field.required ? 1 : 0, field.min ?? 0);
  if (filled.length < min) return [[field.name, { kind: 'tooFew', min }]];
  return rows.flatMap((row, index) =>
    isBlankRow(row)
      ? []
      : (field.item ?? []).flatMap((cell) =>
          cellFaults(
            cell,
            `${field.name}.${String(index)}.${cell.name}`,
            row.cells[cell.name] ?? '',
          ),
        ),
  );
}

function cellFaults(field: FormField, path: string, typed: string): Found[] {
  const text = typed.trim();
  if (text === '') return field.required ? [[path, { kind: 'missing' }]] : [];
  if (field.type === 'time' && fromLocalInput(text) === null) return [[path, { kind: 'notTime' }]];
  if (field.type === 'number' && !isNumber(field, Number(text)))
    return [[path, { kind: 'notNumber' }]];
  return [];
}

function isNumber(
  { integer = false, min = -Infinity, max = Infinity }: FormField,
  value: number,
): boolean {
  return (
    (integer ? Number.isInteger(value) : Number.isFinite(value)) && value >= min && value <= max
  );
}

/** Rows beyond this are shown by the field that holds them. */
const MOST_ROWS = 50;

/** Every path that this form can show a message beside. It depends on the declaration alone, and so stays the same. */
export function pathsOf(fields: readonly FormField[]): string[] {
  return fields.flatMap((field) => [
    field.name,
    ...Array.from({ length: field.type === 'list' ? MOST_ROWS : 0 }, (_, index) =>
      (field.item ?? []).map(({ name }) => `${field.name}.${String(index)}.${name}`),
    ).flat(),
  ]);
}
