import { useSyncExternalStore } from 'react';
import { queryClient } from './query-client';

/** What each event makes old: first elements of query keys. */
const CONCERNS = {
  'incident.changed': [
    ...['desk', 'incidents', 'incident', 'actions', 'handover', 'room', 'matters', 'upward'],
    'overview',
  ],
  'incident.presence': ['room'],
  'incident.marks': ['room', 'incidents', 'desk'],
  'escalation.changed': ['desk', 'incident', 'escalations'],
  notification: ['notifications', 'desk'],
  'matter.changed': ['matters'],
  'upward.changed': ['upward'],
  'release.changed': ['release', 'releases', 'overview'],
  'report.changed': ['reports', 'overview'],
  'instruction.changed': ['instructions', 'overview'],
  'inbox.changed': ['inbox'],
  'source.changed': ['sources'],
  'import.changed': ['imports', 'import', 'sources', 'inbox'],
  'register.changed': ['registers'],
  'shift.changed': ['desk', 'duty', 'shifts', 'shift', 'handover', 'swaps', 'leaves'],
} as const;

type LiveEvent = keyof typeof CONCERNS;
const EVENTS = Object.keys(CONCERNS) as readonly LiveEvent[];

export type Connection = 'connecting' | 'live' | 'lost';

/** The browser retries by itself unless the answer was an error; then we do, at this pace. */
const RETRY_AFTER = 5_000;
/** Several events often come together (a command changes an incident and its escalation): one refetch. */
const TOGETHER = 150;

let connection: Connection = 'connecting';
const listeners = new Set<() => void>();
let concerned = new Set<string>();
let flushing: ReturnType<typeof setTimeout> | undefined;

function setConnection(next: Connection): void {
  if (next === connection) return;
  connection = next;
  listeners.forEach((listener) => listener());
}

function flush(): void {
  const names = concerned;
  concerned = new Set();
  flushing = undefined;
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => names.has(String(queryKey[0])),
  });
}

function note(event: LiveEvent): void {
  CONCERNS[event].forEach((name) => concerned.add(name));
  flushing ??= setTimeout(flush, TOGETHER);
}

/**
 * Follows the server's events until stopped. EventSource itself asks again with `Last-Event-ID`. When a
 * stream has to be opened anew, what happened in between is unknown, so everything on screen is refetched.
 */
export function followLive(): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let openedBefore = false;

  const open = () => {
    source = new EventSource('/api/v1/stream');
    source.onopen = () => {
      setConnection('live');
      if (openedBefore) void queryClient.invalidateQueries();
      openedBefore = true;
    };
    source.onerror = () => {
      setConnection('lost');
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_AFTER);
    };
    for (const event of EVENTS) source.addEventListener(event, () => note(event));
  };

  open();
  return () => {
    clearTimeout(retry);
    source?.close();
    setConnection('connecting');
  };
}

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function getConnection(): Connection {
  return connection;
}

export function useConnection(): Connection {
  return useSyncExternalStore(onConnection, getConnection);
}
