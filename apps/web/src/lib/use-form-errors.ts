import { useCallback, useEffect, useMemo, type RefObject } from 'react';
import { sortComplaints } from '../api/problem';
import type { Words } from '../api/types';

export type FieldMessages = Readonly<Partial<Record<string, string>>>;

/** What is wrong with the field at this path: found here, or refused by the server. */
export type ErrorsOf = (path: string) => readonly (string | Words)[];

const INVALID = '[aria-invalid="true"]:not(fieldset), fieldset[aria-invalid="true"] input';

/**
 * Brings local checks and the server's `errors[].path` to their fields, and the focus to the first of them.
 * `fields` must be the same array between renders (a constant of the module).
 */
export function useFormErrors(
  form: RefObject<HTMLFormElement | null>,
  fields: readonly string[],
  error: unknown,
  local: FieldMessages,
): ErrorsOf {
  const { byField } = useMemo(() => sortComplaints(error, fields), [error, fields]);

  useEffect(() => {
    if (Object.keys(byField).length === 0 && Object.keys(local).length === 0) return;
    form.current?.querySelector<HTMLElement>(INVALID)?.focus();
  }, [form, byField, local]);

  return useCallback(
    (path: string) => {
      const own = local[path];
      return own === undefined ? (byField[path] ?? []) : [own];
    },
    [byField, local],
  );
}
