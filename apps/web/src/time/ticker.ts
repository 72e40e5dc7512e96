import { useCallback, useSyncExternalStore } from 'react';
import { onServerClock, serverNow } from './server-clock';

/** One timer for the whole page, running only while somebody looks at a clock. */
const SECOND = 1_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
  listeners.forEach((listener) => listener());
  // Aligned to the server's full second, so that all countdowns on all screens turn together.
  timer = setTimeout(tick, SECOND - (serverNow() % SECOND));
}

function subscribe(listener: () => void): () => void {
  const stopClock = onServerClock(listener);
  if (listeners.size === 0) timer = setTimeout(tick, SECOND - (serverNow() % SECOND));
  listeners.add(listener);
  return () => {
    stopClock();
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

/** The server's time, rounded down to `step` ms: a component renders again only when that changes. */
export function useServerNow(step: number = SECOND): number {
  const snapshot = useCallback(() => Math.floor(serverNow() / step) * step, [step]);
  return useSyncExternalStore(subscribe, snapshot);
}
