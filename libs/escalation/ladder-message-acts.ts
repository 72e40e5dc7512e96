import { Injectable } from '@nestjs/common';
import { Directory } from '#identity';
import type { DescribedEscalation, MessageActs } from '#notify';
import { ProblemError, sql } from '#platform';
import type { Tx } from '#platform';
import { AcknowledgeEscalation } from './acknowledge-escalation.js';
import { findEscalation } from './ladders/list-escalations.js';
import { EscalationPolicies } from './policies.js';

/** What messages about ladders can be asked, and do. */
@Injectable()
export class LadderMessageActs implements MessageActs {
  constructor(
    private readonly acknowledgement: AcknowledgeEscalation,
    private readonly policies: EscalationPolicies,
    private readonly directory: Directory,
  ) {}

  /** An exhausted ladder has told its last people, and nobody took it: they are to hear of it all the same. */
  async untaken(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
    const rows = await sql<{ id: string; canBeTaken: boolean }>(
      tx,
      `SELECT id, state = 'active' AND ended_at IS NULL AS "canBeTaken" FROM escalations
       WHERE id = ANY($1) AND state IN ('active', 'exhausted')`,
      [ids],
    );
    return new Map(rows.map(({ id, canBeTaken }) => [id, canBeTaken]));
  }

  async describe(tx: Tx, id: string): Promise<DescribedEscalation | null> {
    const row = await findEscalation(tx, id);
    if (row === null) return null;
    return {
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      clock: row.clock,
      title: this.policies.titleOf(row.clock),
      step: row.taken?.step ?? 0,
      startedAt: row.startedAt,
      isOpen: row.state === 'active' && row.endedAt === null,
    };
  }

  /** Somebody who has left since the message was sent takes nothing any more. */
  async acknowledge(tx: Tx, id: string, userId: string, now: number): Promise<void> {
    const place = await this.directory.placeOf(tx, userId);
    if (place === null) {
      throw new ProblemError(410, 'link.used', 'The person of this link works here no more.');
    }
    await this.acknowledgement.within(tx, id, { kind: 'user', id: userId, ...place }, null, now);
  }
}
