import type { Tx } from '../database/tx.js';
import { sql } from '../database/tx.js';

/** What a process does again and again. */
export type BeatKind = 'sweep' | 'audit';

/** Says that this process did its round at `now`. */
export async function writeBeat(
  tx: Tx,
  beat: { readonly processId: string; readonly kind: BeatKind; readonly at: number },
): Promise<void> {
  await sql(
    tx,
    `INSERT INTO engine_beats (process_id, kind, at) VALUES ($1, $2, $3)
     ON CONFLICT (process_id, kind) DO UPDATE SET at = excluded.at`,
    [beat.processId, beat.kind, new Date(beat.at)],
  );
}

/** When any process last did it; null when none has. */
export async function lastBeat(tx: Tx, kind: BeatKind): Promise<number | null> {
  const [row] = await sql<{ at: Date | null }>(
    tx,
    'SELECT max(at) AS at FROM engine_beats WHERE kind = $1',
    [kind],
  );
  return row?.at?.getTime() ?? null;
}

/** Forgets processes that are long gone. */
export async function trimBeats(tx: Tx, before: number): Promise<void> {
  await sql(tx, 'DELETE FROM engine_beats WHERE at < $1', [new Date(before)]);
}
