import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Instant } from '../core/index.js';

/** How the outside address last answered, of any process that asked it. */
interface HeartbeatState {
  readonly succeededAt: Date | null;
  readonly failedAt: Date | null;
  readonly error: string | null;
}

export async function readHeartbeat(tx: Tx): Promise<HeartbeatState> {
  const [row] = await sql<HeartbeatState>(
    tx,
    'SELECT succeeded_at AS "succeededAt", failed_at AS "failedAt", error FROM engine_heartbeat',
  );
  return row ?? { succeededAt: null, failedAt: null, error: null };
}

/** @param error why it did not answer; null when it did */
export async function keepHeartbeat(tx: Tx, at: Instant, error: string | null): Promise<void> {
  await sql(
    tx,
    error === null
      ? `INSERT INTO engine_heartbeat (succeeded_at) VALUES ($1)
         ON CONFLICT (singleton) DO UPDATE SET succeeded_at = excluded.succeeded_at`
      : `INSERT INTO engine_heartbeat (failed_at, error) VALUES ($1, $2)
         ON CONFLICT (singleton) DO UPDATE SET failed_at = excluded.failed_at, error = excluded.error`,
    error === null ? [new Date(at)] : [new Date(at), error],
  );
}
