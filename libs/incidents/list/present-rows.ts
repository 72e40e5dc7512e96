import { Injectable } from '@nestjs/common';
import { EscalationPolicies, liveDeadlinesOf, presentDeadline } from '#escalation';
import { Directory } from '#identity';
import { Clock } from '#platform';
import type { Tx } from '#platform';
import type { IncidentEntity } from '../incident.entity.js';
import { unreadOf } from '../room/watching.repository.js';
import type { IncidentRow, MentionStats } from './incident-row.dto.js';

/** Turns rows into what lists show: with names and running deadlines, in four queries for any number of rows. */
@Injectable()
export class RowPresenter {
  constructor(
    private readonly directory: Directory,
    private readonly policies: EscalationPolicies,
    private readonly clock: Clock,
  ) {}

  async present(
    tx: Tx,
    rows: readonly IncidentEntity[],
    reader: { readonly id: string | null },
  ): Promise<IncidentRow[]> {
    const units = await this.directory.unitNames(
      tx,
      rows.flatMap(({ unitId }) => unitId ?? []),
    );
    const people = await this.directory.names(
      tx,
      rows.flatMap(({ assigneeId }) => assigneeId ?? []),
    );
    const deadlines = await liveDeadlinesOf(
      tx,
      rows.map(({ id }) => id),
    );
    const unread = await unreadOf(
      tx,
      reader.id,
      rows.map(({ id }) => id),
    );
    const now = this.clock.now();
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      claim: row.claim,
      kind: row.kind,
      category: row.category,
      place: row.place,
      state: row.state,
      severity: row.severity,
      verdict: row.verdict,
      unit: reference(row.unitId, units),
      assignee: reference(row.assigneeId, people),
      supervisedAt: row.supervisedAt?.toISOString() ?? null,
      version: row.version,
      detectedAt: row.detectedAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
      mentions: statsOf(row),
      unread: unread.get(row.id) ?? 0,
      deadlines: deadlines
        .filter(({ subjectId, dueAt }) => subjectId === row.id && dueAt !== null)
        .map((deadline) => presentDeadline(deadline, this.policies, now)),
    }));
  }
}

export const reference = (
  id: string | null,
  names: ReadonlyMap<string, string>,
): { id: string; name: string } | null => (id === null ? null : { id, name: names.get(id) ?? '' });

const statsOf = (row: IncidentEntity): MentionStats => ({
  count: row.mentionCount,
  firstSeenAt: row.firstSeenAt?.toISOString() ?? null,
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  peakRank: row.peakRank,
  peakViews: row.peakViews === null ? null : Number(row.peakViews),
});
