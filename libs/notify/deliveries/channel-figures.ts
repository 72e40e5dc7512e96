import { sql } from '#platform';
import type { Tx } from '#platform';
import { CHANNEL_NAMES } from '../core/channel-name.js';
import type { ChannelName } from '../core/channel-name.js';

/** How messages through one channel do. */
export interface ChannelFigures {
  readonly channel: ChannelName;
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  readonly lastError: string | null;
  /** Waiting for their turn: quiet hours and pauses between attempts count. */
  readonly queued: number;
  readonly failed24h: number;
  readonly inDoubt24h: number;
  /** When the oldest that should be on its way was due; null when none is late. */
  readonly waitingSince: Date | null;
  /** Since when every message on it has failed; null when the last one arrived, or none was sent. */
  readonly failingSince: Date | null;
}

const DAY_MS = 24 * 3_600_000;
/** What went wrong with the channel itself; a wrong address says nothing of the others. */
const OF_THE_CHANNEL = `('unreachable', 'rate-limited', 'server-error', 'rejected', 'in-doubt')`;

/** How every channel does, set up or not. */
export async function channelFigures(tx: Tx, now: number): Promise<ChannelFigures[]> {
  const rows = await sql<ChannelFigures>(
    tx,
    `SELECT c.channel, ok.at AS "lastSuccessAt", bad.at AS "lastFailureAt", bad.reason AS "lastError",
       coalesce(waiting.count, 0)::int AS queued, waiting.since AS "waitingSince",
       coalesce(day.failed, 0)::int AS "failed24h", coalesce(day.doubtful, 0)::int AS "inDoubt24h",
       (SELECT min(d.sending_since) FROM deliveries d
        WHERE d.channel = c.channel AND d.sending_since > coalesce(ok.at, $2) AND d.sending_since > $2
          AND d.state IN ('queued', 'failed', 'in-doubt') AND d.code IN ${OF_THE_CHANNEL}) AS "failingSince"
     FROM unnest($1::text[]) WITH ORDINALITY AS c (channel, place)
     LEFT JOIN LATERAL (
       SELECT max(done_at) AS at FROM deliveries d WHERE d.channel = c.channel AND d.state = 'delivered') ok ON true
     LEFT JOIN LATERAL (
       SELECT sending_since AS at, reason FROM deliveries d
       WHERE d.channel = c.channel AND d.state IN ('queued', 'failed', 'in-doubt') AND d.sending_since IS NOT NULL
         AND d.reason IS NOT NULL AND d.sending_since > $2
       ORDER BY sending_since DESC LIMIT 1) bad ON true
     LEFT JOIN LATERAL (
       SELECT count(*) AS count, min(next_attempt_at) FILTER (WHERE next_attempt_at <= $3) AS since
       FROM deliveries d WHERE d.channel = c.channel AND d.state = 'queued') waiting ON true
     LEFT JOIN LATERAL (
       SELECT count(*) FILTER (WHERE d.state = 'failed' AND d.code <> 'not-needed') AS failed,
         count(*) FILTER (WHERE d.state = 'in-doubt') AS doubtful
       FROM deliveries d
       WHERE d.channel = c.channel AND d.state IN ('failed', 'in-doubt') AND d.done_at > $2) day ON true
     ORDER BY c.place`,
    [CHANNEL_NAMES, new Date(now - DAY_MS), new Date(now)],
  );
  return rows;
}
