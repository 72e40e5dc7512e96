import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type { Actor, Person, Sight, SubjectDoor, SubjectName, WaitingMatter } from '#workflow';
import { reportSight } from './report-sight.js';
import { reportCircles } from './tell-pages.js';

/** What other libs may ask of reports without knowing them. */
@Injectable()
export class ReportDoor implements SubjectDoor, OnModuleInit {
  constructor(private readonly doors: SubjectDoors) {}

  onModuleInit(): void {
    this.doors.register('report', this);
  }

  /** A report has no number; its period tells it from others. */
  async namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectName>> {
    const rows = await sql<SubjectName & { id: string }>(
      tx,
      'SELECT id, period_name AS number, title FROM reports WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map(({ id, number, title }) => [id, { number, title }]));
  }

  /** What was submitted by somebody else waits for any leader. */
  async waitingFor(tx: Tx, { id, roles }: Person, limit: number): Promise<WaitingMatter[]> {
    if (!roles.includes('leader')) return [];
    const rows = await sql<{ id: string; title: string; since: Date }>(
      tx,
      `SELECT id, title, updated_at AS since FROM reports
       WHERE state = 'submitted' AND submitted_by IS DISTINCT FROM $1::uuid ORDER BY since, id LIMIT $2`,
      [id, limit],
    );
    return rows.map(({ since, ...row }) => ({ ...row, type: 'report', since: since.getTime() }));
  }

  sightOf(actor: Actor): Sight | null {
    return reportSight(actor);
  }

  circlesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    return reportCircles(tx, ids);
  }
}
