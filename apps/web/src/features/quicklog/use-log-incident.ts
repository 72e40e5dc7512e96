import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { call } from '../../api/client';
import { queryClient } from '../../api/query-client';
import type { Incident, NewIncident } from '../../api/types';
import { randomId } from '../../lib/random-id';
import { serverNow } from '../../time/server-clock';
import { incidentOf, type Entry } from './entry';

interface Attempt {
  readonly entry: Entry;
  readonly body: NewIncident;
  readonly key: string;
}

/**
 * Sends the entry. When no answer came, it may still have been saved: the same entry is sent again with the
 * same key and the very same body, so that the server answers with the incident that it has.
 */
export function useLogIncident(onSaved: (incident: Incident) => void) {
  const last = useRef<Attempt | null>(null);
  const mutation = useMutation({
    mutationFn: ({ body, key }: Attempt) => call('POST /incidents', { body, idempotencyKey: key }),
    onSuccess: (incident) => {
      last.current = null;
      void queryClient.invalidateQueries({ queryKey: ['desk'] });
      void queryClient.invalidateQueries({ queryKey: ['incidents'] });
      onSaved(incident);
    },
  });

  const submit = (entry: Entry) => {
    if (entry.kind === '' || mutation.isPending) return;
    const attempt =
      last.current?.entry === entry
        ? last.current
        : { entry, body: incidentOf(entry, entry.kind, serverNow()), key: randomId() };
    last.current = attempt;
    mutation.mutate(attempt);
  };

  return { submit, isPending: mutation.isPending, error: mutation.error };
}
