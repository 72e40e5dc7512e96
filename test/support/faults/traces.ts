import type { Owner } from '../database.js';

/** Clocks with `act` in clocks.yaml: at their time the program does something, and nobody has missed anything. */
const TIMERS = [
  ...['shift-remind-early', 'shift-remind-soon', 'shift-begin', 'shift-check-plan', 'shift-close'],
  'swap-expire',
];

/** What kills must not leave behind, as a query of what they did; no rows, no damage. */
export const DAMAGE: Readonly<Record<string, string>> = {
  'a step that is not one row and one entry, in its order': `
    SELECT e.id FROM escalations e
    CROSS JOIN LATERAL (SELECT count(*) AS n, coalesce(max(ordinal), 0) AS last FROM escalation_steps WHERE escalation_id = e.id) s
    CROSS JOIN LATERAL (SELECT count(*) AS n FROM timeline
      WHERE subject_id = e.subject_id AND type = 'ladder-step' AND data->>'escalationId' = e.id::text) t
    WHERE s.n <> e.steps_taken OR s.last <> e.steps_taken OR t.n <> e.steps_taken`,
  'a missed deadline that is not on the timeline once': `
    SELECT d.id FROM deadlines d CROSS JOIN LATERAL (SELECT count(*) AS n FROM timeline
      WHERE subject_id = d.subject_id AND type = 'deadline-breached' AND data->>'deadlineId' = d.id::text) t
    WHERE d.clock <> ALL ('{${TIMERS.join()}}') AND t.n <> (d.breached_at IS NOT NULL)::int`,
  'a half-written incident': `
    SELECT coalesce(s.id, i.id) AS id FROM (SELECT * FROM subjects WHERE type = 'incident') s
    FULL JOIN incidents i ON i.id = s.id
    WHERE s.id IS NULL OR i.id IS NULL OR i.version <> s.version OR i.state <> s.state`,
  'a half-written shift': `
    SELECT coalesce(s.id, i.id) AS id FROM (SELECT * FROM subjects WHERE type = 'shift') s
    FULL JOIN shifts i ON i.id = s.id
    WHERE s.id IS NULL OR i.id IS NULL OR i.version <> s.version OR i.state <> s.state`,
  'a step that was told in the application and not queued for the webhook': `
    SELECT n.id FROM notifications n JOIN users u ON u.id = n.user_id
    WHERE n.topic = 'escalation.step' AND u.contacts @> '[{"channel": "webhook"}]'
      AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.notification_id = n.id AND d.channel = 'webhook')`,
};

interface SentDelivery {
  readonly id: string;
  readonly bundleId: string | null;
  readonly state: string;
}

/** What is wrong with what was received, against what is said to have been sent; `heard` are ids of messages. */
export async function damageOfDeliveries(
  owner: Owner,
  heard: readonly string[],
): Promise<readonly string[]> {
  const rows = (await owner.select(
    `SELECT id, bundle_id AS "bundleId", state FROM deliveries WHERE channel = 'webhook'`,
  )) as SentDelivery[];
  const ids = new Set(heard);
  const known = new Set(rows.flatMap(({ id, bundleId }) => [id, ...(bundleId ? [bundleId] : [])]));
  const arrived = ({ id, bundleId }: SentDelivery): boolean => ids.has(bundleId ?? id);
  return [
    ...heard.filter((id, at) => heard.indexOf(id) !== at).map((id) => `${id} came twice`),
    ...heard.filter((id) => !known.has(id)).map((id) => `${id} is nobody's`),
    ...rows
      .filter(({ id, bundleId }) => bundleId !== null && ids.has(id))
      .map(({ id }) => `${id} came alone and in a bundle`),
    ...rows
      .filter((row) => row.state === 'delivered' && !arrived(row))
      .map(({ id }) => `${id} is said to be delivered, and never came`),
    ...rows
      .filter((row) => row.state === 'failed' && arrived(row))
      .map(({ id }) => `${id} is said to have failed, and came`),
  ];
}

/** What is due and waits, a moment's grace given. */
export const OVERDUE = `
  SELECT (SELECT count(*) FROM deadlines WHERE fire_at < now() - interval '300 milliseconds')
    + (SELECT count(*) FROM escalations WHERE fire_at < now() - interval '300 milliseconds')`;

export const UNSENT = `
  SELECT count(*) FROM deliveries WHERE state = 'queued' AND next_attempt_at < now() - interval '1500 milliseconds'`;

/** What climbs, or is about to: whoever relieved somebody last will be late to sign in. */
export const CLIMBING = `
  SELECT (SELECT count(*) FROM escalations WHERE state = 'active')
    + (SELECT count(*) FROM deadlines WHERE fire_at < now() + interval '20 seconds')`;

export const UNSETTLED =
  "SELECT count(*) FROM deliveries WHERE state NOT IN ('delivered', 'failed', 'in-doubt')";

/** A live process has settled what it sends within this time: the webhook answers in a fraction of it. */
export const SENDING_NOW =
  "SELECT count(*) FROM deliveries WHERE state = 'sending' AND sending_since > now() - interval '5 seconds'";

/** As if two minutes had gone by: a limit per minute is over, and who was killed while sending is given up. */
export async function letTwoMinutesPass(owner: Owner): Promise<void> {
  await owner.select(
    "UPDATE deliveries SET sending_since = sending_since - interval '2 minutes' WHERE sending_since IS NOT NULL",
  );
  await owner.select("UPDATE deliveries SET next_attempt_at = now() WHERE state = 'queued'");
}
