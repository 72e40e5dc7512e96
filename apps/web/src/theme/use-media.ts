import { useCallback, useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** Phones: cards instead of rows, thumbs instead of pointers. The same width stands in the style sheets. */
export function usePhone(): boolean {
  return useMedia('(max-width: 640px)');
}

/** On paper nothing can be unfolded, so everything is. */
export function usePrinting(): boolean {
  return useMedia('print');
}
