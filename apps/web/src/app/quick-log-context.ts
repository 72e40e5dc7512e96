import { createContext, useContext } from 'react';

/** Opens the quick log from anywhere in the shell. */
export const QuickLogContext = createContext<() => void>(() => undefined);

export function useOpenQuickLog(): () => void {
  return useContext(QuickLogContext);
}
