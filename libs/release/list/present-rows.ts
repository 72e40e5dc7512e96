import { Injectable } from '@nestjs/common';
import { EscalationPolicies, liveDeadlinesOf, presentDeadline } from '#escalation';
import type { DeadlineView } from '#escalation';
import { Directory } from '#identity';
import { Clock, sql } from '#platform';
import type { Tx } from '#platform';
import { stateOf } from '../core/index.js';
import type { ListedRelease } from './list-releases.js';
import type { ReleaseIncident, ReleaseRowView } from './release.dto.js';

/** Turns rows into what lists show: with names and running deadlines, in four queries for any number of rows. */
@Injectable()
export class ReleaseRowPresenter {
  constructor(
    private readonly directory: Directory,
    private readonly policies: EscalationPolicies,
    private readonly clock: Clock,
  ) {}

  async present(tx: Tx, rows: readonly ListedRelease[]): Promise<ReleaseRowView[]> {
    const units = await this.directory.unitNames(tx, [...new Set(rows.map((row) => row.unitId))]);
    const people = await this.directory.names(tx, [...new Set(rows.map((row) => row.draftedBy))]);
    const incidents = await incidentsOf(
      tx,
      rows.flatMap(({ incidentId }) => incidentId ?? []),
    );
    const deadlines = await this.deadlines(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      state: stateOf(row.state),
      incident: row.incidentId === null ? null : (incidents.get(row.incidentId) ?? null),
      severity: row.severity,
      unit: { id: row.unitId, name: units.get(row.unitId) ?? '' },
      draftedBy: { id: row.draftedBy, name: people.get(row.draftedBy) ?? '' },
      version: row.version,
      textVersion: row.textVersion,
      publishedVersion: row.publishedVersion,
      waits: row.waits,
      publishAt: row.publishAt?.toISOString() ?? null,
      publishedAt: row.publishedAt?.toISOString() ?? null,
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      deadlines: deadlines.get(row.id) ?? [],
    }));
  }

  /** Timers are not deadlines: nobody is late when one fires. */
  private async deadlines(
    tx: Tx,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, DeadlineView[]>> {
    const now = this.clock.now();
    const found = new Map<string, DeadlineView[]>();
    for (const row of await liveDeadlinesOf(tx, ids)) {
      if (row.dueAt === null || this.policies.findClock(row.clock)?.act !== undefined) continue;
      const views = found.get(row.subjectId) ?? [];
      views.push(presentDeadline(row, this.policies, now));
      found.set(row.subjectId, views);
    }
    return found;
  }
}

async function incidentsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReleaseIncident>> {
  const rows = await sql<ReleaseIncident>(
    tx,
    'SELECT id, number, title FROM incidents WHERE id = ANY($1)',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
