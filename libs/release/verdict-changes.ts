import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Publications } from '#incidents';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { GiveReleaseCommand } from './commands/give-command.js';
import { SYSTEM } from './system.js';

/**
 * What incidents ask of releases. When the verdict on a claim changes, what went out about it has to be put right: a
 * correction is opened; and an incident is not archived over a text that is still under review.
 */
@Injectable()
export class VerdictChanges implements OnModuleInit {
  constructor(
    private readonly publications: Publications,
    private readonly commands: GiveReleaseCommand,
  ) {}

  onModuleInit(): void {
    this.publications.countReviewsBy(openReviews);
    this.publications.onVerdictChanged(async (tx, { incidentId, verdict, reason }, now) => {
      for (const releaseId of await releasesOf(tx, incidentId)) {
        // A correction is never without a reason, and an old command may have come without one.
        const body = { verdict, reason: reason.trim() === '' ? '核查结论变更' : reason };
        const command = { releaseId, name: 'verdict-changed', actor: SYSTEM, body };
        // A refusal is an answer: it was withdrawn or discarded.
        await this.commands.within(tx, { ...command, expectedVersion: null }, now);
      }
    });
  }
}

/** A draft that was never sent to review holds nothing up. */
async function openReviews(tx: Tx, incidentId: string): Promise<number> {
  const [row] = await sql<{ n: number }>(
    tx,
    `SELECT count(*)::int AS n FROM releases WHERE incident_id = $1
       AND state IN ('unit-review', 'publicity-review', 'urgent-review', 'approved')`,
    [incidentId],
  );
  return row?.n ?? 0;
}

async function releasesOf(tx: Tx, incidentId: string): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    tx,
    "SELECT id FROM releases WHERE incident_id = $1 AND state NOT IN ('withdrawn', 'discarded') ORDER BY id",
    [incidentId],
  );
  return rows.map(({ id }) => id);
}
