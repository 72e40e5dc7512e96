import { Injectable } from '@nestjs/common';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime } from '#workflow';
import type { Facts } from '#workflow';
import { SYSTEM } from '../commands/execute-command.js';
import { recountReach } from '../mentions.js';
import { project } from '../projector.js';
import { announce } from '../sight/announce.js';
import { MOST_AT_ONCE } from './join-sightings.js';

const BACK_IN_INBOX =
  '登记撤销，线索已移回收件箱。Logging was undone; the mentions are back in the inbox.';

/** What came from the inbox leaves its incidents, wherever merges took it. Their timelines say so. */
@Injectable()
export class RemoveMentions {
  constructor(private readonly runtime: WorkflowRuntime) {}

  /** The incidents that hold something of these mentions of the inbox. */
  async holders(tx: Tx, inboxIds: readonly string[]): Promise<string[]> {
    const rows = await sql<{ incident_id: string }>(
      tx,
      `SELECT DISTINCT m.incident_id FROM sightings s JOIN mentions m ON m.sighting_id = s.id
       WHERE s.mention_id = ANY($1::uuid[])`,
      [inboxIds],
    );
    return rows.map((row) => row.incident_id);
  }

  async within(tx: Tx, inboxIds: readonly string[], now: number): Promise<void> {
    await this.runtime.lock(tx, await this.holders(tx, inboxIds));
    const rows = await sql<{ id: string; incident_id: string }>(
      tx,
      `DELETE FROM mentions WHERE sighting_id IN (SELECT id FROM sightings WHERE mention_id = ANY($1::uuid[]))
       RETURNING id, incident_id`,
      [inboxIds],
    );
    for (const incidentId of new Set(rows.map((row) => row.incident_id))) {
      const ids = rows.filter((row) => row.incident_id === incidentId).map(({ id }) => id);
      for (let at = 0; at < ids.length; at += MOST_AT_ONCE)
        await this.give(
          tx,
          incidentId,
          'remove-mention',
          { mentionIds: ids.slice(at, at + MOST_AT_ONCE) },
          now,
        );
      await recountReach(tx, [incidentId]);
    }
  }

  /** An incident that was made of nothing else, and that nobody has touched, goes too. */
  async retract(tx: Tx, incidentId: string, now: number): Promise<void> {
    const [row] = await sql<{ untouched: boolean }>(
      tx,
      `SELECT mention_count = 0 AND state = 'detected' AS untouched FROM incidents WHERE id = $1`,
      [incidentId],
    );
    if (row?.untouched === true)
      await this.give(tx, incidentId, 'retract', { reason: BACK_IN_INBOX }, now);
  }

  private async give(
    tx: Tx,
    incidentId: string,
    name: string,
    params: Facts,
    now: number,
  ): Promise<void> {
    const loaded = (await this.runtime.lock(tx, [incidentId])).get(incidentId);
    if (loaded === undefined) throw new Error(`incident ${incidentId} is not there`);
    const command = { name, actor: SYSTEM, params, expectedVersion: null };
    const decision = this.runtime.decide(loaded, command, now);
    if (!decision.ok) throw new Error(`${name} was refused: ${JSON.stringify(decision.reasons)}`);
    await this.runtime.persist(tx, loaded, decision, now);
    await project(tx, decision, now);
    await announce(tx, decision, loaded.subject.facts, now);
  }
}
