import type { Directory } from '#identity';
import { sql } from '#platform';
import type { Tx } from '#platform';
import type { ChannelSetup } from '../channel-setup.js';
import type { SendResult } from '../channels/channel.js';
import { nextAttempt } from '../core/attempt.js';
import { severityOf } from '../core/severity.js';
import { peopleOf } from './people.js';
import { nextDelivery, queueDeliveries } from './queue.js';
import type { NewDelivery } from './queue.js';

/** A delivery whose attempt is over. */
export interface Attempted {
  readonly id: string;
  readonly cause: string;
  readonly notificationId: string | null;
  readonly userId: string;
  readonly severity: string;
  readonly escalationId: string | null;
  /** With this one. */
  readonly attempts: number;
  readonly expiresAt: Date;
  readonly topic: string;
}

type Unlucky = Exclude<SendResult, { state: 'delivered' }>;

interface Office {
  readonly setup: ChannelSetup;
  readonly directory: Directory;
}

/** What became of an attempt: `queued` is to be tried again. */
export type Settled = 'delivered' | 'failed' | 'in-doubt' | 'queued';

/** Writes what became of deliveries that went out in one message. Answers it. */
export async function settle(
  tx: Tx,
  rows: readonly Attempted[],
  result: SendResult,
  office: Office,
  now: number,
): Promise<Settled> {
  if (result.state === 'delivered') {
    await sql(
      tx,
      `UPDATE deliveries SET state = 'delivered', code = NULL, reason = NULL, provider_id = $2, done_at = $3
       WHERE id = ANY($1) AND state = 'sending'`,
      [rows.map(({ id }) => id), result.providerId ?? null, new Date(now)],
    );
    return 'delivered';
  }
  const ways = await otherWays(tx, rows, office, now);
  const again = retryAt(rows, result, ways, office.setup.config.limits.retriesMs, now);
  if (again !== null) {
    await sql(
      tx,
      `UPDATE deliveries SET state = 'queued', code = $2, reason = $3, next_attempt_at = $4
       WHERE id = ANY($1) AND state = 'sending'`,
      [rows.map(({ id }) => id), codeOf(result), result.reason, new Date(again)],
    );
    return 'queued';
  }
  await giveUp(tx, rows, result, ways, now);
  return result.state;
}

/** What went out together is tried again together, as soon as it is worth while for the first of them. */
function retryAt(
  rows: readonly Attempted[],
  result: Unlucky,
  ways: ReadonlyMap<string, NewDelivery>,
  pausesMs: readonly number[],
  now: number,
): number | null {
  if (result.state === 'in-doubt') return null;
  const instants = rows.flatMap(({ id, attempts, severity }) => {
    const failed = {
      attempts,
      severity: severityOf(severity),
      retry: result.retry,
      hasOtherWay: ways.has(id),
      ...(result.retryAfterMs !== undefined && { retryAfterMs: result.retryAfterMs }),
    };
    return nextAttempt(failed, pausesMs, now) ?? [];
  });
  return instants.length < rows.length ? null : Math.min(...instants);
}

/** This channel is done with; whoever has another one is reached there. In doubt, rather told twice than never. */
async function giveUp(
  tx: Tx,
  rows: readonly Attempted[],
  result: Unlucky,
  ways: ReadonlyMap<string, NewDelivery>,
  now: number,
): Promise<void> {
  const given = await sql<{ id: string }>(
    tx,
    `UPDATE deliveries d SET state = $3, code = $4, reason = gone.reason, done_at = $5
     FROM unnest($1::uuid[], $2::text[]) AS gone (id, reason)
     WHERE d.id = gone.id AND d.state = 'sending' RETURNING d.id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ id }) => reasonOf(result, ways.get(id)?.channel)),
      result.state,
      codeOf(result),
      new Date(now),
    ],
  );
  await queueDeliveries(
    tx,
    given.flatMap(({ id }) => ways.get(id) ?? []),
    now,
  );
}

const reasonOf = (result: Unlucky, next: string | undefined): string =>
  next === undefined ? result.reason : `${result.reason} → ${next}`;

const codeOf = (result: Unlucky): string =>
  result.state === 'in-doubt' ? 'in-doubt' : (result.code ?? 'rejected');

/** By delivery: how its person can be reached instead, on a channel that was not tried for this cause. */
async function otherWays(
  tx: Tx,
  rows: readonly Attempted[],
  { setup, directory }: Office,
  now: number,
): Promise<ReadonlyMap<string, NewDelivery>> {
  const people = await peopleOf(tx, directory, [...new Set(rows.map(({ userId }) => userId))]);
  const tried = await triedChannels(tx, rows);
  return new Map(
    rows.flatMap((row) => {
      const person = people.get(row.userId);
      if (person === undefined || row.notificationId === null) return [];
      const matter = {
        ...row,
        notificationId: row.notificationId,
        severity: severityOf(row.severity),
      };
      const before = { tried: tried.get(row.id) ?? new Set(), expiresAt: row.expiresAt.getTime() };
      const next = nextDelivery(matter, person, setup, now, before);
      return next === null ? [] : [[row.id, next] as const];
    }),
  );
}

async function triedChannels(
  tx: Tx,
  rows: readonly Attempted[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = await sql<{ id: string; channels: string[] }>(
    tx,
    `SELECT one.id, array_agg(d.channel) AS channels FROM unnest($1::uuid[], $2::text[], $3::uuid[])
       AS one (id, cause, user_id) JOIN deliveries d ON d.cause = one.cause AND d.user_id = one.user_id
     GROUP BY one.id`,
    [rows.map(({ id }) => id), rows.map(({ cause }) => cause), rows.map(({ userId }) => userId)],
  );
  return new Map(found.map(({ id, channels }) => [id, new Set(channels)]));
}
