import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { isStale, showIncident } from './incidents';
import type { IncidentPage } from './incident-types';
import { queryClient } from './query-client';
import type { Person } from './types';

/** The room of an incident as one person finds it. */
export interface Room {
  /** Who looks at it now, oneself among them. */
  readonly present: readonly Person[];
  readonly watching: boolean;
  readonly muted: boolean;
  /** The last entry of the timeline that one has seen; null before the first look. */
  readonly seenSeq: number | null;
  readonly lastSeq: number;
}

interface OfIncident {
  readonly id: string;
}

export interface RoomRoutes {
  'GET /incidents/:id/room': { params: OfIncident; result: Room };
  'POST /incidents/:id/presence': { params: OfIncident; result: Room };
  'PUT /incidents/:id/watch': {
    params: OfIncident;
    body: { readonly watching: boolean; readonly muted: boolean };
    result: Room;
  };
  'POST /incidents/:id/read': {
    params: OfIncident;
    body: { readonly seq: number };
    result: Room;
  };
}

const keyOf = (id: string) => ['room', id] as const;

export function useRoom(id: string) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: () => call('GET /incidents/:id/room', { params: { id } }),
  });
}

const show = (id: string) => (room: Room) => queryClient.setQueryData(keyOf(id), room);

/** A sign of life. One that does not get through is followed by the next. */
export async function enterRoom(id: string): Promise<void> {
  await call('POST /incidents/:id/presence', { params: { id } }).then(show(id), () => undefined);
}

/** Also while the page is being closed, when nothing else would get out any more. */
export function leaveRoom(id: string): void {
  const address = `/api/v1/incidents/${encodeURIComponent(id)}/presence`;
  fetch(address, { method: 'DELETE', keepalive: true }).catch(() => undefined);
}

export function useWatch(id: string) {
  return useMutation({
    mutationFn: (wanted: { readonly watching: boolean; readonly muted: boolean }) =>
      call('PUT /incidents/:id/watch', { params: { id }, body: wanted }),
    onSuccess: show(id),
  });
}

/** Everything up to this entry was on the screen. */
export async function markRead(id: string, seq: number): Promise<void> {
  const body = { seq };
  await call('POST /incidents/:id/read', { params: { id }, body }).then(show(id), () => undefined);
}

export interface Comment {
  readonly text: string;
  readonly mentionIds: readonly string[];
}

/** More people than this do not act on one incident within the time of a request. */
const TRIES = 5;

/** A comment overwrites nothing: when somebody else was faster, it goes out again on what is there now. */
export function useComment(incident: Pick<IncidentPage, 'id' | 'version'>, onDone: () => void) {
  return useMutation({
    mutationFn: async (comment: Comment): Promise<IncidentPage> => {
      let expectedVersion = incident.version;
      for (let tries = 1; ; tries += 1) {
        try {
          return await call('POST /incidents/:id/commands/:command', {
            params: { id: incident.id, command: 'note' },
            body: { ...comment, expectedVersion },
          });
        } catch (error) {
          if (tries === TRIES || !isStale(error)) throw error;
          const params = { id: incident.id };
          expectedVersion = (await call('GET /incidents/:id', { params })).version;
        }
      }
    },
    onSuccess: (page) => {
      showIncident(page);
      onDone();
    },
  });
}
