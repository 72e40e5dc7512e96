import { sql } from '#platform';
import type { Tx } from '#platform';

/**
 * Takes away what was said, and leaves the figures (boundaries.md 6). The keys go too: they are made of the wording,
 * and when it is heard again after all that time, it is a new mention for somebody to look at.
 */
const FORGET = `WITH gone AS (
    UPDATE inbox_mentions m SET text = '', grams = '{}', url = NULL, key = gen_random_uuid() WHERE m.text <> '' AND CONDITION
    RETURNING id, topic_id
  ), addresses AS (
    UPDATE sightings SET url = NULL WHERE url IS NOT NULL AND mention_id IN (SELECT id FROM gone)
  ), matches AS (
    DELETE FROM topic_matches WHERE topic_id IN (SELECT topic_id FROM gone)
  )
  UPDATE topics t SET title = '', key = gen_random_uuid()
  WHERE t.id IN (SELECT topic_id FROM gone) AND t.title <> '' AND NOT EXISTS (
    SELECT FROM inbox_mentions m WHERE m.topic_id = t.id AND m.text <> '' AND m.id NOT IN (SELECT id FROM gone))`;

/** Of an incident whose wordings have had their time. */
export async function forgetWordingsOf(tx: Tx, incidentId: string): Promise<void> {
  await sql(tx, FORGET.replace('CONDITION', 'm.incident_id = $1'), [incidentId]);
}

/** Of mentions that were discarded before this. */
export async function forgetDiscarded(tx: Tx, before: Date): Promise<void> {
  await sql(tx, FORGET.replace('CONDITION', "m.state = 'discarded' AND m.changed_at < $1"), [
    before,
  ]);
}
