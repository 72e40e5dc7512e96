import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors, binderOf } from '#workflow';
import type { Actor, Person, Sight, SubjectDoor, SubjectName, WaitingMatter } from '#workflow';
import { ActOnReport } from './act-on-report.js';
import { reportCircles, reportSight } from './report-sight.js';

/** What other libs may ask of reports without knowing them. */
@Injectable()
export class ReportDoor implements SubjectDoor, OnModuleInit {
  constructor(
    private readonly reports: ActOnReport,
    private readonly doors: SubjectDoors,
  ) {}

  onModuleInit(): void {
    this.doors.register('upward-report', this);
  }

  /**
   * Somebody has taken the ladder. When they belong to the unit above, the report is acknowledged with it; when they
   * are ours, they only see to it that it will be, and the refusal is an answer.
   */
  async acknowledgeIfWaiting(
    tx: Tx,
    id: string,
    actor: Actor,
    _note: string | null,
    now: number,
  ): Promise<void> {
    await this.reports.answered(tx, id, actor, null, null, now);
  }

  /** A draft goes out when a leader signs it. */
  async waitingFor(tx: Tx, actor: Person, limit: number): Promise<WaitingMatter[]> {
    if (!actor.roles.includes('leader')) return [];
    const parameters: unknown[] = [limit];
    const sight = reportSight(actor)('d.id', binderOf(parameters));
    const rows = await sql<{ id: string; title: string; since: Date }>(
      tx,
      `SELECT d.id, d.title, d.created_at AS since FROM upward_reports d WHERE d.state = 'draft' AND ${sight}
       ORDER BY since, d.id LIMIT $1`,
      parameters,
    );
    return rows.map(({ since, ...row }) => ({
      ...row,
      ...{ type: 'upward-report', since: since.getTime() },
    }));
  }

  async namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
    const rows = await sql<SubjectName & { id: string }>(
      tx,
      `SELECT r.id, i.number, r.title FROM upward_reports r JOIN incidents i ON i.id = r.incident_id
       WHERE r.id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, number, title }) => [id, { number, title }]));
  }

  sightOf(actor: Actor): Sight {
    return reportSight(actor);
  }

  circlesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    return reportCircles(tx, ids);
  }
}
