import type { FieldMessages } from '../../../lib/use-form-errors';
import type { AdminText } from '../text';
import { CONTACTS_MAX, type Wrong } from './values';

/** Paths that the forms show beside their own fields. */
export const DETAIL_FIELDS: readonly string[] = [
  'name',
  'roles',
  'unitId',
  ...Array.from({ length: CONTACTS_MAX }, (_, index) => `contacts.${String(index)}.address`),
];
export const NEW_FIELDS: readonly string[] = [...DETAIL_FIELDS, 'username', 'password'];
export const PASSWORD_FIELDS: readonly string[] = ['password'];
export const NOTHING_WRONG: FieldMessages = {};

export function inWords(
  wrong: Readonly<Partial<Record<string, Wrong | null>>>,
  t: AdminText,
): FieldMessages {
  return Object.fromEntries(
    Object.entries(wrong).flatMap(([path, key]) => (key ? [[path, t(key)]] : [])),
  );
}
