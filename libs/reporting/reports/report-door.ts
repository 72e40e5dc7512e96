import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type { Actor, Sight, SubjectDoor, SubjectName } from '#workflow';
import { reportSight } from './report-sight.js';

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

  sightOf(actor: Actor): Sight | null {
    return reportSight(actor);
  }

  /** Of drafts only those hear who hear of everything; what is out is no secret. */
  async circlesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    const rows = await sql<{ id: string }>(
      tx,
      "SELECT id FROM reports WHERE id = ANY($1) AND state NOT IN ('issued', 'replaced')",
      [ids],
    );
    return new Map(rows.map(({ id }) => [id, []]));
  }
}
