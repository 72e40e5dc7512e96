import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { call } from '../../api/client';
import { getConnection, onConnection } from '../../api/live';
import { queryClient } from '../../api/query-client';
import { randomId } from '../../lib/random-id';
import { readStored, writeStored } from '../../lib/stored';
import { AckQueue, type AckState, type PendingAck } from './ack-queue';

/** When neither the browser nor the stream says that the line is back. */
const RETRY_EVERY = 15_000;

function isPending(value: unknown): value is readonly PendingAck[] {
  return Array.isArray(value);
}

async function send({ escalationId, key }: PendingAck): Promise<void> {
  const input = { params: { id: escalationId }, body: {}, idempotencyKey: key };
  await call('POST /escalations/:id/ack', input);
  // Awaited, so that the row is not seen unacknowledged between the answer and the new desk.
  await Promise.all(
    ['desk', 'escalations'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
  );
}

const queues = new Map<string, AckQueue>();

function queueOf(userId: string): AckQueue {
  const key = `mb.acks.${userId}`;
  const known = queues.get(userId);
  if (known) return known;
  const queue = new AckQueue({
    load: () => readStored(key, isPending) ?? [],
    save: (pending) => writeStored(key, pending),
    newKey: randomId,
    send,
  });
  queues.set(userId, queue);
  return queue;
}

export interface Acks extends AckState {
  readonly acknowledge: (escalationId: string) => void;
}

export function useAcks(userId: string): Acks {
  const queue = useMemo(() => queueOf(userId), [userId]);
  const state = useSyncExternalStore(queue.subscribe, queue.snapshot);
  return useMemo(
    () => ({ ...state, acknowledge: (id: string) => void queue.acknowledge(id) }),
    [queue, state],
  );
}

/** Sends what waits as soon as the line is back. Mounted by the shell, on whatever page one is. */
export function useAckDelivery(userId: string): void {
  useEffect(() => {
    const queue = queueOf(userId);
    const flush = () => void queue.flush();
    const timer = setInterval(flush, RETRY_EVERY);
    const stop = onConnection(() => {
      if (getConnection() === 'live') flush();
    });
    window.addEventListener('online', flush);
    flush();
    return () => {
      clearInterval(timer);
      stop();
      window.removeEventListener('online', flush);
    };
  }, [userId]);
}
