import { useCallback, useEffect, useRef, useState } from 'react';
import { queryClient } from '../../api/query-client';
import { uploadAttachment } from '../../api/upload';
import type { Shot } from './shots';

export interface SentShot {
  readonly shot: Shot;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed';
  /** 0–1 */
  readonly share: number;
  readonly error: unknown;
}

/** Attaches the pictures to the incident, one after the other. One that fails is kept, to be tried again. */
export function useSendShots(incidentId: string, shots: readonly Shot[]) {
  const [sent, setSent] = useState<readonly SentShot[]>(() =>
    shots.map((shot) => ({ shot, state: 'waiting', share: 0, error: null })),
  );
  const isBusy = useRef(false);

  const send = useCallback(
    async (which: readonly Shot[]) => {
      if (isBusy.current) return;
      isBusy.current = true;
      const note = (id: string, change: Partial<SentShot>) =>
        setSent((all) => all.map((one) => (one.shot.id === id ? { ...one, ...change } : one)));
      for (const { id, file } of which) {
        note(id, { state: 'sending', share: 0, error: null });
        await uploadAttachment(incidentId, file, (share) => note(id, { share })).done.then(
          () => note(id, { state: 'sent' }),
          (error: unknown) => note(id, { state: 'failed', error }),
        );
      }
      isBusy.current = false;
      void queryClient.invalidateQueries({ queryKey: ['incident', incidentId] });
    },
    [incidentId],
  );

  useEffect(() => void send(shots), [send, shots]);

  const failed = sent.filter(({ state }) => state === 'failed').map(({ shot }) => shot);
  return { sent, failed, retry: () => void send(failed) };
}
