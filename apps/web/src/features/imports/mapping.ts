import { FIELDS, type ImportField, type Mapping } from '../../api/imports';

/** Without these a row is no sighting. */
export const NEEDED: readonly ImportField[] = ['text', 'seenAt'];

/** What is read, as it was guessed and then changed by hand. */
export const mappingOf = (guessed: Mapping, changed: Mapping): Mapping => ({
  ...guessed,
  ...changed,
});

/** What to send: that no column is something matters only where one would be guessed. */
export function mappingToSend(guessed: Mapping, changed: Mapping): Mapping {
  const mapping = mappingOf(guessed, changed);
  const told = FIELDS.filter(
    (field) => (mapping[field] ?? '') !== '' || (guessed[field] ?? '') !== '',
  );
  return Object.fromEntries(told.map((field) => [field, mapping[field] ?? '']));
}

/** The needed fields that no column was given for. */
export const whatIsMissing = (mapping: Mapping): readonly ImportField[] =>
  NEEDED.filter((field) => (mapping[field] ?? '') === '');
