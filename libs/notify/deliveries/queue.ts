import { newId, sql } from '#platform';
import type { Tx } from '#platform';
import type { ChannelName } from '../core/channel-name.js';
import { heldUntil } from '../core/quiet.js';
import { channelsFor } from '../core/reach.js';
import type { Way } from '../core/reach.js';
import type { Severity } from '../core/severity.js';
import { isTopic, ruleOf } from '../core/topics.js';
import type { Person } from './people.js';

/** What is to be told to one person. */
export interface Matter {
  readonly notificationId: string;
  readonly cause: string;
  readonly userId: string;
  readonly topic: string;
  readonly severity: Severity;
  readonly escalationId: string | null;
}

/** A delivery that waits for its turn. */
export interface NewDelivery extends Matter, Way {
  readonly at: number;
  readonly expiresAt: number;
}

/** After so long nobody wants to be called any more: a replayed past, a program that stood still. */
const TELL_WITHIN_MS = 3_600_000;

interface Office {
  readonly available: ReadonlySet<ChannelName>;
  readonly timeZone: string;
}

/**
 * The next delivery of a matter to a person: on their first channel that was not tried yet, now or when their quiet
 * hours end. Null when there is none left, or the matter does not leave the house.
 */
export function nextDelivery(
  matter: Matter,
  person: Person,
  office: Office,
  now: number,
  before: { readonly tried: ReadonlySet<string>; readonly expiresAt: number } | null = null,
): NewDelivery | null {
  if (!isTopic(matter.topic)) return null;
  const way = channelsFor(person, matter.severity, office.available).find(
    ({ channel }) => before?.tried.has(channel) !== true,
  );
  if (way === undefined) return null;
  const { atOnce } = ruleOf(matter.topic);
  const held = heldUntil(person.quiet, { severity: matter.severity, atOnce }, now, office.timeZone);
  const expiresAt =
    held !== null ? held + TELL_WITHIN_MS : (before?.expiresAt ?? now + TELL_WITHIN_MS);
  return { ...matter, ...way, at: held ?? now, expiresAt };
}

/** Queues deliveries in one statement. What was queued for the same cause before stays as it is. */
export async function queueDeliveries(
  tx: Tx,
  rows: readonly NewDelivery[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  await sql(
    tx,
    `INSERT INTO deliveries (id, notification_id, cause, user_id, channel, address, severity, escalation_id, state,
       next_attempt_at, expires_at, created_at)
     SELECT id, notification_id, cause, user_id, channel, address, severity, escalation_id, 'queued', at, expires_at, $11
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[],
       $9::timestamptz[], $10::timestamptz[])
       AS d (id, notification_id, cause, user_id, channel, address, severity, escalation_id, at, expires_at)
     ON CONFLICT (cause, user_id, channel) DO NOTHING`,
    [
      rows.map(() => newId()),
      rows.map((row) => row.notificationId),
      rows.map((row) => row.cause),
      rows.map((row) => row.userId),
      rows.map((row) => row.channel),
      rows.map((row) => row.address),
      rows.map((row) => row.severity),
      rows.map((row) => row.escalationId),
      rows.map((row) => new Date(row.at)),
      rows.map((row) => new Date(row.expiresAt)),
      new Date(now),
    ],
  );
}
