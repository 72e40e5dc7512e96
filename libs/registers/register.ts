import type { RecordProblem } from './core/index.js';

export const REGISTER_NAMES = [
  ...(['channel', 'sensitive-date', 'risk-point', 'responsibility', 'plan-template'] as const),
] as const;
export type RegisterName = (typeof REGISTER_NAMES)[number];

/** Where a field is kept; a list of records is kept as JSON. */
export type Column = string | { readonly column: string; readonly json: true };

/** One kind of plain record: where it is kept, how it is sorted, and what makes sense in it. */
export interface Register<Fields extends object> {
  /** What it is called on the timeline. */
  readonly name: RegisterName;
  readonly table: string;
  readonly columns: { readonly [Field in keyof Fields]: Column };
  /** The field of which no two records in use have the same. */
  readonly unique: (keyof Fields & string) | null;
  /** SQL for a text by which lists are sorted. */
  readonly order: string;
  /** The record with its texts as they may be stored. */
  readonly cleaned: (fields: Fields, clean: (text: string) => string) => Fields;
  readonly problems: (fields: Fields) => readonly RecordProblem[];
  /** The ids and codes it points to, each by the path of its field. */
  readonly units: (fields: Fields) => ReadonlyMap<string, string | null>;
  readonly category: (fields: Fields) => string | null;
}

/** A record as it is kept. Instants are epoch milliseconds. */
export interface Kept<Fields extends object> {
  readonly id: string;
  readonly fields: Fields;
  readonly version: number;
  readonly createdAt: number;
  /** Null: it came with the program. */
  readonly createdBy: string | null;
  readonly changedAt: number;
  readonly changedBy: string | null;
  /** Out of use since; null while it is in use. */
  readonly retiredAt: number | null;
}

export const orNull = (clean: (text: string) => string, text: string | null): string | null =>
  text === null ? null : clean(text);
