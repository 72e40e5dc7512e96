import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react';
import { sortComplaints } from '../api/problem';
import type { Words } from '../api/types';

export type FieldMessages = Readonly<Partial<Record<string, string>>>;

export interface FormErrors {
  readonly form: RefObject<HTMLFormElement | null>;
  /** What is wrong with the field at this path: found here, or refused by the server. */
  readonly of: (path: string) => readonly (string | Words)[];
}

/**
 * Brings local checks and the server's `errors[].path` to their fields, and the focus to the first of them.
 * `fields` must be the same array between renders (a constant of the module).
 */
export function useFormErrors(
  fields: readonly string[],
  error: unknown,
  local: FieldMessages,
): FormErrors {
  const form = useRef<HTMLFormElement>(null);
  const { byField } = useMemo(() => sortComplaints(error, fields), [error, fields]);
  const of = useCallback(
    (path: string) => {
      const own = local[path];
      return own === undefined ? (byField[path] ?? []) : [own];
    },
    [byField, local],
  );

  useEffect(() => {
    if (Object.keys(byField).length === 0 && Object.keys(local).length === 0) return;
    form.current
      ?.querySelector<HTMLElement>(
        '[aria-invalid="true"]:not(fieldset), fieldset[aria-invalid="true"] input',
      )
      ?.focus();
  }, [byField, local]);

  return { form, of };
}
