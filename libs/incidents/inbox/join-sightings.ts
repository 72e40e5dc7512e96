import { Injectable } from '@nestjs/common';
import type { KeptSighting } from '#intake';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime } from '#workflow';
import { AddMentions } from '../add-mentions.js';
import type { NewMention } from '../mentions.js';

/** As many as one entry of the timeline names. */
export const MOST_AT_ONCE = 1_000;

/** What was seen of a mention becomes part of its incident. What is part of it already stays as it is. */
@Injectable()
export class JoinSightings {
  constructor(
    private readonly mentions: AddMentions,
    private readonly runtime: WorkflowRuntime,
  ) {}

  /** To the incident of their mention, or to where that has been merged. */
  async within(tx: Tx, sightings: readonly KeptSighting[], now: number): Promise<void> {
    const homes = await homesOf(tx, [...new Set(sightings.map(({ mentionId }) => mentionId))]);
    const byIncident = new Map<string, NewMention[]>();
    for (const sighting of sightings) {
      const home = homes.get(sighting.mentionId);
      const incidentId = home?.incident_id ?? sighting.incidentId;
      if (incidentId === null) continue;
      const joining = byIncident.get(incidentId) ?? [];
      byIncident.set(incidentId, [...joining, mentionOf(sighting, home?.merge_path ?? [])]);
    }
    // All at once and in their order, whichever comes first in the list.
    await this.runtime.lock(tx, [...byIncident.keys()]);
    for (const [incidentId, joining] of byIncident)
      for (let at = 0; at < joining.length; at += MOST_AT_ONCE)
        await this.mentions.within(tx, incidentId, joining.slice(at, at + MOST_AT_ONCE), now);
  }
}

export const mentionOf = (
  { source, url, text, seenAt, rank, views, sightingId }: KeptSighting,
  mergePath: readonly string[],
): NewMention => ({ source, url, text, seenAt, rank, views, sightingId, mergePath });

interface Home {
  readonly mention_id: string;
  readonly incident_id: string;
  readonly merge_path: readonly string[];
}

/** Where the earlier sightings of these mentions are by now. */
async function homesOf(tx: Tx, mentionIds: readonly string[]): Promise<Map<string, Home>> {
  const rows = await sql<Home>(
    tx,
    `SELECT DISTINCT ON (s.mention_id) s.mention_id, m.incident_id, m.merge_path
     FROM sightings s JOIN mentions m ON m.sighting_id = s.id WHERE s.mention_id = ANY($1::uuid[])`,
    [mentionIds],
  );
  return new Map(rows.map((row) => [row.mention_id, row]));
}
