import { useCallback, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ME_KEY } from '../api/session';
import type { Me } from '../api/types';
import { readStored, removeStored, writeStored } from './stored';

export interface Draft<T> {
  readonly value: T;
  readonly change: (change: Partial<T>) => void;
  /** Forget the draft and begin anew: after it was sent. */
  readonly clear: () => void;
  /** True while something is typed that was not sent. */
  readonly dirty: boolean;
}

/** A stored draft of an older version of the form may lack fields or hold others: only known ones are taken. */
function restore<T extends object>(key: string, initial: T): T {
  const stored = readStored(
    key,
    (value): value is Partial<T> => typeof value === 'object' && value !== null,
  );
  if (stored === null) return initial;
  const known = Object.entries(stored).filter(([name]) => name in initial);
  return { ...initial, ...Object.fromEntries(known) };
}

/**
 * The content of a form, kept on this device with every keystroke, for this person only: a shared computer
 * must not show one officer's words to the next. It survives reloads, sign-out and a lost session.
 */
export function useDraft<T extends object>(form: string, initial: T): Draft<T> {
  const me = useQueryClient().getQueryData<Me | null>(ME_KEY);
  const key = `mb.draft.${me?.id ?? 'nobody'}.${form}`;
  const [blank] = useState(initial);
  const [value, setValue] = useState(() => restore(key, initial));

  const change = useCallback(
    (next: Partial<T>) =>
      setValue((old) => {
        const merged = { ...old, ...next };
        writeStored(key, merged);
        return merged;
      }),
    [key],
  );
  const clear = useCallback(() => {
    removeStored(key);
    setValue(blank);
  }, [key, blank]);

  return { value, change, clear, dirty: JSON.stringify(value) !== JSON.stringify(blank) };
}
